package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.reply.Sending;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.TestDatabase;

/** Each slot once, what is caught up and what is dropped, and what goes wrong; Toronto, due on Friday 2026-03-06. */
abstract class AgendaContract {
    private static final Campaign MAPLE = Campaigns.english();
    private static final String ON = "office@ontario.example";
    private static final String QC = "office@quebec.example";

    abstract TestDatabase database();

    private AgendaDesk desk() {
        return new AgendaDesk(MAPLE, database().fresh(), "2026-02-20T12:00")
                .contact("ON", ON)
                .contact("QC", QC);
    }

    @Test
    void a_unit_is_reminded_when_the_slot_strikes_and_once() {
        AgendaDesk desk = desk().contact("ON", "second@ontario.example").at("2026-02-27T08:59:59");
        assertThat(desk.mails()).isEmpty();

        desk.at("2026-02-27T09:00:00").tick().at("2026-02-27T09:00:05");

        assertThat(desk.mails())
                .containsExactly(
                        "reminder " + ON + " QUEUED",
                        "reminder second@ontario.example QUEUED",
                        "reminder " + QC + " QUEUED");
        assertThat(desk.slots()).containsExactly("A1/T-7/2026-03-06/ON DONE", "A1/T-7/2026-03-06/QC DONE");
        assertThat(desk.list("select kind || ' ' || actor || ' ' || unit || ' ' || stage from event"))
                .contains("NOTICE_COMPOSED clock ON A1");
    }

    @Test
    void each_slot_has_its_mail_and_that_of_the_due_day_is_a_warning() {
        AgendaDesk desk = desk().dossier("QC", "A1", "COMPLETE");

        desk.at("2026-02-27T09:00")
                .at("2026-03-03T09:00")
                .at("2026-03-05T09:00")
                .at("2026-03-06T09:00");

        assertThat(desk.subjects())
                .containsExactly(
                        "[Reminder] Maple Grants 2026: application due soon (Ontario)",
                        "[Reminder] Maple Grants 2026: application due soon (Ontario)",
                        "[Reminder] Maple Grants 2026: application due soon (Ontario)",
                        "[Reminder] Maple Grants 2026: application due today (Ontario)");
        assertThat(desk.mails()).last().isEqualTo("due-day-warning " + ON + " QUEUED");
    }

