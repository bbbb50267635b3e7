package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDChoice;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.mailroom.reading.ScanPage.Line;

/** What is filled into the fields of a PDF form (ISO 32000-1, 12.7), as lines where the fields stand. Scripts are not run. */
final class FormFields {
    private static final int MOST_FIELDS = 5000;
    private static final String TICKED = "\u2611";
    private static final String OPEN = "\u2610";

    private final List<Filled> fields = new ArrayList<>();

    private record Filled(PDAnnotationWidget widget, String text) {}

    static FormFields of(PDDocument document) {
        FormFields found = new FormFields();
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form != null) {
            int count = 0;
            for (PDField field : form.getFieldTree()) {
                if (++count > MOST_FIELDS) {
                    break;
                }
                found.add(field);
            }
        }
        return found;
    }

    static FormFields none() {
        return new FormFields();
    }

    private void add(PDField field) {
        try {
            if (field instanceof PDTextField text && !text.isPassword()) {
                text.getWidgets().forEach(widget -> fill(widget, text.getValue()));
            } else if (field instanceof PDChoice choice) {
                choice.getWidgets().forEach(widget -> fill(widget, String.join(" ", choice.getValue())));
            } else if (field instanceof PDButton button && !button.isPushButton()) {
                button.getWidgets().forEach(widget -> fill(widget, ticked(widget) ? TICKED : OPEN));
            }
        } catch (RuntimeException broken) {
            // One broken field leaves the others as they are.
            return;
        }
    }

    private void fill(PDAnnotationWidget widget, String text) {
        if (!text.isBlank() && widget.getRectangle() != null && !widget.isHidden()) {
            fields.add(new Filled(widget, text.strip().replaceAll("\\R", " ")));
        }
    }

    private static boolean ticked(PDAnnotationWidget widget) {
        COSName state = widget.getAppearanceState();
        return state != null && !COSName.Off.equals(state);
    }

    /** Fields name their page only if they like; the page always names its fields. */
    List<Line> on(PDPage page, PageFrame frame) throws java.io.IOException {
        if (fields.isEmpty()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        var annotations = page.getAnnotations().stream()
                .map(annotation -> annotation.getCOSObject())
                .toList();
        for (Filled field : fields) {
            if (annotations.contains(field.widget().getCOSObject())) {
                lines.add(new Line(field.text(), frame.box(field.widget().getRectangle()), 1));
            }
        }
        return lines;
    }
}
