package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six an hour and twenty a day for one address, two in three hours for one subject, two hundred an hour in all. */
class CapsTest {
    @ParameterizedTest
    @CsvSource({
        "5, 19, 1, ''",
        "6, 6, 1, cap: 6 an hour to one address",
        "0, 20, 1, cap: 20 a day to one address",
        "2, 2, 2, cap: 2 with one subject to one address"
    })
    void one_more_mail_is_held_back_when_it_would_exceed_a_cap(int hour, int day, int alike, String reason) {
        assertThat(Caps.USUAL.exceeded(new Caps.Traffic(hour, day, alike, 100)).orElse(""))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true"})
    void two_hundred_an_hour_break_the_circuit(int all, boolean breaks) {
        assertThat(Caps.USUAL.breaks(new Caps.Traffic(0, 0, 0, all))).isEqualTo(breaks);
    }
}
