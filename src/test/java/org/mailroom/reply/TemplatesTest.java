package org.mailroom.reply;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an office may do to its templates, and what it is told when it slips. */
class TemplatesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTemplates() throws IOException {
        try (Stream<Path> files = Files.walk(Examples.TEMPLATES)) {
            files.forEach(file -> {
                try {
                    Path copy =
                            folder.resolve(Examples.TEMPLATES.relativize(file).toString());
                    if (!Files.isDirectory(copy)) {
                        Files.copy(file, copy);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    @Test
    void a_template_that_cannot_be_parsed_stops_the_start_with_file_and_line() throws IOException {
        Files.writeString(
                folder.resolve("zh/receipt.ftl"),
                "<#assign label = \"回执\">\n<#macro body s>\n<#if s.pending>\n</#macro>\n");

        assertThatThrownBy(this::composer)
                .isInstanceOf(TemplateFault.class)
                .hasMessageStartingWith("mail-templates/zh/receipt.ftl, line 4: ");
    }

    @Test
    void a_missing_template_stops_the_start_by_name() throws IOException {
        Files.delete(folder.resolve("zh/late-notice.ftl"));

        assertThatThrownBy(this::composer)
                .isInstanceOf(TemplateFault.class)
                .hasMessage("mail-templates/zh/late-notice.ftl, line 1: the template is expected and cannot be read");
    }

    @Test
    void a_template_that_asks_for_what_is_not_there_names_file_line_and_expression() throws IOException {
        Files.writeString(
                folder.resolve("zh/receipt.ftl"),
                "<#assign label = \"回执\">\n<#macro body s>\n<@page.paragraph>${s.stage.materiel}</@page.paragraph>\n</#macro>\n");
        Composer composer = composer();

        assertThatThrownBy(() -> composer.compose(answer()))
                .isInstanceOf(TemplateFault.class)
                .hasMessage("mail-templates/zh/receipt.ftl, line 3: cannot be evaluated: s.stage.materiel");
    }

    @Test
    void a_template_reaches_no_class() throws IOException {
        Files.writeString(
                folder.resolve("zh/receipt.ftl"),
                "<#assign label = \"x\">\n<#macro body s>\n${\"freemarker.template.utility.Execute\"?new()(\"id\")}\n</#macro>\n");
        Composer composer = composer();

        assertThatThrownBy(() -> composer.compose(answer()))
                .isInstanceOf(TemplateFault.class)
                .hasMessageStartingWith("mail-templates/zh/receipt.ftl, line 3: ");
    }

    private Composer composer() {
        return new Composer(Examples.campaign(), Examples.forms(), folder, Examples.origin());
    }

    private static Answer answer() {
        return Examples.answer(
                Examples.at(2021, 8, 27, 16, 15),
                Answer.Section.of(Examples.jiangsuComplete(), "ZSCQ-2021-S1-320000-01"));
    }
}
