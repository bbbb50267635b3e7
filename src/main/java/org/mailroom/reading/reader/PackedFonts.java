package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that stand in for those a PDF names and does not carry: the same on every machine, whatever is installed there.
 * A page never shows boxes where it has Chinese text.
 */
final class PackedFonts implements FontMapper {
    private static final String CHINESE = "/fonts/NotoSerifSC.ttf";
    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Map<String, TrueTypeFont> loaded = new ConcurrentHashMap<>();

    private TrueTypeFont chinese() {
        return loaded.computeIfAbsent(CHINESE, PackedFonts::font);
    }

    private TrueTypeFont standIn(@Nullable String name) {
        return western(name) ? loaded.computeIfAbsent(LATIN, PackedFonts::font) : chinese();
    }

    /** @throws IllegalStateException if the program was packed without it */
    private static TrueTypeFont font(String resource) {
        try (InputStream in = PackedFonts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no font " + resource);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException broken) {
            throw new IllegalStateException("the font cannot be read: " + resource, broken);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(standIn(name), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(standIn(name), true);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo characters) {
        return new CIDFontMapping(null, chinese(), true);
    }

    /** The standard fonts of PDF and their kin, by the start of their names; anything else may be a Chinese one. */
    private static boolean western(@Nullable String name) {
        return name != null
                && name.replaceFirst("^[A-Z]{6}\\+", "")
                        .matches(
                                "(?i)(helvetica|arial|times|courier|calibri|cambria|liberation|verdana|tahoma|georgia|symbol|"
                                        + "zapf|dejavu|trebuchet|garamond|century).*");
    }
}
