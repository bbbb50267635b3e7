package org.mailroom.reading.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fonts of an RTF file: which charset their octets are in, and which show symbols instead of letters. */
final class RtfFonts {
    private static final Charset LATIN = Charset.forName("windows-1252");

    /** Charsets by the numbers fonts have for them (RTF 1.9, fcharset). */
    private static final Map<Integer, String> CHARSETS = Map.of(
            128, "windows-31j",
            129, "x-windows-949",
            134, "GB18030",
            136, "Big5",
            161, "windows-1253",
            162, "windows-1254",
            204, "windows-1251",
            238, "windows-1250");

    private static final List<Integer> WIDE = List.of(932, 936, 949, 950, 54936);

    private final Map<Integer, Charset> charsets = new HashMap<>();
    private final Map<Integer, StringBuilder> names = new HashMap<>();
    private Charset usual = LATIN;
    private boolean wide;
    private int first;

    void page(int codePage) {
        wide = WIDE.contains(codePage);
        usual = codePage == 936 ? Charset.forName("GB18030") : charset("windows-" + codePage, LATIN);
        if (codePage == 65001) {
            usual = StandardCharsets.UTF_8;
        }
        if (codePage == 932 || codePage == 950) {
            usual = charset(codePage == 932 ? "windows-31j" : "Big5", LATIN);
        }
    }

    private static Charset charset(String name, Charset otherwise) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return otherwise;
        }
    }

    void first(int font) {
        first = font;
    }

    int first() {
        return first;
    }

    void charset(int font, int number) {
        String name = CHARSETS.get(number);
        if (name != null) {
            charsets.put(font, charset(name, LATIN));
        }
    }

    void name(int font, char letter) {
        StringBuilder name = names.computeIfAbsent(font, any -> new StringBuilder());
        if (name.length() < 40 && letter != ';') {
            name.append(letter);
        }
    }

    Symbols symbols(int font) {
        StringBuilder name = names.get(font);
        return name == null ? Symbols.NONE : Symbols.of(name.toString().strip());
    }

    /** Text in a Latin font of a Chinese document is Chinese nonetheless, if it can be. */
    String decode(int font, byte[] octets) {
        Charset own = charsets.get(font);
        if (symbols(font) != Symbols.NONE) {
            return new String(octets, StandardCharsets.ISO_8859_1);
        }
        if (own == null && wide) {
            try {
                return usual.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
            } catch (CharacterCodingException latin) {
                return new String(octets, LATIN);
            }
        }
        return new String(octets, own == null ? usual : own);
    }
}
