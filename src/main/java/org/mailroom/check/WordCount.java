package org.mailroom.check;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * The length of a text as Word counts 字数: each CJK character and each full-width punctuation mark is one, each run
 * of other characters is one, blanks are none. The number a sender is told is this one.
 */
final class WordCount {
    private static final Set<UnicodeScript> WIDE_SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    private static final Set<UnicodeBlock> WIDE_BLOCKS = Set.of(
            UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            UnicodeBlock.CJK_COMPATIBILITY_FORMS,
            UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            UnicodeBlock.ENCLOSED_ALPHANUMERICS,
            UnicodeBlock.CJK_COMPATIBILITY);
    /** Quotation marks, dashes, dots that Chinese and Latin share; wide in a text that has Han characters. */
    private static final String SHARED = "\u2018\u2019\u201C\u201D\u2014\u2015\u2026\u00B7";

    private WordCount() {}

    /** @return 0 for a blank text */
    static int of(String text) {
        boolean cjk = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
        int count = 0;
        boolean inRun = false;
        for (int c : text.codePoints().toArray()) {
            if (Character.getType(c) == Character.FORMAT) {
                continue;
            }
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            boolean wide = !blank && isWide(c, cjk);
            boolean run = !blank && !wide;
            if (wide || run && !inRun) {
                count++;
            }
            inRun = run;
        }
        return count;
    }

    private static boolean isWide(int c, boolean cjk) {
        return WIDE_SCRIPTS.contains(UnicodeScript.of(c))
                || WIDE_BLOCKS.contains(UnicodeBlock.of(c))
                || cjk && SHARED.indexOf(c) >= 0;
    }
}
