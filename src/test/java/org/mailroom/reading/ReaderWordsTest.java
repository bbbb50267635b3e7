package org.mailroom.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReaderWordsTest {
    @Test
    void nothing_a_sender_may_have_written_reaches_the_log() {
        assertThat(new ReaderWords().fit("broken: 张三 430102199001010057 13800000001 43010219900101005X at 12:30"))
                .hasValue("broken: * * * * at 12:30");
    }

    @Test
    void a_process_that_talks_without_end_is_cut_short() {
        ReaderWords words = new ReaderWords();

        assertThat(words.fit("x".repeat(10_000)).orElseThrow()).hasSizeLessThan(300);
        for (int line = 1; line < 200; line++) {
            assertThat(words.fit("a")).isPresent();
        }
        assertThat(words.fit("a")).isEmpty();
    }
}
