package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.demo.SampleScan;
import org.mailroom.dossier.Reviews.Notice;
import org.mailroom.dossier.Standings.Told;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

/** What people decide of a dossier, from the beginning of the review to its end. */
class ReviewsTest {
    private static final Unit JIANGSU = FiledMails.unit("320000");
    private static final String IN_TIME = "2021-08-12T01:00:00Z";
    private static final String LATE = "2021-08-20T01:00:00Z";
    private static final By LI = new By("li", "李某", "经审核");
    private static final By WANG = new By("wang", "王某", "经审核");

    private final List<Told> told = new ArrayList<>();
    private final Notice notice = (decision, standing) -> {
        told.add(standing);
        return Optional.empty();
    };

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_complete_dossier_is_reviewed_and_accepted_and_its_stage_closes_as_the_campaign_says(TestDatabase kind) {
        FiledMails desk = complete(kind, IN_TIME);
        Reviews door = desk.room.reviews();
        String seen = door.seen("320000", "S0");

        assertThat(door.accept("320000", "S0", Map.of(), seen, LI))
                .isEqualTo(new Decided.Refused("state-does-not-allow", Map.of("state", "COMPLETE")));
        assertThat(door.start("320000", "S0", seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(door.start("320000", "S0", seen, LI)).extracting("again").isEqualTo(true);
        assertThat(door.start("320000", "S0", seen, WANG))
                .extracting("by", "what")
                .containsExactly("li", "REVIEW_STARTED");
        assertThat(desk.state("320000", "S0")).isEqualTo("UNDER_REVIEW");

        assertThat(door.accept("320000", "S0", Map.of(), door.seen("320000", "S0"), WANG))
                .isInstanceOf(Decided.Done.class);
        assertThat(desk.state("320000", "S0")).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void open_items_are_waived_one_by_one_with_a_reason_each(TestDatabase kind) {
        FiledMails desk = complete(kind, IN_TIME);
        Reviews door = desk.room.reviews();
        door.start("320000", "S0", door.seen("320000", "S0"), LI);
        for (String rule : List.of("R-06", "R-07")) {
            desk.jdbc
                    .sql(
                            "insert into finding (dossier_id, rule, message, severity, place, details) select id, :rule, :rule, "
                                    + "'RETURN', '{\"document\":\"\",\"block\":\"\",\"row\":0,\"label\":\"\"}', '{}' from dossier")
                    .param("rule", rule)
                    .update();
        }
        List<Reviews.Open> open = door.open("320000", "S0");
        assertThat(open).hasSize(2);
        String seen = door.seen("320000", "S0");
        Map<Long, String> waivers = new HashMap<>(Map.of(open.get(0).id(), "原件已核"));

        assertThat(door.accept("320000", "S0", waivers, seen, LI))
                .isEqualTo(new Decided.Refused("items-open", Map.of("count", 1)));
        waivers.put(open.get(1).id(), " ");
        assertThat(door.accept("320000", "S0", waivers, seen, LI)).isEqualTo(Decided.Refused.because("reason-missing"));
        assertThat(desk.state("320000", "S0")).isEqualTo("UNDER_REVIEW");
        assertThat(desk.count("event where kind = 'DOSSIER_ACCEPTED'")).isZero();

        waivers.put(open.get(1).id(), "已电话确认");
        assertThat(door.accept("320000", "S0", waivers, seen, LI)).isInstanceOf(Decided.Done.class);
        assertThat(door.accept("320000", "S0", waivers, seen, LI))
                .extracting("again")
                .isEqualTo(true);
        assertThat(desk.jdbc
                        .sql("select reason from decision where kind = 'FINDING_WAIVED' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("原件已核", "已电话确认");
        assertThat(desk.state("320000", "S0")).isEqualTo("CLOSED");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_newer_mail_makes_the_decision_stale_and_says_so(TestDatabase kind) {
        FiledMails desk = complete(kind, IN_TIME);
        Reviews door = desk.room.reviews();
        door.start("320000", "S0", door.seen("320000", "S0"), LI);
        String seen = door.seen("320000", "S0");
        desk.file("2021-08-13T01:00:00Z", contactForm(desk, "更正"));

        assertThat(door.accept("320000", "S0", Map.of(), seen, LI))
                .extracting("by", "what")
                .containsExactly("rule", "DOSSIER_ASSESSED");
        assertThat(desk.state("320000", "S0")).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void sent_back_with_a_reason_the_unit_has_a_day_for_its_correction_and_then_is_complete_again(TestDatabase kind) {
        FiledMails desk = complete(kind, IN_TIME);
        Reviews door = desk.room.reviews();
        String seen = door.seen("320000", "S0");

        assertThat(door.sendBack("320000", "S0", "x", seen, new By("li", "", ""), notice))
                .isEqualTo(Decided.Refused.because("reason-missing"));
        assertThat(door.sendBack("320000", "S0", "x", seen, LI, notice)).isInstanceOf(Decided.Done.class);
        assertThat(door.sendBack("320000", "S0", "x", seen, LI, notice))
                .extracting("again")
                .isEqualTo(true);

        assertThat(desk.state("320000", "S0")).isEqualTo("RETURNED");
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.standing().correctionDue()).hasToString("Optional[2021-08-31]");
            assertThat(one.receipt()).isEqualTo(1);
            assertThat(one.mails()).hasSize(1);
        });
        desk.file("2021-08-28T01:00:00Z", contactForm(desk, "更正"));
        assertThat(desk.state("320000", "S0")).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_letter_that_cannot_be_written_takes_the_decision_back(TestDatabase kind) {
        FiledMails desk = complete(kind, IN_TIME);
        Reviews door = desk.room.reviews();
        String seen = door.seen("320000", "S0");

        assertThat(door.sendBack(
                        "320000",
                        "S0",
                        "x",
                        seen,
                        LI,
                        (decision, standing) -> Optional.of(Decided.Refused.because("template-broken"))))
                .isEqualTo(Decided.Refused.because("template-broken"));
        assertThatThrownBy(() -> door.sendBack("320000", "S0", "x", seen, LI, (decision, standing) -> {
                    throw new OutOfMemoryError("killed");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(desk.state("320000", "S0")).isEqualTo("COMPLETE");
        assertThat(door.seen("320000", "S0")).isEqualTo(seen);
        assertThat(desk.count("dossier where receipts > 0 or correction_due is not null"))
                .isZero();
        assertThat(desk.count("decision")).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_came_late_is_admitted_by_a_person_and_then_is_what_the_findings_say(TestDatabase kind) {
        FiledMails desk = complete(kind, LATE);
        Reviews door = desk.room.reviews();
        assertThat(desk.state("320000", "S0")).isEqualTo("LATE_RECEIVED");
        String seen = door.seen("320000", "S0");

        assertThat(door.admit("320000", "S0", seen, new By("li", "", ""), notice))
                .isEqualTo(Decided.Refused.because("reason-missing"));
        assertThat(door.admit("320000", "S0", seen, LI, notice)).isInstanceOf(Decided.Done.class);
        assertThat(door.admit("320000", "S0", seen, WANG, notice))
                .extracting("by", "what")
                .containsExactly("li", "DOSSIER_ADMITTED");

        assertThat(desk.state("320000", "S0")).isEqualTo("COMPLETE");
        assertThat(told).hasSize(1);
        assertThat(desk.count("dossier where on_time"))
                .as("lateness is not forgotten")
                .isZero();
        assertThat(desk.jdbc
                        .sql("select kind from event where kind like 'DOSSIER%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("DOSSIER_ASSESSED", "DOSSIER_ASSESSED", "DOSSIER_ADMITTED");

        desk.file("2021-08-21T01:00:00Z", contactForm(desk, "更正"));
        assertThat(desk.state("320000", "S0")).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void late_and_incomplete_it_is_admitted_to_be_corrected(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(
                LATE,
                MailBuilder.aMail()
                        .from(desk.registered("320000"))
                        .subject("江苏省联系表")
                        .attach("联系表.docx", Forms.contact(JIANGSU).docx()));
        Reviews door = desk.room.reviews();

        assertThat(door.admit("320000", "S0", door.seen("320000", "S0"), LI, notice))
                .isInstanceOf(Decided.Done.class);

        assertThat(desk.state("320000", "S0")).isEqualTo("RETURNED");
        assertThat(told.get(0).standing().correctionDue()).isPresent();
        assertThat(told.get(0).standing().gaps()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = TestDatabase.class, names = "POSTGRESQL")
    void of_two_people_with_two_minds_one_wins_and_the_other_learns_who(TestDatabase kind) throws Exception {
        FiledMails desk = complete(kind, IN_TIME);
        Reviews door = desk.room.reviews();
        door.start("320000", "S0", door.seen("320000", "S0"), LI);
        String seen = door.seen("320000", "S0");
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch go = new CountDownLatch(1);
        try {
            Future<Decided> accepted = two.submit(() -> {
                go.await();
                return door.accept("320000", "S0", Map.of(), seen, LI);
            });
            Future<Decided> returned = two.submit(() -> {
                go.await();
                return door.sendBack("320000", "S0", "x", seen, WANG, notice);
            });
            go.countDown();

            boolean liWon = accepted.get() instanceof Decided.Done;
            assertThat(liWon ? returned.get() : accepted.get())
                    .extracting("by", "what")
                    .containsExactly(liWon ? "li" : "wang", liWon ? "DOSSIER_ACCEPTED" : "DOSSIER_SENT_BACK");
            assertThat(desk.state("320000", "S0")).isEqualTo(liWon ? "CLOSED" : "RETURNED");
            assertThat(told).hasSize(liWon ? 0 : 1);
        } finally {
            two.shutdownNow();
        }
    }

    private static FiledMails complete(TestDatabase kind, String received) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(received, contactForm(desk, ""));
        return desk;
    }

    private static MailBuilder contactForm(FiledMails desk, String more) {
        return MailBuilder.aMail()
                .from(desk.registered("320000"))
                .subject("江苏省联系表" + more)
                .attach(
                        "联系表.docx",
                        Forms.contact(JIANGSU)
                                .with("address", "南京市" + more + "1号")
                                .docx())
                .attach("联系表.pdf", SampleScan.pdf(String.valueOf(more.length()), 1));
    }
}
