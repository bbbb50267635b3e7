package org.mailroom.reading.reader;

import java.util.Locale;
import java.util.Map;

/**
 * Letters of symbol fonts as the characters they show; only the boxes and ticks that stand in forms.
 *
 * @param shown by the letter's code
 */
record Symbols(Map<Integer, String> shown) {
    static final String TICKED = "\u2611";
    static final String OPEN = "\u25a1";
    private static final String CROSSED = "\u2612";
    private static final String TICK = "\u2713";
    private static final int PRIVATE_USE = 0xf000;

    static final Symbols NONE = new Symbols(Map.of());
    private static final Symbols WINGDINGS = new Symbols(Map.of(
            0xfe, TICKED, 0xfc, TICK, 0xfd, CROSSED, 0xfb, CROSSED, 0xa8, OPEN, 0x6f, OPEN, 0x71, OPEN, 0x72, OPEN));
    private static final Symbols WINGDINGS_2 = new Symbols(Map.of(
            0x52, TICKED, 0x50, TICK, 0x53, CROSSED, 0x54, CROSSED, 0xa3, OPEN, 0x2a, OPEN, 0x30, OPEN, 0x31, OPEN));

    static Symbols of(String font) {
        return switch (font.toLowerCase(Locale.ROOT)) {
            case "wingdings" -> WINGDINGS;
            case "wingdings 2" -> WINGDINGS_2;
            default -> NONE;
        };
    }

    /** A w:sym: the letter as four hexadecimal digits, usually in the private use area. */
    static String shown(String font, String hex) {
        try {
            int code = Integer.parseInt(hex, 16);
            String shown = of(font).shown.get(code & 0xff);
            if (shown != null) {
                return shown;
            }
            boolean privateUse = code >= 0xe000 && code <= 0xf8ff;
            return privateUse || !Character.isBmpCodePoint(code) ? "" : Character.toString(code);
        } catch (NumberFormatException odd) {
            return "";
        }
    }

    /** Text typed in this font; letters in the private use area are Wingdings' where no font says otherwise. */
    String shown(String text) {
        if (shown.isEmpty() && text.chars().noneMatch(letter -> (letter & 0xff00) == PRIVATE_USE)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        for (char letter : text.toCharArray()) {
            boolean symbol = letter < 0x100 || (letter & 0xff00) == PRIVATE_USE;
            Symbols font = shown.isEmpty() && letter >= PRIVATE_USE ? WINGDINGS : this;
            String sign = symbol ? font.shown.get(letter & 0xff) : null;
            result.append(sign == null ? String.valueOf(letter) : sign);
        }
        return result.toString();
    }
}
