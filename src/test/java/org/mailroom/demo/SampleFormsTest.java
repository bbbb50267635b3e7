package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.Units.BEIJING;
import static org.mailroom.testing.Units.CORPS;
import static org.mailroom.testing.Units.JIANGSU;
import static org.mailroom.testing.Units.NINGXIA;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Unit;
import org.mailroom.form.Descriptors;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Filled;
import org.mailroom.testing.Forms;

class SampleFormsTest {
    private static final List<Unit> UNITS = List.of(JIANGSU, NINGXIA, BEIJING, CORPS);

    private final SampleForms samples = Forms.samples();

    @Test
    void every_invented_identity_number_passes_GB_11643_and_agrees_with_sex_and_birth() {
        for (Unit unit : UNITS) {
            for (SampleNominee person : samples.nominees(unit, 0, 12)) {
                String number = person.values().get("identityNumber");
                assertThat(number).matches("[1-9][0-9]{16}[0-9X]").doesNotEndWith("000");
                assertThat(weighted(number) % 11).as(number).isEqualTo(1);
                assertThat(person.values().get("birth"))
                        .isEqualTo(number.substring(6, 10) + "." + number.substring(10, 12));
                assertThat(person.values().get("sex")).isEqualTo((number.charAt(16) - '0') % 2 == 1 ? "男" : "女");
            }
        }
    }

    @Test
    void nobody_and_nothing_is_nominated_twice() {
        Set<String> names = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (Unit unit : UNITS) {
            for (SampleNominee nominee : samples.nominees(unit, 7, 7)) {
                assertThat(names.add(unit.code() + nominee.name()))
                        .as(nominee.name())
                        .isTrue();
                assertThat(numbers.add(nominee.values().getOrDefault("identityNumber", unit.code() + nominee.name())))
                        .isTrue();
            }
        }
    }

    @Test
    void the_same_unit_and_number_give_the_same_file() {
        assertThat(Forms.firstReview(JIANGSU).individuals(2).docx())
                .isEqualTo(Forms.firstReview(JIANGSU).individuals(2).docx());
    }

    @Test
    void every_required_field_of_every_form_is_filled() {
        for (Unit unit : UNITS) {
            for (Filled filled : wholeSubmission(unit)) {
                String category = filled.filling().values().getOrDefault("category", "");
                filled.form().fields().stream()
                        .filter(field -> field.required() && field.when().isEmpty())
                        .forEach(field -> assertThat(filled.filling().values())
                                .as(filled.form().document() + category)
                                .containsKey(field.name()));
                filled.form()
                        .blocks()
                        .forEach(block -> filled.filling()
                                .rows()
                                .get(block.name())
                                .forEach(row -> block.columns().stream()
                                        .filter(column -> column.required())
                                        .forEach(column -> assertThat(row.get(column.name()))
                                                .as(column.name())
                                                .isNotBlank())));
            }
        }
    }

