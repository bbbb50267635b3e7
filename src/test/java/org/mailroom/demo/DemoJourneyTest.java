package org.mailroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Campaign;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.ReadAnswer;

/** The demonstration, with a shorter story, from its start over the first-stage deadline to a second start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoJourneyTest {
    private static final String STORY = """
            start: 2021-08-27T08:00
            stops: ["08:30", "09:00", "17:00"]
            fileNames:
              ofUnit: "{annex}{document}"
              ofNominee: "{annex}{document}（{nominee}）"
              together: "{annex}{document}（合订）"
              scan: "{name}（盖章扫描件）"
            steps:
              - title: 江苏：材料齐全
                from: zscq@jiangsu.example
                name: 江苏省知识产权局
                subject: 江苏省初审材料
                body: 现报送江苏省初审材料，请查收。
                bundle: {unit: "320000", collectives: 1, individuals: 1}
              - title: 浙江：缺汇总表盖章扫描件
                from: zscq@zj.example
                name: 浙江省知识产权局
                subject: 浙江省初审材料
                body: 现报送浙江省初审材料。
                bundle: {unit: "330000", collectives: 1, individuals: 1, without: [summary-form/SCAN]}
              - title: 报送时限已过
                clock: 2021-09-02T09:20
              - title: 海南：逾期报送
                from: zscq@hainan.example
                name: 海南省知识产权局
                subject: 海南省初审材料
                body: 现补报海南省初审材料。
                bundle: {unit: "460000", collectives: 1, individuals: 1}
            """;

    /** With an address; all others are to be phoned, which takes no time here. */
    private static final List<String> UNITS = List.of("110000", "320000", "330000", "460000", "650000");

    private static final String STAFF = "staff@mailroom.example";

    @TempDir
    static Path folder;

    private static Campaign campaign;
    private static PlayedDemo demo;

    @BeforeAll
    static void play() throws IOException {
        campaign = Campaigns.chinese();
        Files.writeString(campaign.folder().resolve("demo/scenario.yaml"), STORY);
        Path contacts = campaign.folder().resolve("demo/contacts.yaml");
        Files.write(
                contacts,
                Files.readAllLines(contacts).stream()
                        .filter(line ->
                                !line.contains("unit:") || UNITS.stream().anyMatch(line::contains))
                        .toList());
        demo = new PlayedDemo(folder, campaign.folder());
        demo.says("演示结束");
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    @Order(1)
    void reminders_went_out_on_the_days_of_their_slots_and_none_to_whoever_was_done() {
        assertThat(demo.column("""
                        select distinct cast(slot_time at time zone 'Asia/Shanghai' as varchar(16)) as at
                          from agenda_slot where kind = 'reminder' and slot_key like 'S1%' and outcome = 'DONE'
                         order by at""")).containsExactly("2021-08-27 09:00", "2021-08-30 09:00", "2021-08-31 09:00");
        assertThat(kindsTo("zscq@beijing.example")).containsExactly("报送提醒", "报送提醒", "报送提醒");
        assertThat(demo.column("select kind from outbox where recipient = 'zscq@beijing.example' order by id"))
                .containsExactly("reminder", "reminder", "due-day-warning", "deadline-passed");
        assertThat(kindsTo("zscq@zj.example"))
                .as("what is incomplete is reminded of too")
                .hasSize(4);
        assertThat(kindsTo("zscq@jiangsu.example")).as("the receipt alone").hasSize(1);
        assertThat(demo.said()).contains("8月27日09时00分发出：报送提醒", "8月31日09时00分发出：截止当日提醒");
    }

    @Test
    @Order(2)
    void staff_got_a_digest_each_working_morning_and_one_before_the_close() {
        assertThat(demo.inboxOf(STAFF))
                .extracting(ReadAnswer::subject)
                .extracting(subject -> subject.replaceAll(".*（(.*)）.*", "$1"))
                .containsExactly(
                        "2021年8月27日8时30分",
                        "2021年8月30日8时30分",
                        "2021年8月31日8时30分",
                        "2021年8月31日17时00分",
                        "2021年9月1日8时30分",
                        "2021年9月2日8时30分");
    }

    @Test
    @Order(3)
    void deadline_made_a_task_of_what_is_incomplete_and_drafts_for_the_silent() {
        assertThat(tasks("incomplete-at-due")).containsExactly("330000");
        assertThat(tasks("overdue")).contains("110000", "120000").doesNotContain("320000", "330000");

        List<String> silent = demo.column("""
                        select distinct unit from outbox where kind = 'deadline-passed' and state = 'DRAFT'
                         order by unit""");
        assertThat(silent).containsExactly("110000", "460000", "650000");
        assertThat(tasks("please-phone")).as("whom no mail reaches").contains("120000");
        assertThat(demo.column("select state from outbox where kind = 'deadline-passed'"))
                .as("a person releases them")
                .containsOnly("DRAFT");
    }

    @Test
    @Order(4)
    void late_mail_is_registered_for_a_person_and_was_never_forfeited() {
        assertThat(tasks("late-submission")).containsExactly("460000");
        assertThat(demo.column("select state from dossier where unit = '460000' and stage = 'S1'"))
                .containsExactly("LATE_RECEIVED");
        assertThat(demo.column("select file_name from document where mail_id = (select max(id) from mail)"))
                .as("its files are on record")
                .isNotEmpty();
        assertThat(demo.column("select kind from outbox where recipient = 'zscq@hainan.example' and state = 'SENT'"))
                .last()
                .isEqualTo("late-notice");
        assertThat(demo.column("select state from dossier")).doesNotContain("FORFEITED");
        assertThat(demo.column("select details from event")).noneMatch(details -> details.contains("FORFEITED"));
    }

    @Test
    @Order(5)
    void every_mail_sent_lies_in_a_file_octet_by_octet() throws IOException {
        assertEverySentMailIsAFile();
    }

    @Test
    @Order(6)
    void clerk_moves_the_clock_to_the_next_stop_and_nobody_below() throws Exception {
        Instant before = instant("2021-09-02T17:00");
        Person viewer = new Person("viewer", demo.port());
        assertThat(viewer.reads("/")).doesNotContain("/demo/clock");
        assertThat(viewer.posts("/password", "/demo/clock", "")).isEqualTo(403);
        Person clerk = new Person("clerk", demo.port());
        assertThat(clerk.postsPlainly("/demo/clock", ""))
                .as("without the token")
                .isEqualTo(403);
        assertThat(demo.clock().instant()).isBefore(before);

        assertThat(clerk.posts("/", "/demo/clock", "")).isEqualTo(302);
        assertThat(demo.clock().instant()).isBetween(before, instant("2021-09-02T17:02"));
        assertThat(clerk.reads("/")).contains("活动时间现为9月2日17时00分");

        assertThat(clerk.posts("/", "/demo/clock", "")).isEqualTo(302);
        assertThat(clerk.reads("/")).contains("活动时间现为9月3日08时30分");
        assertThat(demo.inboxOf(STAFF)).as("the morning's digest").hasSize(7);
        assertEverySentMailIsAFile();
    }

    @Test
    @Order(7)
    void second_start_goes_on_and_plays_nothing_again() throws Exception {
        List<Map<String, Object>> before = record();
        Instant stopped = demo.clock().instant();
        demo.close();
        demo = new PlayedDemo(folder, campaign.folder());
        demo.says("全部4步此前已演示");

        assertThat(demo.clock().instant()).isBetween(stopped, instant("2021-09-03T09:00"));
        assertThat(record()).isEqualTo(before);
        assertThat(demo.said()).doesNotContain("【1/4】");

        assertThat(new Person("clerk", demo.port()).posts("/", "/demo/clock", "day=true"))
                .isEqualTo(302);
        assertThat(demo.clock().instant()).isBetween(instant("2021-09-04T08:30"), instant("2021-09-04T08:40"));
        assertThat(demo.inboxOf(STAFF)).as("a Saturday: no digest").isEmpty();
        assertThat(demo.column("select kind from task where kind = 'mailbox-renumbered'"))
                .as("its mailbox begins anew at each start, which alarms nobody")
                .isEmpty();
    }

    private static void assertEverySentMailIsAFile() throws IOException {
        List<Map<String, Object>> sent = demo.rows("select id, kind from outbox where state = 'SENT' order by id");
        assertThat(sent).hasSizeGreaterThan(25);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("data/answers"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSameSizeAs(sent);
        for (Map<String, Object> mail : sent) {
            String start = String.format(Locale.ROOT, "%03d-%s-", mail.get("id"), mail.get("kind"));
            assertThat(files)
                    .filteredOn(file -> file.getFileName().toString().startsWith(start))
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .hasExtension("eml")
                            .hasBinaryContent(demo.octets("select message from outbox where id = " + mail.get("id"))));
        }
    }

    /** Every mail in and out, as a second start would add to it. */
    private static List<Map<String, Object>> record() {
        return demo.rows("""
                select 'in' as way, id, state from mail union all select 'out', id, state from outbox order by way, id""");
    }

    /** The kinds in the subjects of what somebody got. */
    private static List<String> kindsTo(String address) {
        return demo.inboxOf(address).stream()
                .map(ReadAnswer::subject)
                .map(subject -> subject.replaceAll("^【(.*?)】.*", "$1"))
                .toList();
    }

    private static List<String> tasks(String kind) {
        return demo.column("select unit from task where closed_at is null and kind = '" + kind + "' order by unit");
    }

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(campaign.zone()).toInstant();
    }
}
