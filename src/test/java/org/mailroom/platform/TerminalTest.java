package org.mailroom.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the program says can be read on any console. */
class TerminalTest {
    private static final String WORDS = "收发室：宁夏";

    private static byte[] shown(Terminal terminal, String text) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        terminal.on(octets).print(text);
        return octets.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK", "GB18030", "Big5"})
    void a_chinese_terminal_gets_chinese_in_its_own_charset(Charset charset) {
        Terminal terminal = Terminal.of(Optional.of(charset));
        String words = charset.name().equals("Big5") ? "收發室" : WORDS;

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        terminal.writer(written).append(words).flush();

        assertThat(new String(shown(terminal, words), charset)).isEqualTo(words);
        assertThat(written.toString(charset)).isEqualTo(words);
        assertThat(terminal.language(Locale.CHINESE, words)).isEqualTo(Locale.CHINESE);
    }

    @ParameterizedTest
    @CsvSource({"US-ASCII", "ISO-8859-1", "IBM437", "windows-1252"})
    void a_terminal_without_chinese_is_spoken_to_in_english_and_nothing_fails(Charset charset) {
        Terminal terminal = Terminal.of(Optional.of(charset));

        assertThat(terminal.language(Locale.CHINESE, WORDS)).isEqualTo(Locale.ENGLISH);
        assertThat(new String(shown(terminal, "The desk is running."), charset)).isEqualTo("The desk is running.");
        assertThat(shown(terminal, WORDS)).isNotEmpty();
    }

    @Test
    void a_terminal_that_claims_ascii_gets_names_in_utf_8() {
        Terminal ascii = Terminal.of(Optional.of(StandardCharsets.US_ASCII));

        assertThat(new String(shown(ascii, "宁夏"), StandardCharsets.UTF_8)).isEqualTo("宁夏");
    }

    @Test
    void a_file_or_another_program_gets_utf_8() {
        Terminal none = Terminal.of(Optional.empty());

        assertThat(new String(shown(none, WORDS), StandardCharsets.UTF_8)).isEqualTo(WORDS);
        assertThat(none.language(Locale.CHINESE, WORDS)).isEqualTo(Locale.CHINESE);
    }
}
