package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Block;
import org.mailroom.reading.Sheet.Page;
import org.mailroom.reading.Sheet.Paragraph;

/** A sheet while a document is read. */
final class SheetDraft {
    /** What stands for a picture in a text. */
    static final char PICTURE = '\uFFFC';

    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private Optional<Page> page = Optional.empty();
    private int tables;
    private int printed;

    /** The number of the next table. */
    int table() {
        return ++tables;
    }

    void add(Block block) {
        blocks.add(block);
    }

    void paragraph(String text) {
        paragraph(blocks, text);
    }

    /** Adds a paragraph, if it shows anything. */
    static void paragraph(List<Block> blocks, String text) {
        if (!text.isBlank()) {
            blocks.add(new Paragraph(text.strip()));
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    void note(String note) {
        notes.add(note);
    }

    void page(Page size) {
        page = Optional.of(size);
    }

    /** @param pages how many it prints; 0 if that is not known */
    void printed(int pages) {
        printed = pages;
    }

    Sheet sheet() {
        return new Sheet(blocks, List.copyOf(notes), page).printing(printed);
    }
}
