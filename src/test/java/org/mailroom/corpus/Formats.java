package org.mailroom.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailroom.form.Soffice;
import org.mailroom.form.Workbooks;
import org.mailroom.reading.reader.Parts;

/** The same forms in the formats in which people save them; LibreOffice saves them where it is installed. */
final class Formats {
    private static final Map<String, String> SAVED = Map.of(
            "doc", "doc:MS Word 97",
            "rtf", "rtf:Rich Text Format",
            "odt", "odt:writer8",
            "pdf", "pdf:writer_pdf_Export");

    private final List<String> formats;

    Formats() {
        this(List.of("doc", "rtf", "odt", "pdf"));
    }

    Formats(List<String> formats) {
        this.formats = formats;
    }

    /** Every case as .docx, and again in each of the formats; lists and contact forms also as spreadsheets. */
    List<CorpusCase> cases(List<CorpusCase> docx) throws Exception {
        List<CorpusCase> all = new ArrayList<>(docx);
        for (CorpusCase made : docx) {
            if (made.about("summary-form") || made.about("contact-form")) {
                all.add(spreadsheet(made));
            }
        }
        all.addAll(saved(docx));
        return all;
    }

    static CorpusCase spreadsheet(CorpusCase made) throws IOException {
        byte[] xlsx = Workbooks.xlsx(Parts.sheet(made.file().octets()));
        return made.as("xlsx", new CorpusFile(made.kind() + ".xlsx", xlsx));
    }

    /** Only the files that LibreOffice saves; none where it is not installed. */
    List<CorpusCase> saved(List<CorpusCase> docx) throws Exception {
        if (!Soffice.installed()) {
            System.err.println("LibreOffice is not installed here: " + formats + " are left out");
            return List.of();
        }
        List<CorpusCase> saved = new ArrayList<>();
        Path folder = Files.createTempDirectory("corpus");
        for (int i = 0; i < docx.size(); i++) {
            Files.write(folder.resolve(i + ".docx"), docx.get(i).file().octets());
        }
        for (String format : formats) {
            Path converted = Soffice.converted(folder, ".docx", SAVED.getOrDefault(format, format));
            for (int i = 0; i < docx.size(); i++) {
                Path file = converted.resolve(i + "." + format);
                if (Files.exists(file)) {
                    String name = docx.get(i).kind() + "." + format;
                    saved.add(docx.get(i).as(format, new CorpusFile(name, Files.readAllBytes(file))));
                } else {
                    System.err.println("LibreOffice did not save " + docx.get(i) + " as " + format);
                }
            }
        }
        return saved;
    }
}
