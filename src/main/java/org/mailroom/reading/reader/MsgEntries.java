package org.mailroom.reading.reader;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/**
 * The attachments of an Outlook mail ([MS-OXMSG] 2.2.2): a storage each. An attached mail is a storage in it, which is an
 * entry in the shape of a file of the same format.
 */
final class MsgEntries implements Entries {
    private static final String ATTACHMENT = "__attach_version1.0_#";
    private static final String PROPERTIES = "__properties_version1.0";
    private static final String OCTETS = "__substg1.0_37010102";
    private static final String MAIL = "__substg1.0_3701000D";
    private static final String LONG_FILE_NAME = "__substg1.0_3707";
    private static final String FILE_NAME = "__substg1.0_3704";
    private static final String DISPLAY_NAME = "__substg1.0_3001";
    private static final String CONTENT_ID = "__substg1.0_3712";
    private static final String WIDE = "001F";
    private static final String NARROW = "001E";
    private static final int LONGEST_NAME = 4096;

    /** Storages within an attached mail, and within those. */
    private static final int NESTING = 12;

    private final POIFSFileSystem file;
    private final ReadingLimits limits;
    private final EntryNames names;
    private final Iterator<DirectoryNode> attachments;

    /** Closes the file when it is closed. */
    MsgEntries(POIFSFileSystem file, ReadingLimits limits, EntryNames names) {
        this.file = file;
        this.limits = limits;
        this.names = names;
        this.attachments = StreamSupport.stream(file.getRoot().spliterator(), false)
                .filter(entry -> entry.getName().startsWith(ATTACHMENT))
                .filter(DirectoryNode.class::isInstance)
                .map(DirectoryNode.class::cast)
                .iterator();
    }

    static boolean recognises(DirectoryEntry root) {
        return root.hasEntryCaseInsensitive(PROPERTIES);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        return attachments.hasNext() ? Optional.of(entry(attachments.next())) : Optional.empty();
    }

    private Entry entry(DirectoryNode attachment) throws IOException {
        if (attachment.hasEntryCaseInsensitive(MAIL)
                && attachment.getEntryCaseInsensitive(MAIL) instanceof DirectoryNode storage) {
            // A document of another program is a storage too; as a mail it shows nothing.
            String ending = recognises(storage) ? ".msg" : ".ole";
            String name = text(attachment, DISPLAY_NAME).orElse("") + ending;
            return new Entry(name, Kind.FILE, size(storage, 0), 0, OptionalLong.empty(), out -> copy(storage, out));
        }
        String name = text(attachment, LONG_FILE_NAME)
                .or(() -> text(attachment, FILE_NAME))
                .or(() -> text(attachment, DISPLAY_NAME))
                .orElse("");
        if (!attachment.hasEntryCaseInsensitive(OCTETS)) {
            // Attached by reference only: a path on the sender's machine, or a link.
            return Entry.bare(name, Kind.LINK);
        }
        DocumentEntry octets = (DocumentEntry) attachment.getEntryCaseInsensitive(OCTETS);
        boolean shownInText = text(attachment, CONTENT_ID).isPresent();
        Kind kind = Decoration.is(name, octets.getSize(), shownInText) ? Kind.DECORATION : Kind.FILE;
        return new Entry(name, kind, octets.getSize(), 0, OptionalLong.empty(), out -> {
            try (InputStream in = attachment.createDocumentInputStream(octets)) {
                in.transferTo(out);
            }
        });
    }

    private Optional<String> text(DirectoryNode attachment, String property) {
        try {
            byte[] wide = octets(attachment, property + WIDE);
            String text = wide.length > 0
                    ? new String(wide, StandardCharsets.UTF_16LE)
                    : names.decode(octets(attachment, property + NARROW));
            return Optional.of(text.replaceAll("\0.*$", "")).filter(some -> !some.isBlank());
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static byte[] octets(DirectoryNode attachment, String name) throws IOException {
        if (!attachment.hasEntryCaseInsensitive(name)) {
            return new byte[0];
        }
        try (InputStream in = attachment.createDocumentInputStream(attachment.getEntryCaseInsensitive(name))) {
            return in.readNBytes(LONGEST_NAME);
        } catch (FileNotFoundException none) {
            return new byte[0];
        }
    }

    /** @throws Refusal if it is beyond the limits, before anything of it is copied */
    private long size(DirectoryNode storage, int depth) throws Refusal {
        long size = 0;
        for (org.apache.poi.poifs.filesystem.Entry entry : storage) {
            if (entry instanceof DirectoryNode inner && depth < NESTING) {
                size += size(inner, depth + 1);
            } else if (entry instanceof DocumentEntry document) {
                size += document.getSize();
            } else {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
        }
        return size;
    }

    private void copy(DirectoryNode storage, OutputStream out) throws IOException {
        if (size(storage, 0) > limits.entryBytes()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        try (POIFSFileSystem alone = new POIFSFileSystem()) {
            EntryUtils.copyNodes(storage, alone.getRoot());
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            alone.writeFilesystem(octets);
            octets.writeTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
