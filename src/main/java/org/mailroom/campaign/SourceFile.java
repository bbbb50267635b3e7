package org.mailroom.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * One text file of a campaign folder, read whole: UTF-8, with or without a byte order mark, at most 1 MiB.
 *
 * @param name how messages name it: relative to the folder that holds the campaign's, for example cnipa-2021/units.yaml
 */
record SourceFile(String name, String text) {
    static final int MAX_BYTES = 1 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param path inside the campaign folder, with forward slashes */
    static SourceFile read(Path folder, String path) {
        String name = folder.getFileName() + "/" + path;
        byte[] bytes = bytes(folder.resolve(path), name);
        if (bytes.length > MAX_BYTES) {
            throw new CampaignException(name, 1, "a file of at most " + MAX_BYTES + " bytes is expected");
        }
        String text = decode(bytes, name);
        return new SourceFile(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static byte[] bytes(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException missing) {
            throw new CampaignException(name, 1, "this file is expected and is missing");
        } catch (IOException unreadable) {
            CampaignException mistake = new CampaignException(name, 1, "a readable file is expected");
            mistake.initCause(unreadable);
            throw mistake;
        }
    }

    /** Strict, so that a file saved in another encoding stops the start instead of filling mails with � signs. */
    private static String decode(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new CampaignException(name, line, "text in UTF-8 is expected");
        }
        return out.flip().toString();
    }
}
