package org.mailroom.reading.reader;

import java.util.Set;

/** Pictures that only decorate the text of a mail: logos in signatures, emoji. */
final class Decoration {
    private static final int LARGEST = 20 << 10;
    private static final Set<String> PICTURES = Set.of("png", "gif", "jpg", "jpeg", "bmp", "emz", "wmz");

    private Decoration() {}

    /** @param shownInText whether the mail's text points at it */
    static boolean is(String name, long size, boolean shownInText) {
        return shownInText && size < LARGEST && PICTURES.contains(EntryNames.extension(name));
    }
}
