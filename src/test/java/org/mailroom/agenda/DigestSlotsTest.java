package org.mailroom.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.testing.Campaigns;

/** Row 6.11: 08:30 on working days and 17:00 on due days. */
class DigestSlotsTest {
    private static final Campaign CNIPA = Campaigns.chinese();
    private static final Campaign MAPLE = Campaigns.english();
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final DigestSlots slots = new DigestSlots(CNIPA, MORNING, EVENING);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2021-08-26, 08:30", // Thursday
        "2021-08-28, ''", // Saturday
        "2021-09-20, ''", // Monday, holiday
        "2021-09-18, 08:30", // Saturday, make-up day
        "2021-09-26, 08:30", // Sunday, make-up day
        "2021-08-13, 08:30 17:00", // S0 is due
        "2021-08-31, 08:30 17:00", // S1 is due
        "2021-09-30, 08:30 17:00", // S2 is due
        "2027-01-01, 08:30", // no verified calendar
        "2027-01-02, 08:30"
    })
    void digest_comes_each_working_day_and_on_due_days_once_more(LocalDate day, String hours) {
        assertThat(slots.of(day).stream().map(slot -> slot.hour().toString()))
                .containsExactly(hours.isEmpty() ? new String[0] : hours.split(" "));
    }

    @Test
    void due_day_has_its_digest_also_on_a_holiday() {
        LocalDate due = LocalDate.parse("2021-08-31");
        WorkingDays calendar = new WorkingDays(Set.of(), Map.of(2021, new WorkingDays.Year(Set.of(due), Set.of())));

        assertThat(new DigestSlots(Changed.calendar(CNIPA, calendar), MORNING, EVENING).of(due))
                .extracting(DigestSlots.Slot::hour)
                .containsExactly(EVENING);
    }

    @Test
    void two_slots_at_the_same_hour_are_one() {
        assertThat(new DigestSlots(CNIPA, MORNING, MORNING).of(LocalDate.parse("2021-08-31")))
                .hasSize(1);
    }

    @Test
    void slot_is_a_time_of_the_campaign_s_zone_over_the_change_to_summer_time() {
        DigestSlots maple = new DigestSlots(MAPLE, MORNING, EVENING);

        assertThat(only(maple, "2026-03-06").time()).isEqualTo(Instant.parse("2026-03-06T13:30:00Z"));
        assertThat(only(maple, "2026-03-09").time()).isEqualTo(Instant.parse("2026-03-09T12:30:00Z"));
        assertThat(only(maple, "2026-11-02").time()).isEqualTo(Instant.parse("2026-11-02T13:30:00Z"));
    }

    @Test
    void hour_that_the_change_to_summer_time_leaves_out_comes_an_hour_later_and_a_doubled_one_once() {
        // 2026-03-08 and 2026-11-01 are Sundays: an unverified year has a digest on every day
        Campaign unverified = unverified(MAPLE);
        DigestSlots spring = new DigestSlots(unverified, LocalTime.of(2, 30), EVENING);
        DigestSlots autumn = new DigestSlots(unverified, LocalTime.of(1, 30), EVENING);

        assertThat(only(spring, "2026-03-08").time()).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(autumn.between(local(MAPLE, "2026-11-01T00:00"), local(MAPLE, "2026-11-01T12:00")))
                .extracting(DigestSlots.Slot::time)
                .containsExactly(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void slots_between_two_instants_leave_out_the_first_and_take_in_the_second() {
        assertThat(keys(slots.between(local(CNIPA, "2021-08-30T08:30"), local(CNIPA, "2021-08-31T17:00"))))
                .containsExactly("2021-08-31/08:30", "2021-08-31/17:00");
        assertThat(slots.between(local(CNIPA, "2021-08-31T17:00"), local(CNIPA, "2021-08-30T08:30")))
                .isEmpty();
    }

    private static DigestSlots.Slot only(DigestSlots slots, String day) {
        return slots.of(LocalDate.parse(day)).get(0);
    }

    private static List<String> keys(List<DigestSlots.Slot> slots) {
        return slots.stream().map(DigestSlots.Slot::key).toList();
    }

    private static Instant local(Campaign campaign, String time) {
        return LocalDateTime.parse(time).atZone(campaign.zone()).toInstant();
    }

    static Campaign unverified(Campaign campaign) {
        return Changed.calendar(campaign, new WorkingDays(campaign.workingDays().weekend(), Map.of()));
    }
}
