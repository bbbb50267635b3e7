package org.mailroom.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderProgramTest {
    @TempDir
    private Path folder;

    @Test
    void a_jar_is_started_as_a_jar() throws IOException {
        Path jar = folder.resolve("mailroom.jar");

        assertThat(new ReaderProgram(List.of(jar), true, "org.mailroom.Mailroom", List.of("reader"))
                        .command(folder, List.of("-Xmx1m")))
                .endsWith("-Xmx1m", "-jar", jar.toString(), "reader")
                .first()
                .asString()
                .startsWith(System.getProperty("java.home"));
    }

    @Test
    void classes_are_named_in_a_file_that_a_path_of_any_length_and_with_any_character_goes_into() throws IOException {
        List<Path> entries = List.of(folder.resolve("with space/a.jar"), folder.resolve("classes"));

        List<String> command = new ReaderProgram(entries, false, "org.mailroom.Mailroom", List.of("reader"))
                .command(folder, List.of());

        assertThat(command.subList(1, command.size())).containsExactly("@" + folder.resolve("arguments"), "reader");
        assertThat(Files.readString(
                        folder.resolve("arguments"), Charset.forName(System.getProperty("native.encoding"))))
                .isEqualTo("-cp \"" + (entries.get(0) + File.pathSeparator + entries.get(1)).replace("\\", "\\\\")
                        + "\" org.mailroom.Mailroom");
    }

    @Test
    void the_list_of_a_class_path_that_Surefire_packs_as_a_jar_is_no_program() {
        ReaderProgram tests = ReaderProgram.same("org.mailroom.Mailroom", "reader");

        assertThat(tests.jar()).isFalse();
        assertThat(tests.classPath()).isNotEmpty().allMatch(Path::isAbsolute);
    }
}
