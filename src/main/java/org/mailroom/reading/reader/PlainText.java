package org.mailroom.reading.reader;

import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;

/** A text file: a paragraph for each line. */
record PlainText(ReadingLimits limits) {
    Sheet read(String text) throws Refusal {
        Tally tally = new Tally(limits);
        tally.text(text.length());
        SheetDraft draft = new SheetDraft();
        text.replace("\0", "").lines().forEach(draft::paragraph);
        return draft.sheet();
    }
}
