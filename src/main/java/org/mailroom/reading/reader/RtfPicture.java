package org.mailroom.reading.reader;

import java.io.ByteArrayOutputStream;

/** One picture of an RTF file while it is read: {@code \pict} of RTF 1.9, in hexadecimal digits or binary. */
final class RtfPicture {
    private static final double PER_CENT = 100;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private int half = -1;
    private int width;
    private int height;
    private int widthPerCent = 100;
    private int heightPerCent = 100;

    /** Its size in twips as it was made, and what it was then scaled to. */
    void word(String word, int number) {
        switch (word) {
            case "picwgoal" -> width = number;
            case "pichgoal" -> height = number;
            case "picscalex" -> widthPerCent = number;
            case "picscaley" -> heightPerCent = number;
            default -> {}
        }
    }

    void digit(int letter) {
        int digit = Character.digit(letter, 16);
        if (digit < 0) {
            return;
        }
        if (half < 0) {
            half = digit;
        } else {
            octets.write(half << 4 | digit);
            half = -1;
        }
    }

    void binary(byte[] more) {
        octets.writeBytes(more);
    }

    WordPictures.Shown shown() {
        double perTwip = WordPictures.MM_PER_TWIP / PER_CENT;
        byte[] file = octets.toByteArray();
        return new WordPictures.Shown(
                () -> file, WordPictures.Shown.area(width * perTwip * widthPerCent, height * perTwip * heightPerCent));
    }
}
