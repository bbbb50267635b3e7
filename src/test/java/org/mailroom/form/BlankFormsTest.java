package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blanks in the campaign folder are what the descriptors say. {@code -Dblanks.write} makes them anew. */
class BlankFormsTest {
    private static final Path BLANKS = Descriptors.CNIPA.resolve("blank");

    private final Blanks blanks = new Blanks(new FormWriter());

    @Test
    void blank_forms_are_reproduced_byte_for_byte(@TempDir Path folder) throws IOException {
        List<FormDescriptor> forms = Descriptors.of(Descriptors.CNIPA);
        if (System.getProperty("blanks.write") != null) {
            blanks.writeAll(forms, BLANKS);
        }
        List<Path> written = blanks.writeAll(forms, folder);

        assertThat(written).hasSize(6);
        for (Path file : written) {
            assertThat(BLANKS.resolve(file.getFileName().toString())).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void blank_forms_are_the_same_in_every_time_zone(@TempDir Path folder) throws IOException {
        List<FormDescriptor> forms = Descriptors.of(Descriptors.CNIPA);
        TimeZone here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            for (Path file : blanks.writeAll(forms, folder)) {
                assertThat(BLANKS.resolve(file.getFileName().toString())).hasSameBinaryContentAs(file);
            }
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void blanks_bear_the_names_of_the_annexes_of_the_notice() throws IOException {
        assumeFalse(System.getProperty("blanks.write") != null, "blanks are being written");
        try (var files = Files.list(BLANKS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "附件1.推荐对象初审表.docx",
                            "附件2.全国知识产权系统先进集体推荐审批表.docx",
                            "附件3.全国知识产权系统先进个人推荐审批表.docx",
                            "附件4.推荐对象征求意见表.docx",
                            "附件5.推荐对象汇总表.docx",
                            "附件6.全国知识产权系统先进集体和先进个人评选表彰推荐工作联系表.docx");
        }
    }
}
