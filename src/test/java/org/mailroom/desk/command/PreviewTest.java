package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailroomExtension.CNIPA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.testing.Golden;
import org.springframework.util.FileSystemUtils;

/** A mail is looked at before it is sent; here where no desk was ever started. {@link DeskCommandsTest} has the others. */
class PreviewTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void templates() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("mail-templates"), folder.resolve("mail-templates"));
        FileSystemUtils.copyRecursively(CNIPA, folder.resolve("campaign"));
        Files.writeString(
                folder.resolve("mailroom.yaml"), "mailroom:\n  campaign: '" + folder.resolve("campaign") + "'\n");
    }

    @Test
    void a_correction_notice_has_typical_contents_and_says_that_they_are_invented() throws Exception {
        AskedProgram asked = preview("correction-notice", "--unit", "江苏", "--html", "out.html");

        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(asked.err())
                .isEqualToNormalizingNewlines("Contents are invented: nothing on the books calls for this mail.\n"
                        + "The HTML part is in out.html.\n");
        Golden.assertMatches("preview-correction-notice-320000.txt", asked.out());
        Golden.assertMatches(
                "preview-correction-notice-320000.html", Files.readString(folder.resolve("out.html"), UTF_8));
        assertThat(folder.resolve("data")).as("nothing is left behind").doesNotExist();
    }

    @Test
    void every_template_that_is_listed_can_be_shown() throws Exception {
        Installation installation = new Folder(folder.resolve("data"), CNIPA);
        AskedCommand list = AskedCommand.english(installation, "preview");

        assertThat(list.exit()).isZero();
        assertThat(list.out()).contains("reminder  reminder before the due time", "digest  daily digest");
        assertThat(AskedCommand.chinese(installation, "preview").out()).contains("digest  每日摘要");
        for (String template : Previews.templates()) {
            AskedProgram asked = preview(template);
            assertThat(asked.exit()).as(template + asked.err()).isZero();
            assertThat(asked.out()).as(template).startsWith("Subject: 【");
        }
    }

    @Test
    void what_was_edited_a_moment_ago_is_seen() throws Exception {
        Path template = folder.resolve("mail-templates/zh/receipt.ftl");
        Files.writeString(template, Files.readString(template).replace("现登记如下", "现予登记"));
        Path messages = folder.resolve("campaign/messages-mail.properties");
        Files.writeString(messages, Files.readString(messages).replace("mail.short-name=", "mail.short-name=试"));

        assertThat(preview("receipt").out()).startsWith("Subject: 【收件回执】试").contains("现予登记");
    }

    @Test
    void a_template_error_names_file_and_line() throws Exception {
        Path template = folder.resolve("mail-templates/zh/receipt.ftl");
        Files.writeString(template, Files.readString(template).replace("<@say.received s/>", "${nothing.there}"));

        AskedProgram asked = preview("receipt");

        assertThat(asked.exit()).isEqualTo(Exit.BROKEN);
        assertThat(asked.out()).isEmpty();
        assertThat(asked.err().lines())
                .containsExactly("mail-templates/zh/receipt.ftl, line 8: cannot be evaluated: nothing");

        Files.writeString(template, "<#macro body s>\n<#if>\n</#macro>");
        assertThat(preview("receipt").err().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("mail-templates/zh/receipt.ftl, line 2: "));
    }

    @Test
    void an_unknown_template_or_unit_is_one_line_with_the_known_names_and_exit_2() {
        Installation installation = new Folder(folder.resolve("data"), CNIPA);

        AskedCommand template = AskedCommand.english(installation, "preview", "recipt");
        AskedCommand unit = AskedCommand.chinese(installation, "preview", "receipt", "--unit", "火星");

        assertThat(template.exit()).isEqualTo(Exit.USAGE);
        assertThat(template.err().lines())
                .singleElement()
                .asString()
                .startsWith("There is no template \"recipt\"; known are: late-notice, ")
                .endsWith(", digest");
        assertThat(unit.exit()).isEqualTo(Exit.USAGE);
        assertThat(unit.err().lines()).singleElement().asString().contains("没有“火星”这一单位", "320000 江苏", "660000 新疆兵团");
        assertThat(template.out() + unit.out()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_is_one_line_and_exit_4() throws Exception {
        AskedProgram asked = preview("receipt", "--html", "no/such/folder.html");

        assertThat(asked.exit()).isEqualTo(Exit.BROKEN);
        assertThat(asked.err().strip()).isEqualTo(Path.of("no/such/folder.html") + " cannot be written.");
    }

    private AskedProgram preview(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "preview";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return AskedProgram.in(folder, all);
    }
}
