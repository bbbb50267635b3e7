package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.desk.command.Exit;

/** bin/mailroom of the release finds Java, says what is wrong with it, and hands everything on, from a folder of any name. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    @TempDir
    Path folder;

    private Path release;

    @BeforeEach
    void unpack() throws IOException {
        release = folder.resolve("rel 收发室");
        Files.createDirectories(release.resolve("bin"));
        Path script = release.resolve("bin/mailroom");
        Files.copy(Path.of("src/release/bin/mailroom"), script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(release.resolve("mailroom.jar"));
    }

    record Said(int exit, String text) {}

    private Said run(Map<String, String> environment, String... arguments) throws Exception {
        // in a file, because Java 17 hands arguments over in the default charset, which need not be the system's
        Path asked = Files.writeString(
                folder.resolve("asked"),
                Stream.concat(
                                Stream.of(
                                        "exec /bin/sh",
                                        release.resolve("bin/mailroom").toString()),
                                Stream.of(arguments))
                        .map(word -> word.startsWith("exec ") ? word : "'" + word + "'")
                        .collect(Collectors.joining(" ")),
                UTF_8);
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", asked.toString());
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        Process script =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String text = new String(script.getInputStream().readAllBytes(), UTF_8);
        return new Said(script.waitFor(), text.strip());
    }

    /** A Java that tells that version, and otherwise its arguments, one a line. */
    private Path java(String version) throws IOException {
        Path home = folder.resolve("a java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2025-04-15' >&2; exit; fi
                printf '<%s>\\n' "$@"
                """.replace("VERSION", version), UTF_8);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_402", "11.0.22", "16"})
    void a_java_that_is_too_old_is_one_line(String version) throws Exception {
        Said said = run(Map.of("JAVA_HOME", java(version).toString()));
        assertThat(said.exit()).isEqualTo(Exit.BROKEN);
        assertThat(said.text())
                .hasLineCount(1)
                .contains("Java 17 or newer is needed")
                .contains("is " + version);
    }

    @Test
    void a_java_home_without_java_is_one_line() throws Exception {
        Said said = run(Map.of("JAVA_HOME", folder.resolve("nowhere").toString()));
        assertThat(said.exit()).isEqualTo(Exit.BROKEN);
        assertThat(said.text())
                .hasLineCount(1)
                .startsWith("mailroom: JAVA_HOME is")
                .contains("nowhere");
    }

    @Test
    void no_java_at_all_is_one_line() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : new String[] {"dirname", "locale"}) {
            Files.writeString(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n", UTF_8);
            Files.setPosixFilePermissions(tools.resolve(tool), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Said said = run(Map.of("PATH", tools.toString()));
        assertThat(said.exit()).isEqualTo(Exit.BROKEN);
        assertThat(said.text())
                .isEqualTo("mailroom: there is no Java on the PATH. Install Java 17 or newer, or set JAVA_HOME to it.");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15", "25", "26-ea"})
    void arguments_and_folders_with_spaces_are_handed_on_whole(String version) throws Exception {
        Said said = run(Map.of("JAVA_HOME", java(version).toString()), "check", "a folder/附件 1.docx");
        assertThat(said.exit()).isZero();
        assertThat(said.text().lines())
                .containsSequence(
                        "<-jar>",
                        "<" + release.toRealPath().resolve("mailroom.jar") + ">",
                        "<check>",
                        "<a folder/附件 1.docx>");
    }

    @Test
    void the_first_run_of_the_desk_leaves_an_archive_of_classes_and_the_next_uses_it() throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", java("17.0.15").toString());
        Path archive = release.toRealPath().resolve("data/cds/java-17.0.15.jsa");

        assertThat(run(java).text()).contains("<-XX:ArchiveClassesAtExit=" + archive + ">");
        assertThat(run(java, "status").text()).doesNotContain("Archive");
        Files.createFile(archive);
        assertThat(run(java).text()).contains("<-XX:SharedArchiveFile=" + archive + ">");
        assertThat(run(Map.of("JAVA_HOME", java("17.0.15").toString(), "MAILROOM_CDS", "off"))
                        .text())
                .doesNotContain("Archive");
    }

    @Test
    void memory_is_kept_small_unless_the_options_say_otherwise() throws Exception {
        String java = java("17.0.15").toString();

        assertThat(run(Map.of("JAVA_HOME", java)).text().lines())
                .startsWith("<-XX:+UseSerialGC>", "<-XX:TieredStopAtLevel=1>", "<-Xms32m>")
                .doesNotContain("<>");
        assertThat(run(Map.of("JAVA_HOME", java, "MAILROOM_JAVA_OPTIONS", "-Xmx1g -XX:+UseG1GC -Xms512m"))
                        .text()
                        .lines())
                .as("Java refuses two collectors, and of two sizes takes the last")
                .doesNotContain("<-XX:+UseSerialGC>", "<>")
                .containsSubsequence("<-Xms32m>", "<-Xmx1g>", "<-XX:+UseG1GC>", "<-Xms512m>", "<-jar>");
    }
}
