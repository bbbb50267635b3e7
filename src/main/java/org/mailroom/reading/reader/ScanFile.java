package org.mailroom.reading.reader;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.reading.Photo;
import org.mailroom.reading.ScanPage;

/** A paper file that lies open: its pages can be looked at one by one. Pages count from 1. */
interface ScanFile extends Closeable {
    int pages();

    /** Everything of a page that takes no recognition of text. */
    ScanPage look(int page) throws IOException;

    /** A page that there was no time to look at; it is still to be recognised, and looked at then. */
    ScanPage named(int page) throws IOException;

    /**
     * The page upright, as {@link #look} has it.
     *
     * @param longSide pixels of the longer side at most
     */
    Pixels picture(int page, int longSide) throws IOException;

    /** Text that came with the page but is only some other machine's guess. */
    default List<ScanPage.Line> guessed(int page) throws IOException {
        return List.of();
    }

    default Optional<Photo> photo() throws IOException {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;
}
