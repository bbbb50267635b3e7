package org.mailroom.desk.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailroomExtension.CNIPA;
import static org.mailroom.testing.MailroomExtension.MAPLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.Mailroom;
import org.mailroom.demo.SampleNominee;
import org.mailroom.demo.SampleScan;
import org.mailroom.testing.Archives;
import org.mailroom.testing.ChildJvm;
import org.mailroom.testing.Forms;
import org.mailroom.testing.Units;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckTest {
    @TempDir
    private Path folder;

    @Test
    void a_finding_names_file_document_field_and_rule_and_speaks_as_the_receipt_does() throws IOException {
        Path form = write(
                "初审表.docx",
                Forms.firstReview(Units.JIANGSU)
                        .collective("南京市知识产权保护中心")
                        .deeds(342)
                        .docx());

        AskedCommand asked = check(form);

        assertThat(asked.exit()).as(asked.err()).isEqualTo(1);
        assertThat(asked.out())
                .contains("报送单位：江苏省", "初审表.docx", "推荐对象初审表 · 先进集体 · 南京市知识产权保护中心")
                .containsPattern("R-57 （需补正）  推荐对象初审表 / 南京市知识产权保护中心 / 简要事迹.* / \\[初审表.docx]\n.*342")
                .contains("有需补正的事项");
    }

    @Test
    void ten_forms_in_a_folder_are_checked_together_as_one_units_material() throws IOException {
        List<SampleNominee> nominees = Forms.samples().nominees(Units.JIANGSU, 3, 5);
        for (int i = 0; i < nominees.size(); i++) {
            write(
                    "材料/附件1/" + i + ".docx",
                    Forms.firstReview(Units.JIANGSU)
                            .nominees(List.of(nominees.get(i)))
                            .docx());
        }
        // the list leaves the last nominee out: only a look across documents can tell
        write(
                "材料/汇总表.docx",
                Forms.summary(Units.JIANGSU).nominees(nominees.subList(0, 7)).docx());
        write("材料/报告.docx", Forms.report(Units.JIANGSU).nominees(nominees).docx());
        write("材料/.hidden", new byte[] {1});
        write("材料/~$汇总表.docx", new byte[] {1});

        JsonNode report = json(AskedCommand.chinese(installation(), "check", "--json", folder.resolve("材料")));

        assertThat(report.at("/unit").asString()).isEqualTo("江苏省");
        assertThat(report.at("/files")).hasSize(10);
        assertThat(report.at("/files"))
                .allMatch(file -> file.at("/outcome").asString().equals("form"));
        assertThat(report.at("/files/0/file").asString()).isEqualTo("报告.docx");
        assertThat(report.at("/files/2/file").asString()).isEqualTo("附件1/0.docx");
        JsonNode findings = report.at("/stages/0/findings");
        assertThat(findings)
                .anyMatch(finding ->
                        finding.at("/nominee").asString().equals(nominees.get(7).name())
                                || finding.at("/words")
                                        .asString()
                                        .contains(nominees.get(7).name()));
        assertThat(report.at("/stages/0/missing").toString()).contains("盖章扫描件");
    }

    @Test
    void rules_about_the_units_places_wait_until_the_unit_is_known() throws IOException {
        Path list = write(
                "汇总表.docx",
                Forms.summary(Units.JIANGSU)
                        .collectives(9)
                        .individuals(3)
                        .with("recommendingUnit", "某单位")
                        .docx());

        AskedCommand nobody = check(list);
        AskedCommand named = check("--unit", "江苏", list);

        assertThat(nobody.out()).contains("未能确定").doesNotContain("R-21");
        assertThat(named.out()).contains("报送单位：江苏省", "R-21");
        assertThat(check("--unit", "320000", list).out()).isEqualTo(named.out());
    }

    @Test
    void forms_that_name_several_units_are_nobodys_until_a_person_says_whose() throws IOException {
        write("a.docx", Forms.firstReview(Units.JIANGSU).individual("张三").docx());
        write("b.docx", Forms.firstReview(Units.NINGXIA).individual("李四").docx());

        assertThat(check(folder).out()).contains("各表所填不一致（江苏省, 宁夏回族自治区）", "--unit");
        assertThat(check("--unit", "江苏", folder).out()).contains("报送单位：江苏省");
    }

    @Test
    void archives_are_read_entry_by_entry() throws IOException {
        byte[] form = Forms.firstReview(Units.JIANGSU).individual("张三").docx();
        Path zip = write(
                "材料.zip", Archives.zip(java.nio.charset.StandardCharsets.UTF_8, java.util.Map.of("附件1/张三.docx", form)));

        assertThat(check(zip).out()).contains("材料.zip/附件1/张三.docx", "推荐对象初审表 · 先进个人 · 张三");
    }

    @Test
    void a_scan_is_recognised_page_by_page_and_left_to_a_person_to_confirm() throws IOException {
        List<SampleNominee> nominees = Forms.samples().nominees(Units.JIANGSU, 1, 0);
        write("初审表.docx", Forms.firstReview(Units.JIANGSU).nominees(nominees).docx());
        write(
                "扫描件.pdf",
                SampleScan.stamped(
                        Forms.samples(),
                        List.of(Forms.samples().nomineeForm("first-review-form", Units.JIANGSU, nominees.get(0))),
                        150));

        AskedCommand asked = check(folder);

        assertThat(asked.out()).contains("扫描件.pdf\n    推荐对象初审表").containsPattern("扫描件，从第1.*页识别，需人工确认");
    }

    @Test
    void html_is_one_page_that_holds_the_same_and_takes_nothing_for_markup() throws IOException {
        Path form = write(
                "初审表.docx",
                Forms.firstReview(Units.JIANGSU).collective("甲<b>中心").deeds(342).docx());

        AskedCommand asked = check("--html", form);

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.out())
                .startsWith("<!DOCTYPE html>")
                .contains("R-57", "甲&lt;b&gt;中心")
                .doesNotContain("<b>", "<script", "http");
    }

    @Test
    void what_is_no_form_is_empty_or_encrypted_is_named_in_one_line_and_stops_nothing() throws IOException {
        write("好.docx", Forms.firstReview(Units.JIANGSU).individual("张三").docx());
        write("empty.docx", new byte[0]);
        write("another.txt", "Dear all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write("letter.txt", "Dear colleagues".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write(
                "locked.docx",
                Archives.lockedWord(Forms.summary(Units.JIANGSU).collectives(2).docx()));

        AskedCommand asked = AskedCommand.english(installation(), "check", folder);

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.out().lines())
                .contains(
                        "empty.docx  cannot be counted: it is empty",
                        "locked.docx  cannot be counted: it is encrypted; save it without a password",
                        "letter.txt  none of the campaign's forms");
        assertThat(asked.out()).contains("张三");
    }

    @Test
    void a_missing_file_an_empty_folder_an_unknown_unit_or_campaign_is_one_line_and_exit_2() throws IOException {
        Path form = write(
                "a.docx", Forms.firstReview(Units.JIANGSU).individual("张三").docx());
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertMistake(check(folder.resolve("b.docx")), "没有文件 " + folder.resolve("b.docx") + "。");
        assertMistake(check(empty), empty + " 中没有文件。");
        assertMistake(check("--unit", "火星", form), "本项目没有“火星”这一单位，或不止一个，应写代码或全称。");
        assertMistake(check("--json", "--html", form), null);
        assertMistake(check(), "命令不完整，可用 mailroom check --help 查看用法。");
    }

    @Test
    void another_campaign_needs_no_other_program() throws IOException {
        AskedCommand asked = AskedCommand.english(
                installation(), "check", "--campaign", MAPLE, write("x.txt", new byte[] {'h', 'i'}));

        assertThat(asked.exit()).isEqualTo(1);
        assertThat(asked.out()).contains("x.txt  none of the campaign's forms");
    }

    @Test
    void the_program_itself_checks_without_a_desk_and_leaves_nothing_behind() throws Exception {
        Path form = write(
                "a.docx", Forms.firstReview(Units.JIANGSU).individual("张三").docx());
        Path campaign = CNIPA.toAbsolutePath();

        try (ChildJvm child = new ChildJvm(
                Mailroom.class,
                folder,
                List.of("-Duser.language=en"),
                "check",
                "--campaign",
                campaign.toString(),
                form.toString())) {
            child.says("Nothing to correct was found.");
            assertThat(child.exitCode()).isZero();
        }
        try (ChildJvm child =
                new ChildJvm(Mailroom.class, folder, List.of(), "check", "--campaign", "nowhere", form.toString())) {
            assertThat(child.exitCode()).isEqualTo(2);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**/data");
    }

    private static void assertMistake(AskedCommand asked, String line) {
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err().strip().lines()).hasSize(1);
        if (line != null) {
            assertThat(asked.err().strip()).isEqualTo(line);
        }
    }

    private static JsonNode json(AskedCommand asked) {
        return JsonMapper.builder().build().readTree(asked.out());
    }

    private AskedCommand check(Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = "check";
        System.arraycopy(more, 0, all, 1, more.length);
        return AskedCommand.chinese(installation(), all);
    }

    private Path write(String name, byte[] octets) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, octets);
    }

    private Folder installation() {
        return new Folder(folder.resolve("data"), CNIPA);
    }
}
