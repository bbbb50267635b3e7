package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.form.Soffice;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Text;
import org.mailroom.testing.Archives;

/** Scanned pages pasted into the documents of word processors, as LibreOffice saves them. */
class PastedPagesTest {
    private static final String WORDS = "本单位推荐对象的初审表填写如下，盖章页附后。".repeat(3);

    private static final Map<String, byte[]> SAVED = new HashMap<>();

    /** A scan of two pages, one in its line and one floating; the same behind words; two that are not what they say. */
    @BeforeAll
    static void save(@TempDir Path folder) throws Exception {
        if (!Soffice.installed()) {
            return;
        }
        String stamped = frame(
                "as-char",
                Papers.a4(100)
                        .form("推荐对象初审表", "张三")
                        .seal(150, 250, 42, new Color(205, 40, 45))
                        .jpeg(0.9),
                "15cm",
                "21.2cm");
        byte[] plain = Papers.a4(100).form("推荐对象初审表", "李四").png();
        String floating = frame("paragraph", plain, "15cm", "21.2cm");
        String portrait = frame("as-char", Papers.a4(100).form("推荐对象初审表", "王五").jpeg(0.9), "3.5cm", "5.3cm");
        Map<String, String> documents = Map.of(
                "scan", stamped + floating,
                "mixed", "<text:p>" + WORDS + "</text:p>" + portrait + stamped + floating,
                "portrait", "<text:p>" + WORDS + "</text:p>" + portrait,
                "plain", floating);
        for (Map.Entry<String, String> document : documents.entrySet()) {
            Files.writeString(folder.resolve(document.getKey() + ".fodt"), text(document.getValue()));
        }
        for (String format :
                List.of("doc:MS Word 97", "rtf:Rich Text Format", "odt:writer8", "docx:MS Word 2007 XML")) {
            Path saved = Soffice.converted(folder, ".fodt", format);
            String type = format.substring(0, format.indexOf(':'));
            for (String name : documents.keySet()) {
                SAVED.put(name + "." + type, Files.readAllBytes(saved.resolve(name + "." + type)));
            }
        }
    }

    private static String text(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document office:version=\"1.2\""
                + " office:mimetype=\"application/vnd.oasis.opendocument.text\""
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
                + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">"
                + "<office:body><office:text>" + body + "</office:text></office:body></office:document>";
    }

    private static String frame(String anchor, byte[] picture, String width, String height) {
        return "<text:p><draw:frame text:anchor-type=\"" + anchor + "\" svg:width=\"" + width + "\" svg:height=\""
                + height + "\"><draw:image><office:binary-data>"
                + Base64.getEncoder().encodeToString(picture)
                + "</office:binary-data></draw:image></draw:frame></text:p>";
    }

