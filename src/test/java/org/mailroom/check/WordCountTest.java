package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 字数 as Word counts it. */
class WordCountTest {
    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "'　 \n\t', 0",
        "知识产权, 4",
        "知识产权。, 5",
        "'知 识　产\n权', 4",
        "PCT申请, 3",
        "2020年以来, 4",
        "专利3500件, 4",
        "'Patent Cooperation Treaty', 3",
        "'增长3.5%，居第1', 7",
        "“知识产权”, 6",
        "it’s, 1",
        "２０２１, 4",
        "①一是, 3",
        "知\u200B识, 2",
        "𠮷林, 2",
        "'a, b', 2"
    })
    void each_han_character_and_full_width_mark_is_one_and_each_run_of_others_is_one(String text, int count) {
        assertThat(WordCount.of(text)).isEqualTo(count);
    }
}
