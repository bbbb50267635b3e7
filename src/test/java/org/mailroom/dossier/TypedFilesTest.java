package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.form.Workbooks;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.TypedFile;
import org.mailroom.reading.reader.Parts;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** What was noted of a file while it was read is known when its dossier is looked at, now and later. */
class TypedFilesTest {
    private static final String UNIT = "320000";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_form_in_a_spreadsheet_is_asked_for_as_a_word_file(TestDatabase kind) throws IOException {
        FiledMails desk = new FiledMails(kind.fresh());
        byte[] docx = Forms.firstReview(FiledMails.unit(UNIT)).individuals(1).docx();

        file(desk, "2021-08-27T08:05:00Z", "初审表.xlsx", Workbooks.xlsx(Parts.sheet(docx)));
        assertThat(desk.said(UNIT, "S1", "R-06")).containsExactly("R-06.spreadsheet");

        file(desk, "2021-08-27T09:05:00Z", "初审表.docx", docx);
        assertThat(desk.said(UNIT, "S1", "R-06")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_pages_of_a_file_are_a_forms_only_if_it_holds_no_other(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        ScanPages pages = new ScanPages(desk.jdbc, JsonMapper.builder().build());
        file(
                desk,
                "2021-08-27T08:05:00Z",
                "初审表.docx",
                Forms.firstReview(FiledMails.unit(UNIT)).individuals(1).docx());
        long part = desk.jdbc.sql("select id from part").query(Long.class).single();
        assertThat(pages.typed(part)).isPresent();

        Sheet sheet = new Sheet(List.of(), List.of("comments")).printing(4);
        pages.keep(part, TypedFile.of(sheet, false));
        assertThat(pages.typed(part).flatMap(TypedFile::pages)).isEmpty();
        pages.keep(part, TypedFile.of(sheet, true));
        assertThat(pages.typed(part)).contains(new TypedFile(List.of("comments"), Optional.of(4)));
    }

    private static void file(FiledMails desk, String at, String name, byte[] octets) {
        desk.file(
                at,
                MailBuilder.aMail().from(desk.registered(UNIT)).subject("初审材料").attach(name, octets));
    }
}
