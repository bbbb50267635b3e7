package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.dossier.ScanAssignment.Neighbour;
import org.mailroom.dossier.ScanAssignment.Proposal;

class ScanAssignmentTest {
    private static final DocumentKind FIRST_REVIEW =
            new DocumentKind("first-review-form", "推荐对象初审表", Optional.of("附件1"), true, List.of("初审表", "附件1"), "份");
    private static final DocumentKind SUMMARY =
            new DocumentKind("summary-form", "推荐对象汇总表", Optional.of("附件5"), true, List.of("汇总表", "附件5"), "份");
    private static final DocumentKind REPORT = new DocumentKind(
            "first-review-report", "初审评选推荐工作报告", Optional.empty(), false, List.of("工作报告", "推荐报告"), "份");
    private static final Nominee ZHANG = new Nominee("individual", "张三");
    private static final Nominee ZHANG_FENG = new Nominee("individual", "张三丰");

    private final ScanAssignment scans = new ScanAssignment(
            List.of(FIRST_REVIEW, SUMMARY, REPORT),
            Set.of("first-review-form"),
            Pattern.compile("盖章|扫描件|电子版|版|[（）()\\-]"));

    @ParameterizedTest
    @CsvSource({
        "附件1-推荐对象初审表（张三）盖章.pdf,first-review-form,张三",
        "材料.zip/附件1/张三.jpg,first-review-form,张三",
        "附件1 初审表 张三丰.pdf,first-review-form,张三丰",
        "附件５汇总表扫描件.PDF,summary-form,",
        "盖章/初审评选推荐工作报告.pdf,first-review-report,",
        "初审表（全部）.pdf,first-review-form,",
    })
    void a_scan_is_assigned_by_name_or_folder(String name, String document, String nominee) {
        Optional<Proposal> proposal = scans.of(name, List.of(ZHANG, ZHANG_FENG), List.of(), false);
        assertThat(proposal.map(found -> found.document().id())).contains(document);
        assertThat(proposal.flatMap(Proposal::nominee).map(Nominee::name)).isEqualTo(Optional.ofNullable(nominee));
    }

    @Test
    void a_scan_is_assigned_by_the_form_of_the_same_name_beside_it() {
        List<Neighbour> beside = List.of(new Neighbour("甲.docx", "first-review-form", Optional.of(ZHANG)));
        assertThat(scans.of("甲（盖章扫描件）.pdf", List.of(ZHANG), beside, false))
                .contains(new Proposal(FIRST_REVIEW, Optional.of(ZHANG)));
    }

    @Test
    void the_scan_beside_a_file_with_the_forms_of_several_nominees_covers_all() {
        List<Neighbour> beside = List.of(
                new Neighbour("初审表（合订）.docx", "first-review-form", Optional.of(ZHANG)),
                new Neighbour("初审表（合订）.docx", "first-review-form", Optional.of(ZHANG_FENG)));
        assertThat(scans.of("初审表（合订）（盖章扫描件）.pdf", List.of(ZHANG, ZHANG_FENG), beside, false))
                .contains(new Proposal(FIRST_REVIEW, Optional.empty()));
    }

    @Test
    void a_picture_that_says_nothing_is_left_to_a_person() {
        List<Neighbour> two = List.of(
                new Neighbour("甲.docx", "first-review-form", Optional.of(ZHANG)),
                new Neighbour("乙.docx", "summary-form", Optional.empty()));
        assertThat(scans.of("IMG_2031.jpg", List.of(ZHANG), two, true)).isEmpty();
        assertThat(scans.of("扫描全能王 2021-8-30 16.22.pdf", List.of(ZHANG), two, true))
                .isEmpty();
    }

    @Test
    void the_only_scan_beside_the_only_form_is_its_scan() {
        List<Neighbour> one = List.of(new Neighbour("联系表.docx", "summary-form", Optional.empty()));
        assertThat(scans.of("扫描全能王 2021-8-30 16.22.pdf", List.of(), one, true))
                .contains(new Proposal(SUMMARY, Optional.empty()));
        assertThat(scans.of("IMG_2031.jpg", List.of(), one, false)).isEmpty();
    }
}