    @Test
    void a_restart_or_a_clock_set_back_reminds_nobody_again() {
        AgendaDesk desk = desk().at("2026-02-27T09:00").restart().tick().at("2026-02-26T09:00");

        desk.restart().at("2026-02-27T09:00");

        assertThat(desk.mails()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_STARTED", "PARTIAL", "RETURNED"})
    void a_unit_whose_material_is_not_complete_is_reminded(String state) {
        assertThat(desk().dossier("ON", "A1", state).at("2026-02-27T09:00").mails())
                .contains("reminder " + ON + " QUEUED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETE", "UNDER_REVIEW", "ACCEPTED", "CLOSED", "WITHDRAWN", "FORFEITED"})
    void any_other_unit_is_not(String state) {
        AgendaDesk desk = desk().dossier("ON", "A1", state).at("2026-02-27T09:00");

        assertThat(desk.mails()).containsExactly("reminder " + QC + " QUEUED");
        assertThat(desk.slots()).contains("A1/T-7/2026-03-06/ON NOTHING");
    }

    @Test
    void of_several_slots_that_were_missed_only_the_newest_is_caught_up() {
        AgendaDesk desk = desk().at("2026-03-03T17:00");

        assertThat(desk.mails()).containsExactly("reminder " + ON + " QUEUED", "reminder " + QC + " QUEUED");
        assertThat(desk.slots())
                .containsExactly(
                        "A1/T-7/2026-03-06/ON STALE",
                        "A1/T-7/2026-03-06/QC STALE",
                        "A1/T-3/2026-03-06/ON DONE",
                        "A1/T-3/2026-03-06/QC DONE");
    }

    @Test
    void a_slot_that_was_missed_is_dropped_on_the_day_of_the_next_one() {
        AgendaDesk desk = desk().at("2026-03-06T08:00");
        assertThat(desk.mails()).isEmpty();
        assertThat(desk.slots()).contains("A1/T-1/2026-03-06/ON STALE");

        desk.at("2026-03-06T09:00");
        assertThat(desk.mails()).hasSize(2).allMatch(mail -> mail.startsWith("due-day-warning"));
    }

    @Test
    void nobody_is_reminded_after_the_close() {
        AgendaDesk desk = desk().at("2026-03-07T00:00");

        assertThat(desk.mails()).noneMatch(mail -> mail.startsWith("reminder") || mail.startsWith("due-day"));
        assertThat(desk.slots()).hasSize(8).allMatch(slot -> slot.endsWith("STALE"));
    }

    @Test
    void the_warning_of_the_due_day_is_caught_up_until_the_last_second() {
        assertThat(desk().at("2026-03-06T23:59:59").mails())
                .containsExactly("due-day-warning " + ON + " QUEUED", "due-day-warning " + QC + " QUEUED");
    }

    @Test
    void a_slot_from_before_the_desk_was_opened_is_dropped() {
        AgendaDesk desk = desk().openedAt("2026-02-27T09:00:01").at("2026-02-27T10:00");

        assertThat(desk.mails()).isEmpty();
        assertThat(desk.slots()).hasSize(2).allMatch(slot -> slot.endsWith("STALE"));
    }

    @Test
    void a_reminder_waits_until_the_mailbox_has_been_read_up_to_its_time() {
        AgendaDesk desk = desk().mailboxStallsAt("2026-02-27T08:30").at("2026-02-27T11:00");
        assertThat(desk.mails()).isEmpty();

        desk.mailboxIsRead().at("2026-02-27T11:05");
        assertThat(desk.mails()).hasSize(2);
    }

    @Test
    void under_review_a_reminder_is_a_draft() {
        AgendaDesk desk = new AgendaDesk(
                MAPLE, database().fresh(), "2026-02-20T12:00", Path.of("mail-templates"), Sending.REVIEW);

        assertThat(desk.contact("ON", ON).at("2026-02-27T09:00").mails()).containsExactly("reminder " + ON + " DRAFT");
    }

    @Test
    void a_unit_without_a_contact_stands_in_the_phone_list_until_it_has_one() {
        AgendaDesk desk = new AgendaDesk(MAPLE, database().fresh(), "2026-02-20T12:00").contact("ON", ON);
        desk.at("2026-02-27T09:00").at("2026-03-03T09:00");

        assertThat(desk.mails()).hasSize(2).allMatch(mail -> mail.contains(ON));
        assertThat(desk.tasks()).containsExactly("please-phone QC {}");
        assertThat(desk.pleasePhone()).singleElement().satisfies(phone -> {
            assertThat(phone.unit().code()).isEqualTo("QC");
            assertThat(phone.stage().id()).isEqualTo("A1");
        });

        desk.contact("QC", QC).tick();
        assertThat(desk.pleasePhone()).isEmpty();
        assertThat(desk.tasks()).isEmpty();
    }

    @Test
    void a_unit_leaves_the_phone_list_when_its_material_is_complete() {
        AgendaDesk desk = new AgendaDesk(MAPLE, database().fresh(), "2026-02-20T12:00").at("2026-02-27T09:00");
        assertThat(desk.pleasePhone()).hasSize(2);

        desk.dossier("QC", "A1", "COMPLETE").tick();

        assertThat(desk.pleasePhone()).extracting(phone -> phone.unit().code()).containsExactly("ON");
    }

    @Test
    void after_the_close_a_draft_and_a_task_for_each_unit_of_which_nothing_came() {
        AgendaDesk desk = desk().dossier("QC", "A1", "PARTIAL").at("2026-03-07T00:00:05");
        desk.tick().restart().tick();

        assertThat(desk.mails()).containsExactly("deadline-passed " + ON + " DRAFT");
        assertThat(desk.tasks()).containsExactly("overdue ON {}", "incomplete-at-due QC {}");
        assertThat(desk.list("select unit || ' ' || state from dossier order by unit"))
                .containsExactly("ON OVERDUE", "QC PARTIAL");
    }

    @Test
    void without_a_contact_the_notice_of_the_close_is_a_call() {
        AgendaDesk desk = new AgendaDesk(MAPLE, database().fresh(), "2026-03-06T12:00").contact("ON", ON);

        desk.at("2026-03-07T00:00:05");

        assertThat(desk.mails()).containsExactly("deadline-passed " + ON + " DRAFT");
        assertThat(desk.tasks()).contains("please-phone QC {}");
    }

    @Test
    void a_stage_is_not_closed_before_the_mailbox_was_read_past_the_close() {
        AgendaDesk desk = desk().mailboxStallsAt("2026-03-06T23:59").at("2026-03-09T09:00");
        assertThat(desk.mails()).isEmpty();
        assertThat(desk.tasks()).isEmpty();

        assertThat(desk.mailboxIsRead().tick().mails()).hasSize(2).allMatch(mail -> mail.endsWith("DRAFT"));
    }

    @Test
    void a_wrong_address_is_a_task_and_stops_no_other() {
        AgendaDesk desk = desk().contact("ON", "office at@ontario").at("2026-02-27T09:00");

        assertThat(desk.mails()).containsExactly("reminder " + ON + " QUEUED", "reminder " + QC + " QUEUED");
        assertThat(desk.tasks()).containsExactly("wrong-address ON {}");
    }

    @Test
    void a_unit_with_nothing_but_a_wrong_address_is_to_be_phoned() {
        AgendaDesk desk = new AgendaDesk(MAPLE, database().fresh(), "2026-02-20T12:00")
                .contact("ON", "office at@ontario")
                .contact("QC", QC)
                .at("2026-02-27T09:00")
                .tick();

        assertThat(desk.mails()).containsExactly("reminder " + QC + " QUEUED");
        assertThat(desk.tasks()).containsExactly("wrong-address ON {}", "please-phone ON {}");
    }

    @Test
    void a_broken_template_is_a_task_with_file_and_line_leaves_nothing_half_done_and_is_tried_again(
            @TempDir Path templates) throws IOException {
        Path original = Path.of("mail-templates");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files.skip(1)::iterator) {
                Files.copy(file, templates.resolve(original.relativize(file).toString()));
            }
        }
        Path reminder = templates.resolve("en/reminder.ftl");
        String good = Files.readString(reminder);
        Files.writeString(
                reminder, good.replace("<@say.standing s/>", "<#if unit.shortName == 'Ontario'>${s.nothing}</#if>"));
        AgendaDesk desk = new AgendaDesk(MAPLE, database().fresh(), "2026-02-20T12:00", templates, Sending.LIVE)
                .contact("ON", ON)
                .contact("QC", QC)
                .at("2026-02-27T09:00")
                .tick();

        assertThat(desk.mails()).containsExactly("reminder " + QC + " QUEUED");
        assertThat(desk.slots()).containsExactly("A1/T-7/2026-03-06/QC DONE");
        assertThat(desk.tasks())
                .containsExactly(
                        "failed-notice ON {\"fault\":\"mail-templates/en/reminder.ftl, line 12: cannot be evaluated: s.nothing\"}");

        Files.writeString(reminder, good);
        desk.restart().tick();

        assertThat(desk.mails()).containsExactly("reminder " + QC + " QUEUED", "reminder " + ON + " QUEUED");
        assertThat(desk.tasks()).isEmpty();
    }

    @Test
    void a_calendar_that_is_not_verified_is_a_task_once_and_the_reminder_goes_on_its_natural_day() {
        Campaign next = Campaigns.english("campaign.yaml", "due: 2026-03-06", "due: 2027-01-10");
        AgendaDesk desk = new AgendaDesk(next, database().fresh(), "2026-12-20T12:00").contact("ON", ON);

        desk.at("2027-01-03T09:00").at("2027-01-07T09:00");

        assertThat(desk.mails()).hasSize(2);
        assertThat(desk.tasks()).containsExactly("calendar-unverified - {\"year\":2027}", "please-phone QC {}");
    }
}
