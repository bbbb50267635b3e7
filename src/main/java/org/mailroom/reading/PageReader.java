package org.mailroom.reading;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.message.Part;

/** Looks at single pages of scans: slow work, a job a page, in the reader's process. */
public interface PageReader {
    /**
     * Recognises the text of one page.
     *
     * @param name the file's name as {@link ReadFile#name()} gave it, with the path inside archives
     * @param page its number, from 1
     * @return the page with its lines; its text is NONE if nothing can be recognised here
     * @throws IOException if our own storage or process fails: the page is not at fault and can be read again
     */
    ScanPage recognise(Part part, String name, int page) throws IOException;

    /**
     * A picture of one page for a person, as PNG.
     *
     * @param width pixels at most
     * @return empty if the page cannot be shown
     */
    Optional<byte[]> picture(Part part, String name, int page, int width) throws IOException;
}
