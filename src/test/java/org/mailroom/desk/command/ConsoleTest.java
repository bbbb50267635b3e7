package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.Mailroom;
import org.mailroom.testing.ChildJvm;

/** The help of the real program, in a terminal made by script(1). */
class ConsoleTest {
    @TempDir
    private Path folder;

    private String helpIn(String terminal, Charset read) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "no script(1) to make a terminal");
        ProcessBuilder program = ChildJvm.builder(
                Mailroom.class,
                List.of("-XX:TieredStopAtLevel=1", "-Duser.language=zh", "-Dsun.stdout.encoding=" + terminal),
                "--help");
        List<String> script = new ArrayList<>(List.of("script", "-qec", String.join(" ", program.command())));
        script.add(folder.resolve("typescript").toString());
        Process process = program.command(script).redirectErrorStream(true).start();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as(new String(said, UTF_8)).isZero();
        // without the colours
        return new String(said, read).replaceAll("\u001B\\[[0-9;]*m", "");
    }

    @Test
    void a_terminal_in_gbk_shows_chinese() throws Exception {
        assertThat(helpIn("GBK", Charset.forName("GBK")))
                .contains("用法：", "将保存为文件的邮件")
                .doesNotContain("?", "\uFFFD");
    }

    @Test
    void a_terminal_in_ascii_shows_english() throws Exception {
        assertThat(helpIn("US-ASCII", StandardCharsets.US_ASCII))
                .contains("Usage: mailroom", "Hands mails")
                .doesNotContain("\uFFFD");
    }
}
