package org.mailroom.check;

import java.util.regex.Pattern;

/** Names of people and bodies as they are compared, V-NAME of the specification. */
public final class Names {
    private static final Pattern BLANK_BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");
    /** The dot inside a transcribed name is typed in many ways; U+00B7 is the standard's. */
    private static final Pattern DOT =
            Pattern.compile("(?<=\\p{IsHan}) ?[.\\u00B7\\u2022\\u2027\\u2219\\u22C5\\u30FB\\uFF65] ?(?=\\p{IsHan})");

    private Names() {}

    /** NFKC, no blanks beside Han characters, other blanks single, every middle dot U+00B7; 张　三 becomes 张三. */
    public static String normalise(String name) {
        String dotted = DOT.matcher(Plain.spaced(name)).replaceAll("\u00B7");
        return BLANK_BESIDE_HAN.matcher(dotted).replaceAll("");
    }
}
