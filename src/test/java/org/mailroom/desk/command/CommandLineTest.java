package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailroomExtension.CNIPA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.Mailroom;
import org.mailroom.testing.ChildJvm;

class CommandLineTest {
    @TempDir
    private Path folder;

    @Test
    void settings_on_the_command_line_are_for_the_desk_and_no_command() {
        assertThat(Commands.asked()).isFalse();
        assertThat(Commands.asked("--server.port=0")).isFalse();
        assertThat(Commands.asked("receive", "a.eml")).isTrue();
        assertThat(Commands.asked("--help")).isTrue();
    }

    @Test
    void help_speaks_the_language_of_whoever_asks() {
        AskedCommand english = AskedCommand.english(installation(), "--help");
        AskedCommand chinese = AskedCommand.chinese(installation(), "--help");

        assertThat(english.exit()).isZero();
        assertThat(english.out()).startsWith("Usage: mailroom").contains("receive", "Hands mails", "Exit codes");
        assertThat(chinese.out()).startsWith("用法：").contains("receive", "将保存为文件的邮件", "退出码");
        assertThat(chinese.out()).doesNotContain("Show this help");
        assertThat(AskedCommand.chinese(installation(), "receive", "--help").out())
                .contains("邮件文件");
    }

    @Test
    void both_languages_have_the_same_words() {
        ResourceBundle english = Wording.in(Locale.ENGLISH).bundle();
        ResourceBundle chinese = Wording.in(Locale.CHINA).bundle();

        assertThat(english.getLocale()).isEqualTo(Locale.ROOT);
        assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void an_unknown_command_is_one_line_and_exit_2() {
        AskedCommand asked = AskedCommand.english(installation(), "recieve", "a.eml");

        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err().strip()).isEqualTo("There is no command \"recieve\"; mailroom --help lists them.");
        assertThat(asked.out()).isEmpty();
    }

    @Test
    void an_unknown_option_and_a_missing_argument_are_one_line_and_exit_2() {
        AskedCommand option = AskedCommand.english(installation(), "receive", "--fast", "a.eml");
        AskedCommand missing = AskedCommand.chinese(installation(), "receive");

        assertThat(option.exit()).isEqualTo(2);
        assertThat(option.err().strip())
                .isEqualTo("There is no option \"--fast\"; mailroom receive --help lists them.");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err().strip()).isEqualTo("命令不完整，可用 mailroom receive --help 查看用法。");
    }

    @Test
    void a_mail_is_put_whole_into_the_drop_folder() throws IOException {
        Path mail = Files.writeString(folder.resolve("初审.EML"), "From: a@b.example\r\n\r\ntext", UTF_8);

        AskedCommand asked = AskedCommand.english(installation(), "receive", mail);

        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(folder.resolve("data/drop")).isDirectoryContaining("glob:**/初审.eml");
        assertThat(folder.resolve("data/drop/初审.eml")).hasSameBinaryContentAs(mail);
        assertThat(folder.resolve("data/drop")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void another_mail_of_the_same_name_replaces_none_and_the_same_mail_is_there_once() throws IOException {
        Path first = Files.writeString(folder.resolve("a.eml"), "From: a@b.example\r\n\r\nfirst");
        AskedCommand.english(installation(), "receive", first, first);
        Files.writeString(first, "From: a@b.example\r\n\r\nsecond");

        assertThat(AskedCommand.english(installation(), "receive", first).exit())
                .isZero();

        assertThat(folder.resolve("data/drop/a.eml")).content().endsWith("first");
        assertThat(folder.resolve("data/drop/a (2).eml")).content().endsWith("second");
        assertThat(folder.resolve("data/drop/a (3).eml")).doesNotExist();
    }

    @Test
    void a_missing_file_or_one_that_is_no_mail_stops_before_anything_is_handed_over() throws IOException {
        Path mail = Files.writeString(folder.resolve("a.eml"), "From: a@b.example\r\n\r\nfirst");
        Path form = Files.write(folder.resolve("form.docx"), new byte[] {'P', 'K', 3, 4});

        AskedCommand missing = AskedCommand.english(installation(), "receive", mail, folder.resolve("b.eml"));
        AskedCommand wrong = AskedCommand.english(installation(), "receive", mail, form);

        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err().strip()).isEqualTo("There is no file " + folder.resolve("b.eml") + ".");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err().strip()).startsWith(form + " is not a mail");
        assertThat(folder.resolve("data/drop")).doesNotExist();
    }

    @Test
    void the_program_itself_takes_the_command_and_ends_with_its_code() throws Exception {
        Files.writeString(folder.resolve("a.eml"), "From: a@b.example\r\n\r\ntext");
        Files.writeString(folder.resolve("mailroom.yaml"), "mailroom:\n  data: books\n");

        try (ChildJvm child = program("receive", "a.eml")) {
            child.says("a.eml is handed over as books/drop/a.eml."
                    .replace('/', folder.getFileSystem().getSeparator().charAt(0)));
            assertThat(child.exitCode()).isZero();
        }
        try (ChildJvm child = program("nonsense")) {
            assertThat(child.exitCode()).isEqualTo(2);
        }
        Files.writeString(folder.resolve("mailroom.yaml"), "mailroom:\n  datta: books\n");
        try (ChildJvm child = program("receive", "a.eml")) {
            assertThat(child.exitCode()).isEqualTo(4);
        }
    }

    private ChildJvm program(String... arguments) throws IOException {
        return new ChildJvm(
                Mailroom.class, folder, java.util.List.of("-Duser.language=en", "-Dfile.encoding=UTF-8"), arguments);
    }

    private Folder installation() {
        return new Folder(folder.resolve("data"), CNIPA);
    }
}
