package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V-RANGE: periods of publicity; a year not stated is the campaign's, 2021. */
class DateRangesTest {
    private final DateRanges ranges = Cnipa.VALUES.ranges();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8月23日至27日",
                "8月23日到27日",
                "8月23日-8月27日",
                "8月23日－8月27日",
                "2021年8月23日—27日",
                "2021年8月23日——2021年8月27日",
                "8月23日–27日",
                "8月23日~27日",
                "8月23日～27日",
                "8.23-8.27",
                "2021.8.23-2021.8.27",
                "2021.08.23—08.27",
                "8 月 23 日 至 8 月 27 日",
                "８月２３日至２７日",
                "8月23日（星期一）至8月27日（星期五）",
                "8月23日起至27日",
                "8月23日至\n8月27日",
                "二〇二一年八月二十三日至二十七日",
                "已于2021年8月23日至27日在单位公告栏公示，无异议。"
            })
    void every_spelling_of_a_period_is_read(String text) {
        assertThat(ranges.find(text))
                .containsExactly(
                        new DateRange(LocalDate.of(2021, 8, 23), LocalDate.of(2021, 8, 27), OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource({"8月23日起5个工作日, 5", "自2021年8月23日起，公示5个工作日, 5", "8月23日起五个工作日, 5", "8月23日起公示3个工作日, 3"})
    void a_period_may_be_stated_by_its_working_days(String text, int days) {
        LocalDate start = LocalDate.of(2021, 8, 23);

        assertThat(ranges.find(text)).containsExactly(new DateRange(start, start, OptionalInt.of(days)));
    }

    @Test
    void a_period_may_pass_new_year() {
        assertThat(ranges.find("2021年12月28日至1月4日"))
                .containsExactly(
                        new DateRange(LocalDate.of(2021, 12, 28), LocalDate.of(2022, 1, 4), OptionalInt.empty()));
    }

    @Test
    void a_period_whose_end_lies_before_its_start_stays_so() {
        assertThat(ranges.find("8月27日至8月23日").get(0).end()).isEqualTo(LocalDate.of(2021, 8, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "公示5个工作日", "9月28日至31日", "8月23日", "增长1.5-2.0%", "13月1日至5日"})
    void what_is_no_period_of_real_days_is_not_found(String text) {
        assertThat(ranges.find(text)).isEmpty();
    }
}
