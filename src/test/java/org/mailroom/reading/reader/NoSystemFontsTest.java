package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.testing.ChildJvm;

/** In a JVM of its own that finds no font of the system: a page is shown by what is packed alone. */
class NoSystemFontsTest {
    private static final String TEXT = "推荐对象初审表";
    private static final List<String> NAMES =
            List.of("仿宋_GB2312", "方正小标宋简体", "方正小标宋_GBK", "宋体", "黑体", "楷体", "楷体_GB2312", "FangSong", "SimSun");

    @TempDir
    private Path folder;

    @Test
    void a_page_shows_letters_and_no_boxes_where_the_system_has_no_font_at_all() throws Exception {
        Path fonts = Files.writeString(
                folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><fontconfig><cachedir>" + folder + "</cachedir></fontconfig>");
        Files.write(
                folder.resolve("packed.pdf"),
                PdfScanTest.drawn(0, (content, font) -> PdfScanTest.show(content, font, 36, 70, 700, TEXT)));
        for (int name = 0; name < NAMES.size(); name++) {
            Files.write(folder.resolve(name + ".pdf"), PdfScanTest.unembedded(NAMES.get(name), TEXT));
        }
        ProcessBuilder builder = ChildJvm.builder(
                Showing.class,
                // Java remembers the system's fonts in the home folder
                List.of("-Xmx256m", "-Djava.awt.headless=true", "-Duser.home=" + folder, "-Dsun.java2d.fontpath="),
                folder.toString());
        builder.environment().put("FONTCONFIG_FILE", fonts.toString());
        builder.environment().put("FONTCONFIG_PATH", folder.toString());
        File said = folder.resolve("said").toFile();
        Process child = builder.redirectErrorStream(true).redirectOutput(said).start();
        assertThat(child.waitFor()).as(() -> read(said)).isZero();

        assertThat(read(said)).contains(Showing.NO_FONT);
        List<String> expected = letters(folder.resolve("packed.pdf.png"));
        assertThat(new HashSet<>(expected))
                .as("letters that differ from each other")
                .hasSize(TEXT.length());
        for (int name = 0; name < NAMES.size(); name++) {
            assertThat(letters(folder.resolve(name + ".pdf.png")))
                    .as(NAMES.get(name))
                    .isEqualTo(expected);
        }
    }

    /** What each letter looks like: the points of its square, coarsely. */
    private static List<String> letters(Path png) throws IOException {
        BufferedImage page = ImageIO.read(png.toFile());
        double point = page.getWidth() / 595.0;
        List<String> letters = new ArrayList<>();
        for (int letter = 0; letter < TEXT.length(); letter++) {
            StringBuilder look = new StringBuilder();
            for (int row = 0; row < 6; row++) {
                for (int column = 0; column < 6; column++) {
                    int ink = 0;
                    int side = (int) (6 * point);
                    for (int y = 0; y < side; y++) {
                        for (int x = 0; x < side; x++) {
                            int across = (int) ((70 + letter * 36 + column * 6) * point) + x;
                            int down = (int) ((842 - 700 - 31 + row * 6) * point) + y;
                            ink += (page.getRGB(across, down) & 0xff) < 128 ? 1 : 0;
                        }
                    }
                    look.append(ink * 5 / (side * side));
                }
            }
            letters.add(look.toString());
        }
        return letters;
    }

    /** In whatever charset the child speaks. */
    private static String read(File file) {
        try {
            return Files.readString(file.toPath(), StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            return failed.toString();
        }
    }

    /** Shows the first page of every PDF in a folder. */
    static final class Showing {
        static final String NO_FONT = "no font of the system";

        public static void main(String[] arguments) throws IOException {
            System.out.println(systemHasNone() ? NO_FONT : "fonts");
            Set<Path> files = new HashSet<>();
            try (var all = Files.newDirectoryStream(Path.of(arguments[0]), "*.pdf")) {
                all.forEach(files::add);
            }
            LocalReader reader = Parts.reader(ReadingLimits.standard());
            for (Path file : files) {
                byte[] png = reader.picture(Parts.part("a.pdf", Files.readAllBytes(file)), "a.pdf", 1, 1200)
                        .orElseThrow();
                Files.write(Path.of(file + ".png"), png);
            }
        }

        /** Java itself fails over that, which the reader must not. */
        private static boolean systemHasNone() {
            try {
                return GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length == 0;
            } catch (RuntimeException | Error none) {
                return true;
            }
        }
    }
}