    private static byte[] saved(String name) {
        assumeTrue(Soffice.installed(), "soffice is not installed");
        return SAVED.get(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "rtf", "odt", "docx"})
    void pictures_of_pages_and_hardly_a_word_are_a_scan_in_the_order_of_the_text(String type) throws IOException {
        List<ReadFile> files = Parts.read(Parts.part("扫描件." + type, saved("scan." + type)));

        assertThat(files).extracting(ReadFile::name).containsExactly("扫描件." + type);
        Reading.Scan scan = (Reading.Scan) files.get(0).reading();
        assertThat(scan.type()).isEqualTo(type);
        assertThat(scan.pages()).extracting(ScanPage::number).containsExactly(1, 2);
        assertThat(scan.pages()).extracting(ScanPage::text).containsOnly(Text.OPEN);
        assertThat(scan.pages()).extracting(page -> page.seals().size()).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "rtf", "odt", "docx"})
    void pictures_of_pages_beside_words_are_a_scan_in_the_document_and_portraits_are_not(String type)
            throws IOException {
        List<ReadFile> files = Parts.read(Parts.part("初审表." + type, saved("mixed." + type)));

        assertThat(files).extracting(ReadFile::name).containsExactly("初审表." + type, "初审表." + type + "/image1-2");
        assertThat(files.get(0).reading()).isInstanceOf(Reading.Readable.class);
        Reading.Scan scan = (Reading.Scan) files.get(1).reading();
        assertThat(scan.pages()).extracting(page -> page.seals().size()).containsExactly(1, 0);
        assertThat(Parts.read(Parts.part("a." + type, saved("portrait." + type))))
                .extracting(ReadFile::name)
                .containsExactly("a." + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc", "rtf"})
    void such_pages_are_found_again_to_be_shown_and_recognised_also_in_an_archive(String type) throws IOException {
        byte[] zip = Archives.zip(
                StandardCharsets.UTF_8, Map.of("初审表." + type, saved("mixed." + type), "扫描件.wps", saved("scan.doc")));
        Part part = Parts.part("材料.zip", zip);
        LocalReader reader = Parts.reader(ReadingLimits.standard());
        String pages = "材料.zip/初审表." + type + "/image1-2";

        assertThat(reader.read(part)).extracting(ReadFile::name).contains(pages, "材料.zip/扫描件.wps");
        assertThat(reader.picture(part, pages, 2, 400)).isPresent();
        assertThat(reader.picture(part, pages, 3, 400)).isEmpty();
        assertThat(reader.picture(part, "材料.zip/扫描件.wps", 1, 400)).isPresent();
        ScanPage recognised = reader.recognise(part, pages, 1);
        assertThat(recognised.number()).isEqualTo(1);
        assertThat(recognised.text()).isNotEqualTo(Text.OPEN);
    }

    @Test
    void a_picture_that_claims_to_be_huge_refuses_a_scan_and_leaves_a_form_to_be_read() throws IOException {
        byte[] scan = Hostile.claiming(saved("plain.doc"), 100_000);
        byte[] mixed = Hostile.claiming(saved("mixed.doc"), 100_000);

        assertThat(Parts.read(Parts.part("扫描件.doc", scan)))
                .extracting(ReadFile::reading)
                .containsExactly(new Reading.Refused(Reading.Reason.OVER_LIMIT));
        List<ReadFile> files = Parts.read(Parts.part("初审表.doc", mixed));
        assertThat(files.get(0).reading()).isInstanceOf(Reading.Readable.class);
        assertThat(files.subList(1, files.size()))
                .extracting(ReadFile::name, ReadFile::reading)
                .containsExactly(tuple("初审表.doc/image", new Reading.Unchecked("doc")));
    }

    @Test
    void a_picture_that_is_none_is_no_page() throws IOException {
        Reading reading = Parts.read(Parts.part("扫描件.doc", Hostile.broken(saved("plain.doc"))))
                .get(0)
                .reading();

        assertThat(((Reading.Readable) reading).sheet().notes()).contains("pictures-only");
    }

    @Test
    void an_rtf_file_may_hold_its_pictures_in_binary_and_says_how_large_they_are_shown() throws IOException {
        byte[] page = Papers.a4(100).form("推荐对象初审表", "张三").jpeg(0.9);
        String goal = "{\\pict\\jpegblip\\picwgoal11906\\pichgoal16838";
        String binary = goal + "\\bin" + page.length + " " + new String(page, StandardCharsets.ISO_8859_1) + "}";
        String hex = goal + "{\\*\\blipuid 00ff}\r\n" + HexFormat.of().formatHex(page) + "}";
        String small = goal.replace("picwgoal", "picscalex15\\picwgoal") + " "
                + HexFormat.of().formatHex(page) + "}";

        ReadFile read = Parts.read(Parts.part(
                        "扫描件.rtf",
                        ("{\\rtf1\\ansi " + hex + "\\par " + small.replace("\\pict", "\\pict\\picscaley15") + "\\par "
                                        + binary + "{\\*\\nonshppict" + hex + "}}")
                                .getBytes(StandardCharsets.ISO_8859_1)))
                .get(0);

        assertThat(((Reading.Scan) read.reading()).pages())
                .extracting(ScanPage::number)
                .containsExactly(1, 2);
    }
}
