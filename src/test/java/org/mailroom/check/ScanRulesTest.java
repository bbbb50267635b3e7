package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Form;
import org.mailroom.reading.Photo;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.TypedFile;

/** Rules on what scans and photos show. */
class ScanRulesTest {
    private static final Photo.Patch BLUE = new Photo.Patch(214, 0.6);

    // ----

    @Test
    void R_15_a_colour_scan_without_a_red_mark_is_for_a_person() {
        Handed handed =
                Sample.first().and(Scan.of("summary-form").unsealed().pages(2).filed());

        assertThat(handed.sentences("R-15")).containsExactly("盖章扫描件共2页，未见疑似红色印章，请核对是否已加盖公章");
        assertThat(handed.findings("R-15"))
                .extracting(Finding::severity, Finding::spot)
                .containsExactly(tuple(Severity.WARN, Optional.of(new Spot("summary-form.pdf", 2, Optional.empty()))));
    }

    @Test
    void R_15_nothing_is_said_of_a_seal_of_a_grey_scan_or_of_one_still_being_read() {
        assertThat(Sample.first().and(Scan.of("summary-form").filed()).findings("R-15"))
                .isEmpty();
        assertThat(Sample.first().and(Scan.of("summary-form").grey().filed()).findings("R-15"))
                .isEmpty();
        assertThat(Sample.first()
                        .and(Scan.of("summary-form")
                                .unsealed()
                                .dpi(50)
                                .unfinished()
                                .filed())
                        .findings("R-15"))
                .isEmpty();
    }

    @Test
    void R_15_the_kind_keeps_place_and_size_of_what_it_saw() {
        Rules rules = RulesFileTest.load(
                "{id: R-15, clause: x, kind: scan-sealed, message: R-15.seen, outcomes: [seen], severity: info}",
                Map.of("R-15.seen.seen", "第${page}页"));
        Dossier dossier = Sample.first().and(Scan.of("summary-form").filed()).dossier();

        assertThat(rules.check(dossier))
                .extracting(
                        Finding::severity,
                        finding -> finding.spot().orElseThrow().box())
                .containsExactly(tuple(Severity.INFO, Optional.of(new Box(0.6, 0.7, 0.2, 0.14))));
    }

    @Test
    void R_15_blank_pages_and_coarse_ones_are_named() {
        assertThat(Sample.first()
                        .and(Scan.of("summary-form").withBlankSecondPage().filed())
                        .sentences("R-15"))
                .containsExactly("盖章扫描件第2页为空白页，请核对是否漏页");
        assertThat(Sample.first()
                        .and(Scan.of("summary-form").pages(2).dpi(72).filed())
                        .sentences("R-15"))
                .containsExactly("盖章扫描件第1、2页分辨率过低（72dpi，低于100dpi），请以清晰扫描件重新报送");
        assertThat(Sample.first().and(Scan.of("summary-form").dpi(0).filed()).findings("R-15"))
                .as("a resolution that cannot be told is let through")
                .isEmpty();
    }

    // ----

    @Test
    void R_16_a_scan_that_shows_what_was_typed_raises_no_question() {
        assertThat(Sample.first()
                        .and(Scan.of(Sample.person())
                                .of("individual", Sample.PERSON)
                                .filed())
                        .and(Scan.of(Sample.summary()).filed())
                        .findings("R-16"))
                .isEmpty();
    }

