package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.junit.jupiter.api.Test;

class PackedFontsTest {
    /** Of the table of general standard characters, but not in GBK. */
    private static final String BEYOND_GBK = "㑇㕮㘎㛃䴔䴖䶮鿍鿎鿏";

    @Test
    void names_and_ticks_have_a_shape_whatever_character_is_in_them() throws IOException {
        CmapLookup shapes =
                new PackedFonts().getTrueTypeFont("仿宋_GB2312", null).getFont().getUnicodeCmapLookup();
        CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
        List<String> missing = IntStream.concat(
                        IntStream.rangeClosed(0x4E00, 0x9FFF).filter(code -> gbk.canEncode((char) code)),
                        (BEYOND_GBK + "☐☑☒□■✓√×○●①②③Ⅰ℃㎡‰—…“”《》").chars())
                .filter(code -> shapes.getGlyphId(code) == 0)
                .mapToObj(Character::toString)
                .toList();

        assertThat(missing).isEmpty();
    }
}
