package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar as the campaign has it: acceptance check 2 and the arithmetic of D-8. */
class WorkingDaysTest {
    @TempDir
    Path temporary;

    private CopiedCampaign cnipa;
    private WorkingDays calendar;

    @BeforeEach
    void load() {
        cnipa = CopiedCampaign.of(CopiedCampaign.CNIPA, temporary);
        calendar = cnipa.load().workingDays();
    }

    @ParameterizedTest
    @CsvSource({
        // acceptance check 2
        "2021-09-22, 2021-09-28, 6",
        "2021-09-24, 2021-09-28, 4",
        "2021-09-16, 2021-09-22, 4",
        "2021-09-17, 2021-09-24, 5",
        // D-8
        "2021-08-14, 2021-08-31, 12",
        "2021-09-01, 2021-09-30, 22",
        // public notices that are known to have run 5 days, the day of posting counted
        "2023-12-25, 2023-12-29, 5",
        "2021-09-26, 2021-09-26, 1",
        "2021-09-20, 2021-09-20, 0",
        "2021-09-28, 2021-09-22, 0",
        "2022-12-30, 2023-01-03, 2",
    })
    void working_days_count_both_ends_and_the_make_up_days(LocalDate start, LocalDate end, int days) {
        assertThat(calendar.between(start, end)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-09-29, 2021-09-24",
        "2021-08-31, 2021-08-25",
        "2021-08-30, 2021-08-24",
        "2021-09-30, 2021-09-26",
        "2021-08-29, 2021-08-23",
    })
    void a_publicity_of_5_working_days_begins_at_the_latest_on(LocalDate end, LocalDate start) {
        assertThat(calendar.latestStart(end, 5)).isEqualTo(start);
        assertThat(calendar.between(start, end)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-08-30, 2, 2021-09-01",
        "2021-09-17, 2, 2021-09-22",
        "2021-09-18, 1, 2021-09-22",
        "2021-09-25, 1, 2021-09-26",
        "2021-09-30, 1, 2021-10-08",
    })
    void a_correction_is_due_after_working_days_that_follow_the_notice(LocalDate day, int days, LocalDate due) {
        assertThat(calendar.after(day, days)).isEqualTo(due);
    }

    @Test
    void six_years_are_verified_and_any_other_is_refused() {
        assertThat(calendar.years()).containsOnlyKeys(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(calendar.verified(2027)).isFalse();
        assertThatThrownBy(() -> calendar.isWorkingDay(LocalDate.of(2027, 1, 4)))
                .isInstanceOf(WorkingDays.UnknownYearException.class)
                .hasMessageContaining("2027");
        assertThatThrownBy(() -> calendar.between(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 4)))
                .isInstanceOf(WorkingDays.UnknownYearException.class);
        assertThatThrownBy(() -> calendar.after(LocalDate.of(2026, 12, 31), 1))
                .isInstanceOf(WorkingDays.UnknownYearException.class);
        assertThatThrownBy(() -> calendar.latestStart(LocalDate.of(2021, 1, 4), 2))
                .isInstanceOf(WorkingDays.UnknownYearException.class);
    }

    @Test
    void a_year_that_is_no_longer_verified_is_refused() {
        cnipa.replace("calendar.yaml", "    verified: true", "    verified: false");
        WorkingDays without2021 = cnipa.load().workingDays();
        assertThatThrownBy(() -> without2021.isWorkingDay(LocalDate.of(2021, 8, 31)))
                .isInstanceOf(WorkingDays.UnknownYearException.class)
                .hasMessageContaining("2021");
        assertThat(without2021.isWorkingDay(LocalDate.of(2022, 8, 31))).isTrue();
    }

    @Test
    void a_holiday_counts_in_the_year_of_its_day_whatever_notice_announced_it() {
        cnipa.replace("calendar.yaml", "from: 2022-12-31", "from: 2022-12-30");
        WorkingDays longer = cnipa.load().workingDays();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 12, 30))).isTrue();
        assertThat(longer.isWorkingDay(LocalDate.of(2022, 12, 30))).isFalse();
    }
}