    @Test
    void R_16_another_rank_on_the_scan_is_for_a_person_who_is_shown_the_place() {
        Paper scanned = Sample.person().set("rank", "副处级待遇一档");
        Handed handed = Sample.first()
                .and(Scan.of(scanned).of("individual", Sample.PERSON).filed());

        assertThat(handed.sentences("R-16"))
                .containsExactly("盖章扫描件第1页“行政级别”与电子版内容疑不一致（电子版“正科级”，扫描件“副处级待遇一档”），请核对后重新报送");
        Finding finding = handed.findings("R-16").get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARN);
        assertThat(finding.place().nominee()).contains(Sample.PERSON);
        assertThat(finding.spot().orElseThrow().page()).isEqualTo(1);
        assertThat(finding.spot().orElseThrow().box()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "11010119750815O018, 0.95, 0", // O for 0
        "110101197508150078, 0.95, 0", // one digit misread
        "43010219780615005X, 0.95, 1",
        "43010219780615005X, 0.60, 0" // hardly legible
    })
    void R_16_confusions_of_recognition_are_forgiven_and_other_numbers_are_not_quoted(
            String number, double confidence, int found) {
        Form form = Sample.person().set("identityNumber", number).form();
        Handed handed = Sample.first()
                .and(Scan.of("first-review-form")
                        .of("individual", Sample.PERSON)
                        .showing(form)
                        .line("身份证号码 " + number, confidence)
                        .filed());

        assertThat(handed.sentences("R-16"))
                .isEqualTo(found == 0 ? List.of() : List.of("盖章扫描件第1页“身份证号码”与电子版内容疑不一致，请核对后重新报送"));
    }

    /** Rows that stand as close as the lines of one cell are read together. */
    @Test
    void R_16_an_answer_read_together_with_the_one_below_raises_no_question() {
        Form form = Sample.person().set("sex", "男中共党员").form();
        Scan scan = Scan.of("first-review-form").of("individual", Sample.PERSON).showing(form);

        assertThat(Sample.first()
                        .and(scan.line("男", 0.95).line("中共党员", 0.95).filed())
                        .findings("R-16"))
                .isEmpty();
    }

    @Test
    void R_16_another_answer_read_together_with_the_one_below_does() {
        Form form = Sample.person().set("sex", "女中共党员").form();
        Scan scan = Scan.of("first-review-form").of("individual", Sample.PERSON).showing(form);

        assertThat(Sample.first()
                        .and(scan.line("女", 0.95).line("中共党员", 0.95).filed())
                        .findings("R-16"))
                .hasSize(1);
    }

    @Test
    void R_16_text_that_the_file_carries_is_compared_exactly() {
        Form form = Sample.person().set("identityNumber", "110101197508150078").form();
        Handed handed = Sample.first()
                .and(Scan.of("first-review-form")
                        .of("individual", Sample.PERSON)
                        .showing(form)
                        .line("110101197508150078", 1)
                        .layer()
                        .filed());

        assertThat(handed.findings("R-16")).hasSize(1);
    }

    @Test
    void R_16_another_form_and_a_missing_entry_are_for_a_person() {
        assertThat(Sample.first()
                        .and(Scan.of("first-review-form")
                                .of("individual", Sample.PERSON)
                                .showing(Sample.summary().form())
                                .filed())
                        .sentences("R-16"))
                .containsExactly("盖章扫描件疑为《推荐对象汇总表》，与所报《推荐对象初审表》不一致，请核对后重新报送");
        assertThat(Sample.first()
                        .and(Scan.of("summary-form")
                                .line("1 佛山市顺德区市场监督管埋局", 0.9)
                                .filed())
                        .sentences("R-16"))
                .containsExactly("盖章扫描件中未见电子版所列“张三”，请核对后重新报送");
    }

    @Test
    void R_16_the_number_of_pages_may_differ_by_one_where_it_is_known() {
        assertThat(twoPages(3).findings("R-16")).isEmpty();
        assertThat(twoPages(5).sentences("R-16")).containsExactly("盖章扫描件共2页，电子版共5页，请核对扫描件是否完整");
    }

    @Test
    void R_16_a_scan_given_to_a_nominee_by_its_name_shows_that_name() {
        assertThat(givenToPerson("姓名 李四").sentences("R-16")).containsExactly("盖章扫描件中未见电子版所列“张三”，请核对后重新报送");
        assertThat(givenToPerson("姓名 李四").findings("R-16"))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARN);
        assertThat(givenToPerson("姓名 张 三").findings("R-16")).isEmpty();
    }

    private static Handed givenToPerson(String line) {
        return Handed.second()
                .and(Scan.of("opinion-form")
                        .of("individual", Sample.PERSON)
                        .line(line, 0.9)
                        .filed());
    }

    private static Handed twoPages(int printed) {
        Filed electronic = new Filed(
                "opinion-form",
                Medium.ELECTRONIC,
                Optional.of(new Nominee("individual", Sample.PERSON)),
                "a.docx",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TypedFile(List.of(), Optional.of(printed))));
        return Handed.second()
                .and(electronic)
                .and(Scan.of("opinion-form")
                        .of("individual", Sample.PERSON)
                        .pages(2)
                        .filed());
    }

    // ----

    @Test
    void R_19_a_mark_read_on_a_scan_alarms_a_person_before_all_pages_are_read() {
        Handed handed = Sample.first()
                .and(Scan.of("first-review-report")
                        .line("机 密 ★ 1年", 0.5)
                        .unfinished()
                        .filed());

        assertThat(handed.sentences("R-19")).containsExactly("疑似含有国家秘密标志或内部资料字样，请立即停止处理并按保密规定处置");
        assertThat(handed.findings("R-19").get(0).values()).isEmpty();
        assertThat(handed.findings("R-19").get(0).spot()).isPresent();
    }

    @Test
    void R_69_a_required_opinion_that_is_blank_on_the_scan_too_is_for_a_person() {
        Paper blank = Paper.opinions("individual", Sample.PERSON);
        Paper stamped = Paper.opinions("individual", Sample.PERSON)
                .set("police", "同意")
                .set("organisation", "同意")
                .set("discipline", "同意");
        Paper approval = Paper.approval("individual", Sample.PERSON);

        assertThat(Handed.second(approval, blank)
                        .and(Scan.of(blank).of("individual", Sample.PERSON).filed())
                        .sentences("R-69"))
                .contains("“公安部门意见”栏：机关事业单位及其工作人员应有该部门意见，电子版及盖章扫描件（第1页起）均未见，请核对")
                .hasSize(3);
        assertThat(Handed.second(approval, blank)
                        .and(Scan.of(stamped).of("individual", Sample.PERSON).filed())
                        .findings("R-69"))
                .isEmpty();
        assertThat(Handed.second(approval, blank).findings("R-69"))
                .as("a blank electronic cell is normal")
                .isEmpty();
    }

    @Test
    void R_70_and_R_71_read_the_opinions_of_a_scan() {
        Paper stamped = Paper.opinions("individual", Sample.PERSON)
                .set("police", "经查，该同志曾受行政处罚。广州市公安局")
                .set("tax", "已阅");
        Handed handed = Handed.second(
                        Paper.approval("individual", Sample.PERSON), Paper.opinions("individual", Sample.PERSON))
                .and(Scan.of(stamped).of("individual", Sample.PERSON).filed());

        assertThat(handed.sentences("R-70")).containsExactly("“公安部门意见”栏：填写为“经查，该同志曾受行政处罚。广州市公安局”，公安部门意见应由省级公安部门出具，请核实");
        assertThat(handed.sentences("R-71"))
                .containsExactlyInAnyOrder("“公安部门意见”栏：疑似不同意或有异议，请审核", "“税务部门意见”栏：意见不明确，请审核");
    }

    // ----

    @Test
    void R_79_a_portrait_before_blue_is_as_it_should_be() {
        assertThat(photo(new Photo(413, 579, false, BLUE, BLUE)).findings("R-79"))
                .isEmpty();
        assertThat(photo(new Photo(413, 531, false, BLUE, BLUE)).findings("R-79"))
                .as("小二寸")
                .isEmpty();
    }

    @Test
    void R_79_a_tiny_or_grey_photo_is_returned() {
        assertThat(photo(new Photo(200, 280, false, BLUE, BLUE)).sentences("R-79"))
                .containsExactly("张三照片尺寸过小（200×280像素，应不小于295×413像素），请更换为2寸蓝底彩色证件照片");
        Handed grey = photo(new Photo(413, 579, true, new Photo.Patch(0, 0), new Photo.Patch(0, 0)));
        assertThat(grey.sentences("R-79")).containsExactly("张三照片为黑白照片，请更换为2寸蓝底彩色证件照片");
        assertThat(grey.findings("R-79")).extracting(Finding::severity).containsExactly(Severity.RETURN);
    }

    @Test
    void R_79_shape_and_background_are_for_a_person() {
        Photo lengthwise = new Photo(600, 450, false, BLUE, BLUE);
        Photo red = new Photo(413, 579, false, BLUE, new Photo.Patch(2, 0.8));
        Photo pale = new Photo(413, 579, false, BLUE, new Photo.Patch(214, 0.2));

        assertThat(photo(lengthwise).sentences("R-79")).containsExactly("张三照片宽高比例不符（600×450像素），请更换为2寸蓝底彩色证件照片");
        assertThat(photo(red).sentences("R-79")).containsExactly("张三照片背景疑非蓝色，请更换为2寸蓝底彩色证件照片");
        assertThat(photo(pale).findings("R-79")).extracting(Finding::severity).containsExactly(Severity.WARN);
    }

    @Test
    void R_79_a_file_that_is_no_picture_is_for_a_person_and_one_only_named_is_not_judged() {
        Filed pdf = new Filed(
                "photo",
                Medium.ELECTRONIC,
                Optional.of(new Nominee("individual", Sample.PERSON)),
                "照片.pdf",
                Optional.empty(),
                Scan.of("photo").filed().scanned());
        Filed heic = new Filed(
                "photo",
                Medium.ELECTRONIC,
                Optional.of(new Nominee("individual", Sample.PERSON)),
                "照片.heic",
                Optional.empty(),
                Optional.of(new Dossier.Scanned(List.of(), Optional.empty(), true, Optional.empty())));

        assertThat(Handed.second().and(pdf).sentences("R-79")).containsExactly("张三照片不是单张图片文件，请更换为2寸蓝底彩色证件照片");
        assertThat(Handed.second().and(heic).findings("R-79")).isEmpty();
    }

    private static Handed photo(Photo photo) {
        return Handed.second().and(Scan.photo(Sample.PERSON, photo));
    }
}
