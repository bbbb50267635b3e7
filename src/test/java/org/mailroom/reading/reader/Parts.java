package org.mailroom.reading.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** Attachments as octets with a name, and what the reader makes of them. */
public final class Parts {
    private static final Charset GB18030 = Charset.forName("GB18030");

    public static Part part(String name, byte[] octets) {
        return new Part(
                "2", name, "application/octet-stream", octets.length, "", "", () -> new ByteArrayInputStream(octets));
    }

    public static Part text(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static LocalReader reader(ReadingLimits limits) {
        return new LocalReader(limits, Path.of("target", "reading"), GB18030);
    }

    public static List<ReadFile> read(Part part) throws IOException {
        return reader(ReadingLimits.standard()).read(part);
    }

    /** The sheet of one office file. */
    public static Sheet sheet(byte[] docx) throws IOException {
        return sheet("a.docx", docx);
    }

    public static Sheet sheet(String name, byte[] octets) throws IOException {
        Reading reading = read(part(name, octets)).get(0).reading();
        if (reading instanceof Reading.Readable readable) {
            return readable.sheet();
        }
        throw new AssertionError("not readable: " + reading);
    }

    private Parts() {}
}
