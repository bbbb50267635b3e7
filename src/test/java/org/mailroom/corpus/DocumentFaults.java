package org.mailroom.corpus;

import static org.mailroom.corpus.WordEdit.elements;
import static org.mailroom.corpus.WordEdit.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.form.Filled;
import org.w3c.dom.Element;

/** What is the matter with the document around the form. */
final class DocumentFaults {
    private static final int TEN = 10;

    private DocumentFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("ten-forms-in-one-file", DocumentFaults::tenForms),
                Fault.of("all-forms-in-one-file", DocumentFaults::allForms),
                Fault.heldOut("form-in-the-notice-with-all-annexes", DocumentFaults::inTheNotice),
                Fault.of("tracked-changes-left-in", DocumentFaults::trackedChanges),
                Fault.heldOut("comments-left-in", DocumentFaults::comments));
    }

    private static List<CorpusCase> tenForms(String name, Sample sample) {
        List<Filled> forms = new ArrayList<>();
        for (int i = 0; i < TEN; i++) {
            forms.add(sample.forms().nomineeForm("first-review-form", sample.unit(), sample.person(i)));
        }
        Filled[] all = forms.toArray(Filled[]::new);
        // No unit has ten places.
        return List.of(
                CorpusCase.docx(name, Sampled.docx(all), Sampled.truths(all)).breaks(Breach.of("R-22")));
    }

    private static List<CorpusCase> allForms(String name, Sample sample) {
        Sample listed = new Sample(sample.unit(), 1, sample.random());
        Filled[] all = {
            sample.forms().summaryForm(sample.unit(), sample.forms().nominees(sample.unit(), 1, 1)),
            listed.review(),
            listed.reviewOfCollective(),
            listed.approval(),
            listed.opinions()
        };
        return List.of(
                CorpusCase.docx(name, Sampled.docx(all), Sampled.truths(all)).harmless());
    }

    /** The notice as it was sent out, its quota table, then the annexes of which one is filled in; the others stay blank. */
    private static List<CorpusCase> inTheNotice(String name, Sample sample) throws IOException {
        Filled form = sample.review();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element first = elements(edit.body(), "p").get(0);
        for (String line : Ordinary.NOTICE) {
            first.getParentNode().insertBefore(edit.markup("<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>"), first);
        }
        first.getParentNode().insertBefore(edit.markup(Ordinary.quotas()), first);
        first.getParentNode().insertBefore(edit.markup("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"), first);
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless());
    }

    /** A name that was corrected with changes tracked: the old one is still in the file. */
    private static List<CorpusCase> trackedChanges(String name, Sample sample) throws IOException {
        Filled form = sample.review();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        for (String label : List.of("姓名（集体名称）", "工作单位及职务")) {
            Element cell = edit.valueOf(label);
            String value = text(cell);
            edit.write(cell, "");
            Element paragraph = elements(cell, "p").get(0);
            String by = " w:id=\"9" + label.length() + "\" w:author=\"x\" w:date=\"2021-08-20T00:00:00Z\"";
            paragraph.appendChild(
                    edit.markup("<w:del" + by + "><w:r><w:delText>" + "旧" + value + "</w:delText></w:r></w:del>"));
            paragraph.appendChild(edit.markup("<w:ins" + by + "><w:r><w:t>" + value + "</w:t></w:r></w:ins>"));
        }
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).breaks(Breach.of("R-12")));
    }

    private static List<CorpusCase> comments(String name, Sample sample) throws IOException {
        Filled form = sample.approval();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element paragraph = elements(edit.valueOf("政治面貌"), "p").get(0);
        paragraph.insertBefore(
                edit.markup("<w:commentRangeStart w:id=\"0\"/>"),
                elements(paragraph, "r").get(0));
        paragraph.appendChild(edit.markup("<w:commentRangeEnd w:id=\"0\"/>"));
        paragraph.appendChild(edit.markup("<w:r><w:commentReference w:id=\"0\"/></w:r>"));
        edit.part(
                "word/comments.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:comments xmlns:w=\"" + WordEdit.W
                        + "\"><w:comment w:id=\"0\""
                        + " w:author=\"x\"><w:p><w:r><w:t>请核实姓名：李四</w:t></w:r></w:p></w:comment></w:comments>");
        edit.partReplaced(
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/word/comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                        + ".wordprocessingml.comments+xml\"/></Types>");
        edit.partReplaced(
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rIdC\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\""
                        + " Target=\"comments.xml\"/></Relationships>");
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).breaks(Breach.of("R-12")));
    }
}
