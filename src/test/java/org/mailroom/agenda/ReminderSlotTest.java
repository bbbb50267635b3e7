package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.testing.Campaigns;

/** When reminders are due (6.6, D-8): in Shanghai, which knows no summer time, and in Toronto, which does. */
class ReminderSlotTest {
    @Test
    void reminders_of_S1_are_on_T_7_T_3_moved_from_Saturday_to_Friday_T_1_and_T_at_nine() {
        assertThat(times(Campaigns.chinese(), "S1"))
                .containsExactly(
                        "T-7 2021-08-24T01:00:00Z",
                        "T-3 2021-08-27T01:00:00Z",
                        "T-1 2021-08-30T01:00:00Z",
                        "T-0 2021-08-31T01:00:00Z");
    }

    @Test
    void a_reminder_before_the_notice_is_left_out() {
        assertThat(times(Campaigns.chinese(), "S0"))
                .containsExactly("T-3 2021-08-10T01:00:00Z", "T-1 2021-08-12T01:00:00Z", "T-0 2021-08-13T01:00:00Z");
    }

    @Test
    void a_weekend_day_that_is_worked_is_kept() {
        Campaign campaign = Campaigns.chinese("campaign.yaml", "due: 2021-09-30", "due: 2021-09-29");

        assertThat(times(campaign, "S2")).contains("T-3 2021-09-26T01:00:00Z");
    }

    @Test
    void a_holiday_moves_a_reminder_back_as_far_as_it_lasts() {
        Campaign campaign = Campaigns.chinese("campaign.yaml", "due: 2021-09-30", "due: 2021-10-08");

        // 10-01 to 10-07 is no working day: T-7, T-3 and T-1 all fall on 09-30, and the nearest stays
        assertThat(times(campaign, "S2")).containsExactly("T-1 2021-09-30T01:00:00Z", "T-0 2021-10-08T01:00:00Z");
    }

    @Test
    void two_reminders_on_one_day_are_one_and_the_hour_follows_the_clocks_of_Toronto() {
        Campaign campaign = Campaigns.english("campaign.yaml", "due: 2026-03-06", "due: 2026-03-09");

        assertThat(times(campaign, "A1"))
                .containsExactly("T-7 2026-03-02T14:00:00Z", "T-1 2026-03-06T14:00:00Z", "T-0 2026-03-09T13:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08, 09:00, 2026-03-08T13:00:00Z",
        "2026-03-08, 02:30, 2026-03-08T07:30:00Z",
        "2026-03-07, 02:30, 2026-03-07T07:30:00Z",
        "2026-11-01, 01:30, 2026-11-01T05:30:00Z",
        "2026-11-01, 09:00, 2026-11-01T14:00:00Z",
    })
    void an_hour_that_Toronto_skips_is_as_much_later_and_of_a_double_one_the_first_counts(
            String due, String at, Instant expected) {
        Campaign campaign = Campaigns.english(
                "campaign.yaml",
                "reminders: {daysBefore: [7, 3, 1, 0], at: \"09:00\"}",
                "reminders: {daysBefore: [0], at: \"" + at + "\"}",
                "campaign.yaml",
                "due: 2026-03-06",
                "due: " + due,
                "calendar.yaml",
                "weekend: [saturday, sunday]",
                "weekend: [wednesday]");

        assertThat(ReminderSlot.of(campaign, campaign.stages().get(0)))
                .singleElement()
                .extracting(ReminderSlot::time)
                .isEqualTo(expected);
    }

    @Test
    void in_a_year_that_is_not_verified_no_day_is_moved_and_the_year_is_named() {
        Campaign campaign = Campaigns.english("campaign.yaml", "due: 2026-03-06", "due: 2027-01-04");
        List<ReminderSlot> slots = ReminderSlot.of(campaign, campaign.stages().get(0));

        assertThat(slots)
                .extracting(slot -> slot.day() + " " + slot.unverifiedYear().orElse(0))
                // T-7 is Monday 12-28, a holiday of a verified year; T-1 is a Sunday nobody knows of
                .containsExactly("2026-12-24 0", "2027-01-01 2027", "2027-01-03 2027", "2027-01-04 2027");
    }

    @Test
    void a_stage_may_have_reminders_of_its_own() {
        Campaign campaign = Campaigns.chinese(
                "campaign.yaml",
                "    due: 2021-08-31\n",
                "    due: 2021-08-31\n    reminders: {daysBefore: [0, 2], at: \"14:30\"}\n");

        assertThat(times(campaign, "S1")).containsExactly("T-2 2021-08-27T06:30:00Z", "T-0 2021-08-31T06:30:00Z");
        assertThat(times(campaign, "S2")).hasSize(4);
    }

    private static List<String> times(Campaign campaign, String stage) {
        return ReminderSlot.of(campaign, campaign.stage(stage).orElseThrow()).stream()
                .map(slot -> "T-" + slot.daysBefore() + " " + slot.time())
                .toList();
    }
}
