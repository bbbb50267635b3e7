package org.mailroom.dossier;

/** Whether a text may be another one, misread by OCR: a character in six, one at least if the text is not very short. */
final class Misreading {
    private static final int SHORTEST = 3;
    private static final int SHARE = 6;

    private Misreading() {}

    static boolean mayBe(String name, String read) {
        int allowed = Math.max(name.length() >= SHORTEST ? 1 : 0, name.length() / SHARE);
        return Math.abs(name.length() - read.length()) <= allowed && distance(name, read) <= allowed;
    }

    /** How many characters must be changed, added or left out (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int k = 0; k <= b.length(); k++) {
            row[k] = k;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int k = 1; k <= b.length(); k++) {
                int above = row[k];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(k - 1) ? 0 : 1);
                row[k] = Math.min(change, 1 + Math.min(above, row[k - 1]));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
