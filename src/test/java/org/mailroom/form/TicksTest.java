package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However people tick, the chosen option is what counts. */
class TicksTest {
    private final Ticks ticks = new Ticks(Descriptors.lexicon(Descriptors.CNIPA));

    @ParameterizedTest
    @CsvSource({
        "☑先进集体　□先进个人, 先进集体",
        "□先进集体　☑先进个人, 先进个人",
        "□ 先进集体 √ 先进个人, 先进个人",
        "√先进集体 先进个人, 先进集体",
        "先进集体√ 先进个人, 先进集体",
        "先进集体 √先进个人, 先进个人",
        "先进集体（√） 先进个人（ ）, 先进集体",
        "先进集体□　先进个人☑, 先进个人",
        "■先进集体□先进个人, 先进集体",
        "是先进集体 □先进个人, 先进集体",
        "□先进集体　　是先进个人, 先进个人",
        "先进集体　　先进个人是, 先进个人",
        "□先进集体　□先进个人, ''",
        "先进个人, 先进个人",
        "是, 是",
        "☑是 ☑否, 是 否",
    })
    void the_chosen_option_is_read(String typed, String chosen) {
        assertThat(ticks.chosen(typed)).isEqualTo(chosen);
    }
}
