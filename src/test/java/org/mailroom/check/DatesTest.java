package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** V-DATE: all spellings of the specification. */
class DatesTest {
    private final Dates dates = Cnipa.VALUES.dates();

    @ParameterizedTest
    @CsvSource({
        "1975.08,            1975-08, 0",
        "1975.8,             1975-08, 0",
        "197508,             1975-08, 0",
        "19750815,           1975-08, 15",
        "1975-08-15,         1975-08, 15",
        "1975/8/15,          1975-08, 15",
        "1975年8月,           1975-08, 0",
        "1975年08月15日,       1975-08, 15",
        "1975 年 8 月 15 日,    1975-08, 15",
        "1975年8月15号,        1975-08, 15",
        "1975年8月生,          1975-08, 0",
        "1975.08（46岁）,       1975-08, 0",
        "1975、08,           1975-08, 0",
        "1975—08,            1975-08, 0",
        "二〇二一年八月九日,       2021-08, 9",
        "二○二一年八月九日,       2021-08, 9",
        "二零二一年八月九日,       2021-08, 9",
        "二0二一年八月九日,       2021-08, 9",
        "二Ｏ二一年八月九日,       2021-08, 9",
        "二O二一年八月九日,       2021-08, 9",
        "二〇二一年十二月三十一日,   2021-12, 31",
        "2021.8.9,           2021-08, 9",
        "２０２１．８．９,        2021-08, 9",
        "2021-08-09 00:00:00, 2021-08, 9",
        "27621,              1975-08, 15"
    })
    void every_spelling_is_read(String text, YearMonth month, int day) {
        assertThat(dates.parse(text)).contains(new WrittenDate(month, day, false));
    }

    @Test
    void a_year_of_two_digits_is_read_and_doubted() {
        assertThat(dates.parse("75.08")).contains(new WrittenDate(YearMonth.of(1975, 8), 0, true));
        assertThat(dates.parse("05年8月")).contains(new WrittenDate(YearMonth.of(2005, 8), 0, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "46岁",
                "1975年13月",
                "1975.02.30",
                "197513",
                "19750230",
                "20000",
                "60001",
                "1975",
                "八月",
                "1975.08.15.2",
                "18750815",
                "8.15",
                "见附页"
            })
    void what_is_no_date_is_not_guessed(String text) {
        assertThat(dates.parse(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021年　月　日", "　　年　　月　　日", "年月日", "二〇二一年  月  日"})
    void a_date_line_as_the_blank_prints_it_is_unfilled(String text) {
        assertThat(dates.unfilled(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021年8月  日", "2021.08", "2021年", ""})
    void a_date_that_was_begun_is_not_unfilled(String text) {
        assertThat(dates.unfilled(text)).isFalse();
    }

    @Test
    void a_date_without_a_day_agrees_with_every_day_of_its_month() {
        WrittenDate month = dates.parse("1975.08").orElseThrow();

        assertThat(month.agrees(dates.parse("1975-08-15").orElseThrow())).isTrue();
        assertThat(month.agrees(dates.parse("1975-09-15").orElseThrow())).isFalse();
    }
}
