package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.List;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;

/**
 * Stamped pages that were pasted into a document which has words, too: a file of their own that lies in the document, as an
 * entry lies in an archive.
 */
record PastedPages(Scans scans, LocalReader.Plain plain) {
    /** As Word names the pictures of a document that it saves as a web page. */
    private static final String NAME = "/image";

    /** The document, and the scan in it if there is one. */
    List<ReadFile> beside(LocalReader.Item item, Reading document, FileType type) {
        try {
            int pages = scans.pictured(item.held(), type);
            if (pages == 0) {
                return List.of(item.as(document));
            }
            LocalReader.Item scan = named(item, pages == 1 ? "1" : "1-" + pages);
            return List.of(item.as(unprinted(document)), scan.as(plain.read(scan, type)));
        } catch (Held.DiskFailure ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // The document counts; that its pictures cannot be seen is for a person.
            return List.of(item.as(unprinted(document)), named(item, "").as(new Reading.Unchecked(type.key())));
        }
    }

    private static LocalReader.Item named(LocalReader.Item item, String numbers) {
        return new LocalReader.Item(
                item.part(), item.name() + NAME + numbers, item.held(), item.depth(), item.budget());
    }

    /** The pages that it prints are not those of its form alone. */
    private static Reading unprinted(Reading document) {
        return document instanceof Reading.Readable readable
                ? new Reading.Readable(readable.sheet().printing(0))
                : document;
    }

    /** Whether the name of a scan is that of pages in this document. */
    static boolean in(String document, String scan) {
        return scan.startsWith(document + NAME) && scan.indexOf('/', document.length() + 1) < 0;
    }
}
