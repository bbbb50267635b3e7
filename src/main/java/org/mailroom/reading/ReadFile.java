package org.mailroom.reading;

import org.mailroom.message.Part;

/**
 * One file, attached or out of an archive, and what came of reading it.
 *
 * @param part the attachment it came in
 * @param name its name; for an archive's entry the path inside, for example 材料.zip/附件1/张三.docx, and for pages pasted into a
 *     document a path within that
 */
public record ReadFile(Part part, String name, long size, String sha256, Reading reading) {
    /** Whether the other one is what this document shows beside its text: pages that somebody has pasted into it. */
    public boolean shows(ReadFile other) {
        return reading instanceof Reading.Readable
                && part.path().equals(other.part().path())
                && other.name().startsWith(name + "/");
    }

    /** The folder of a name, for example 材料.zip/附件1/; "" of a file that is attached itself. */
    public static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    /** The file where no text is recognised: pages that still wait for it cannot be read. */
    public ReadFile unrecognised() {
        return reading instanceof Reading.Scan scan
                ? new ReadFile(
                        part,
                        name,
                        size,
                        sha256,
                        new Reading.Scan(
                                scan.type(),
                                scan.pages().stream()
                                        .map(page -> page.text() == ScanPage.Text.OPEN ? page.unread() : page)
                                        .toList(),
                                scan.photo()))
                : this;
    }
}
