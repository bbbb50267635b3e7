package org.mailroom.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

/**
 * Which slots the pages of a scan fill, by the forms that were found on them (specification 5, case 8). Where a page could not
 * be understood, what else the file may hold is left open: then the file also counts for nominees whose form was not found, and
 * a person must look. OCR never says that something is missing.
 */
final class ScannedFiles {
    /** Mean confidence below which a page counts as not understood. */
    private static final double UNDERSTOOD = 0.6;

    private ScannedFiles() {}

    /** @return nothing if no page could be placed: then the file's name must say where it goes */
    static List<Sorted> sort(Sorting sorting, RecognisedFile scan, Sorting.Context context) {
        if (!(scan.file().reading() instanceof Reading.Scan seen)) {
            return List.of();
        }
        List<Sorted> slots = new ArrayList<>();
        Set<DocumentKind> doubtful = new LinkedHashSet<>();
        Set<DocumentKind> ofNominees = new LinkedHashSet<>();
        for (ScannedForm one : scan.scanned()) {
            DocumentKind document = sorting.documents().get(one.form().document());
            Optional<Stage> stage = document == null ? Optional.empty() : sorting.stage(document.id(), context);
            if (document != null && stage.isPresent()) {
                boolean nominees = Sorting.required(stage.get(), document.id()).per() == RequiredDocument.Per.NOMINEE;
                Optional<Nominee> nominee =
                        nominees ? Whose.form(one, seen.pages(), context.nominees()) : Optional.empty();
                if (nominees) {
                    ofNominees.add(document);
                }
                if (nominees && nominee.isEmpty()) {
                    doubtful.add(document);
                } else {
                    slots.add(slotted(scan, stage.get(), document, nominee, Optional.of(one)));
                }
            }
        }
        if (slots.isEmpty()) {
            return List.of();
        }
        if (!understood(seen.pages(), scan.scanned())) {
            doubtful.addAll(ofNominees);
        }
        for (DocumentKind document : doubtful) {
            sorting.stage(document.id(), context)
                    .ifPresent(stage -> slots.add(slotted(scan, stage, document, Optional.empty(), Optional.empty())));
        }
        return slots;
    }

    private static Sorted slotted(
            RecognisedFile scan,
            Stage stage,
            DocumentKind document,
            Optional<Nominee> nominee,
            Optional<ScannedForm> form) {
        return new Sorted.Slotted(
                scan.file(), stage, document, Medium.SCAN, nominee, Optional.empty(), form, Optional.empty());
    }

    /** Whether every page that is not blank belongs to a form and could be read. */
    private static boolean understood(List<ScanPage> pages, List<ScannedForm> forms) {
        Set<Integer> placed = new HashSet<>();
        forms.forEach(form -> placed.addAll(form.pages()));
        return pages.stream()
                .filter(page -> !page.blank())
                .allMatch(page -> placed.contains(page.number())
                        && page.text() != ScanPage.Text.NONE
                        && confidence(page) >= UNDERSTOOD);
    }

    private static double confidence(ScanPage page) {
        return page.lines().stream()
                .mapToDouble(ScanPage.Line::confidence)
                .average()
                .orElse(0);
    }
}
