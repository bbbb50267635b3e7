package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Cell;
import org.mailroom.reading.Sheet.Paragraph;
import org.mailroom.reading.Sheet.Table;

/** Sees where pictures stand instead of text: a scan pasted into a document is no electronic form. */
final class Pictures {
    /** Letters of a heading and a page number; a document that was typed has more. */
    private static final int HARDLY_A_TEXT = 40;

    private Pictures() {}

    static Sheet noted(Sheet sheet) {
        long pictures = 0;
        long letters = 0;
        for (Sheet.Block block : sheet.blocks()) {
            List<String> texts = block instanceof Paragraph paragraph
                    ? List.of(paragraph.text())
                    : ((Table) block).cells().stream().map(Cell::text).toList();
            for (String text : texts) {
                pictures += text.chars()
                        .filter(letter -> letter == SheetDraft.PICTURE)
                        .count();
                letters += text.chars().filter(Character::isLetterOrDigit).count();
            }
        }
        if (pictures == 0) {
            return sheet;
        }
        Sheet noted = with(sheet, "pictures");
        return letters < HARDLY_A_TEXT ? with(noted, "pictures-only") : noted;
    }

    /** Whether a text document shows any. */
    static boolean in(Reading reading) {
        return reading instanceof Reading.Readable readable
                && readable.sheet().notes().contains("pictures")
                && !readable.sheet().notes().contains("spreadsheet");
    }

    /** Whether there is nothing to be known of a document but that it shows pictures. */
    static boolean nothingElse(Reading reading) {
        return reading instanceof Reading.Readable readable
                && Set.copyOf(readable.sheet().notes()).equals(Set.of("pictures", "pictures-only"));
    }

    static Sheet with(Sheet sheet, String note) {
        if (sheet.notes().contains(note)) {
            return sheet;
        }
        List<String> notes = new ArrayList<>(sheet.notes());
        notes.add(note);
        return new Sheet(sheet.blocks(), notes, sheet.page(), sheet.printed());
    }
}
