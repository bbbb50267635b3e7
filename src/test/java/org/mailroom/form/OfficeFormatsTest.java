package org.mailroom.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mailroom.testing.Units.JIANGSU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.reading.reader.Parts;
import org.mailroom.testing.Forms;

/** All forms in every format in which office programs save them are read as from docx, field by field. */
class OfficeFormatsTest {
    /** How an ending and the filter that writes it go together. */
    private static final Map<String, String> TEXTS = new LinkedHashMap<>(Map.of(
            "doc", "doc:MS Word 97",
            "rtf", "rtf:Rich Text Format",
            "odt", "odt:writer8",
            "html", "html:HTML (StarWriter)"));

    private static final Map<String, String> TABLES = new LinkedHashMap<>(Map.of(
            "xls", "xls:MS Excel 97",
            "xlsx", "xlsx:Calc MS Excel 2007 XML",
            "ods", "ods:calc8",
            "html", "html:HTML (StarCalc)"));

    private final Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);

    OfficeFormatsTest() throws IOException {}

    private static Map<String, byte[]> documents() throws IOException {
        Map<String, byte[]> documents = new TreeMap<>();
        List<Layouts> layouts = Layouts.all();
        for (int i = 0; i < layouts.size(); i++) {
            documents.put("layout" + i, layouts.get(i).made().docx());
        }
        documents.put(
                "own-first-review",
                Forms.firstReview(JIANGSU).collectives(1).individuals(1).docx());
        documents.put(
                "own-collective",
                Forms.collectiveApproval(JIANGSU).collectives(1).docx());
        documents.put(
                "own-individual",
                Forms.individualApproval(JIANGSU).individuals(2).docx());
        documents.put(
                "own-opinion",
                Forms.opinion(JIANGSU).collectives(1).individuals(1).docx());
        documents.put(
                "own-summary",
                Forms.summary(JIANGSU).collectives(6).individuals(7).docx());
        documents.put("own-contact", Forms.contact(JIANGSU).docx());
        documents.put(
                "own-report",
                Forms.report(JIANGSU).collectives(2).individuals(2).docx());
        return documents;
    }

    @Test
    void every_form_is_read_from_every_format_as_from_docx(@TempDir Path folder) throws Exception {
        assumeTrue(Soffice.installed(), "soffice is not installed");
        Map<String, byte[]> documents = documents();
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            Files.write(folder.resolve(document.getKey() + ".docx"), document.getValue());
        }
        Exactness exactness = new Exactness();
        for (Map.Entry<String, String> format : TEXTS.entrySet()) {
            Path saved = Soffice.converted(folder, ".docx", format.getValue());
            for (Map.Entry<String, byte[]> document : documents.entrySet()) {
                String file = document.getKey() + "." + format.getKey();
                List<Form> expected = recogniser.recognise(Parts.sheet(document.getValue()));
                byte[] octets = Files.readAllBytes(saved.resolve(file));
                exactness.compare(
                        format.getKey(),
                        file,
                        expected,
                        recogniser.recognise(Parts.sheet("a." + format.getKey(), octets)));
            }
        }
        exactness.print();
        assertThat(exactness.wrong).isEmpty();
    }

    @Test
    void every_form_typed_into_a_spreadsheet_is_read_as_from_docx(@TempDir Path folder) throws Exception {
        Map<String, byte[]> documents = documents();
        Exactness exactness = new Exactness().withoutLetters();
        Map<String, List<Form>> expected = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            List<Form> forms = recogniser.recognise(Parts.sheet(document.getValue()));
            if (!forms.get(0).document().endsWith("report")) {
                byte[] xlsx = Workbooks.xlsx(Parts.sheet(document.getValue()));
                Files.write(folder.resolve(document.getKey() + ".xlsx"), xlsx);
                expected.put(document.getKey(), forms);
                exactness.compare(
                        "xlsx", document.getKey() + ".xlsx", forms, recogniser.recognise(Parts.sheet("a.xlsx", xlsx)));
            }
        }
        if (Soffice.installed()) {
            for (Map.Entry<String, String> format : TABLES.entrySet()) {
                Path saved = Soffice.converted(folder, ".xlsx", format.getValue());
                for (Map.Entry<String, List<Form>> document : expected.entrySet()) {
                    String file = document.getKey() + "." + format.getKey();
                    byte[] octets = Files.readAllBytes(saved.resolve(file));
                    exactness.compare(
                            format.getKey() + " by LibreOffice",
                            file,
                            document.getValue(),
                            recogniser.recognise(Parts.sheet("a." + format.getKey(), octets)));
                }
            }
        }
        exactness.print();
        assertThat(exactness.wrong).isEmpty();
    }

    /** Fields read and fields read exactly, by format. */
    private static final class Exactness {
        private final Map<String, int[]> counts = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
        /** Where there are no paragraphs, there is no text outside the fields either. */
        private boolean letters = true;

        void compare(String format, String file, List<Form> expected, List<Form> read) {
            int[] count = counts.computeIfAbsent(format, any -> new int[4]);
            Map<String, String> wanted = values(expected);
            Map<String, String> found = values(read);
            count[0] += expected.size();
            boolean known = expected.stream()
                    .map(Form::document)
                    .toList()
                    .equals(read.stream().map(Form::document).toList());
            count[1] += known ? expected.size() : 0;
            if (!known) {
                wrong.add(file + ": " + read.stream().map(Form::document).toList());
            }
            wanted.forEach((name, text) -> {
                count[2]++;
                if (text.equals(found.get(name))) {
                    count[3]++;
                } else if (known) {
                    wrong.add(file + " " + name + ": [" + text + "] read as [" + found.get(name) + "]");
                }
            });
        }

        Exactness withoutLetters() {
            letters = false;
            return this;
        }

        private Map<String, String> values(List<Form> forms) {
            Map<String, String> values = new LinkedHashMap<>();
            for (Form form : forms) {
                String place = form.ordinal() + " ";
                form.fields().forEach((name, field) -> values.put(place + name, field.text()));
                for (Row row : form.rows()) {
                    row.fields()
                            .forEach((name, field) ->
                                    values.put(place + row.block() + row.number() + "." + name, field.text()));
                }
                if (letters && !form.text().isEmpty()) {
                    values.put(place + "text", form.text());
                }
            }
            return values;
        }

        void print() {
            counts.forEach((format, count) -> System.out.println(String.format(
                    Locale.ROOT, "%-20s forms %d/%d, fields %d/%d", format, count[1], count[0], count[3], count[2])));
        }
    }
}
