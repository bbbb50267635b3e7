package org.mailroom.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a person should know of the file of an electronic version, beside what stands in it.
 *
 * @param notes as {@link Sheet#notes()}
 * @param pages how many pages the one document in it prints, where that is known
 */
public record TypedFile(List<String> notes, Optional<Integer> pages) {
    public TypedFile {
        notes = List.copyOf(notes);
    }

    /** @param alone whether the file holds one document and no more, so that its pages are that document's */
    public static TypedFile of(Sheet sheet, boolean alone) {
        return new TypedFile(sheet.notes(), sheet.printed().filter(pages -> alone));
    }
}