    @Test
    void every_value_of_a_code_list_is_in_the_campaigns_codes() {
        Entry codes = new CampaignLoader().file(Descriptors.CNIPA, "codes.yaml");
        for (Filled filled : wholeSubmission(JIANGSU)) {
            for (FieldSpec field : filled.form().fields()) {
                String value = filled.filling().values().getOrDefault(field.name(), "无");
                if (field.codes().isPresent() && !value.equals("无")) {
                    assertThat(codes.entries(field.codes().get()))
                            .as(field.name())
                            .anyMatch(code -> code.text("name").equals(value)
                                    || code.texts("aliases").contains(value));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 88, 299, 300, 301, 342, 2000})
    void a_text_has_exactly_the_length_asked_for(int characters) {
        assertThat(samples.text(characters)).hasSize(characters).endsWith("。").doesNotContainPattern("[0-9A-Za-z\\s]");
    }

    @Test
    void a_nominee_is_the_same_in_the_form_the_list_and_the_report() throws IOException {
        SampleNominee person = samples.individual(NINGXIA, 1).with("name", "马小明");
        for (Filled form : List.of(
                samples.nomineeForm("first-review-form", NINGXIA, person),
                samples.summaryForm(NINGXIA, List.of(person)),
                samples.report("first-review-report", NINGXIA, List.of(person)))) {
            assertThat(text(samples.docx(form))).contains("马小明");
        }
        assertThat(text(samples.docx(samples.summaryForm(NINGXIA, List.of(person)))))
                .contains(person.values().get("identityNumber"), person.values().get("post"));
    }

    @Test
    void a_report_says_what_the_notice_asks_for() throws IOException {
        String report = text(Forms.report(JIANGSU).collectives(6).individuals(6).docx());

        assertThat(report)
                .contains("推荐工作组织情况", "推荐过程", "拟推荐对象", "简要事迹", "本单位公示情况")
                .contains("2021年8月16日至8月20日")
                .contains("民主推荐", "集体研究")
                .contains("江苏省关于全国知识产权系统先进集体和先进个人初审评选推荐工作的报告");
        assertThat(report.length()).isGreaterThan(300);
    }

    @Test
    void an_altered_form_lacks_what_was_taken_out_and_bears_the_new_label() throws IOException {
        String text = text(Forms.firstReview(JIANGSU)
                .individual("王小红")
                .renamed("政治面貌", "党派")
                .without("曾受表彰奖励情况")
                .docx());

        assertThat(text).contains("党派", "简要事迹", "王小红").doesNotContain("政治面貌", "曾受表彰奖励情况");
    }

    @Test
    void a_sample_scan_is_a_pdf_of_so_many_pages_and_a_sample_photo_a_picture() throws IOException {
        String pdf = new String(SampleScan.pdf("推荐对象汇总表", 3), ISO_8859_1);
        int table = Integer.parseInt(pdf.replaceAll("(?s).*startxref\\n(\\d+)\\n.*", "$1"));

        assertThat(pdf).startsWith("%PDF-1.4").contains("/Count 3").endsWith("%%EOF\n");
        assertThat(pdf.substring(table)).startsWith("xref");
        assertThat(ImageIO.read(new ByteArrayInputStream(SampleScan.photo())).getWidth())
                .isEqualTo(413);
    }

    @Test
    void a_stamped_scan_holds_the_pages_of_all_its_forms_as_pictures_and_a_red_seal_on_the_last() throws IOException {
        SampleNominee person = samples.individual(JIANGSU, 1);
        byte[] pdf = SampleScan.stamped(
                samples,
                List.of(
                        samples.summaryForm(JIANGSU, List.of(person)),
                        samples.nomineeForm("individual-approval-form", JIANGSU, person)),
                100);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(6);
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isGreaterThan(document.getPage(0).getMediaBox().getHeight());
            BufferedImage last = new PDFRenderer(document).renderImageWithDPI(5, 50);
            assertThat(red(last)).isGreaterThan(100);
            assertThat(red(new PDFRenderer(document).renderImageWithDPI(4, 50))).isZero();
        }
    }

    private static long red(BufferedImage page) {
        return IntStream.range(0, page.getWidth() * page.getHeight())
                .map(at -> page.getRGB(at % page.getWidth(), at / page.getWidth()))
                .filter(colour -> (colour >> 16 & 255) > (colour & 255) + 80)
                .count();
    }

    private List<Filled> wholeSubmission(Unit unit) {
        List<SampleNominee> nominees = samples.nominees(unit, 2, 2);
        List<Filled> forms = new ArrayList<>();
        forms.add(samples.contactForm(unit, "office@example.gov.cn"));
        forms.add(samples.summaryForm(unit, nominees));
        for (SampleNominee nominee : nominees) {
            Stream.of("first-review-form", "opinion-form", nominee.category() + "-approval-form")
                    .map(document -> samples.nomineeForm(document, unit, nominee))
                    .forEach(forms::add);
        }
        return forms;
    }

    private static int weighted(String number) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
        int sum = 0;
        for (int i = 0; i < 18; i++) {
            sum += weights[i] * (number.charAt(i) == 'X' ? 10 : number.charAt(i) - '0');
        }
        return sum;
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
