package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.reading.reader.Parts;
import org.mailroom.testing.Forms;
import org.mailroom.testing.Units;

/** Forms saved again by LibreOffice, which writes tables, merged cells and text in its own way. */
class LibreOfficeTest {
    private final Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);

    LibreOfficeTest() throws IOException {}

    @Test
    void forms_saved_again_by_libreoffice_are_read_the_same(@TempDir Path folder) throws Exception {
        assumeTrue(Soffice.installed(), "soffice is not installed");
        List<Layouts> layouts = Layouts.all();
        for (int i = 0; i < layouts.size(); i++) {
            Files.write(folder.resolve(i + ".docx"), layouts.get(i).made().docx());
        }
        Files.write(
                folder.resolve("own.docx"),
                Forms.individualApproval(Units.JIANGSU).individuals(2).docx());
        Path saved = Soffice.converted(folder, ".docx", "docx:MS Word 2007 XML");

        for (int i = 0; i < layouts.size(); i++) {
            byte[] docx = Files.readAllBytes(saved.resolve(i + ".docx"));
            LayoutsTest.same(layouts.get(i), recogniser.recognise(Parts.sheet(docx)));
        }
        List<Form> own = recogniser.recognise(Parts.sheet(Files.readAllBytes(saved.resolve("own.docx"))));
        assertThat(own)
                .extracting(Form::document)
                .containsExactly("individual-approval-form", "individual-approval-form");
        assertThat(own).allSatisfy(form -> assertThat(form.differences()).isEmpty());
    }
}
