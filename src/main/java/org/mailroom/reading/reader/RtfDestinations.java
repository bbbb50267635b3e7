package org.mailroom.reading.reader;

import java.util.Set;

/** Which groups of an RTF file are none of its text, by the word they begin with. */
final class RtfDestinations {
    /** Groups that are no text of the document, or stand a second time for older programs. */
    private static final Set<String> PASSED_OVER = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "atnid",
            "atnauthor",
            "listtable",
            "listoverridetable",
            "revtbl",
            "pntext",
            "listtext",
            "nonshppict",
            "nonesttables",
            "shprslt",
            "sn",
            "themedata",
            "datastore",
            "template",
            "filetbl",
            "objdata",
            "objclass",
            "objname",
            "bkmkstart",
            "bkmkend",
            "upr");

    /** Groups that begin with an asterisk and yet hold text that is shown. */
    private static final Set<String> SHOWN = Set.of("shppict", "ud", "nesttableprops");

    private RtfDestinations() {}

    static boolean passedOver(RtfGroup group, String word) {
        boolean unknown = group.optional && !SHOWN.contains(word) && group.use != RtfGroup.Use.FONTS;
        return unknown || PASSED_OVER.contains(word);
    }
}
