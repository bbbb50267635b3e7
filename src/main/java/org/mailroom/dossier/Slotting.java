package org.mailroom.dossier;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailroom.custody.EventLog;
import org.mailroom.dossier.Documents.AssignedBy;
import org.mailroom.dossier.Documents.NewDocument;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import tools.jackson.databind.json.JsonMapper;

/** Files a sorted document into its slot, with its event. */
final class Slotting {
    private final Documents documents;
    private final Nominees nominees;
    private final EventLog events;
    private final JsonMapper json;

    Slotting(Documents documents, Nominees nominees, EventLog events, JsonMapper json) {
        this.documents = documents;
        this.nominees = nominees;
        this.events = events;
        this.json = json;
    }

    void file(Sorted.Slotted slotted, DossierRow dossier, long mail, Instant received, long part) {
        ReadFile file = slotted.file();
        NewDocument document = new NewDocument(
                dossier.id(),
                slotted.document().id(),
                slotted.medium().name(),
                nominee(slotted, dossier).orElse(null),
                mail,
                part,
                slotted.ordinal(),
                file.name(),
                file.size(),
                file.sha256(),
                received,
                by(slotted),
                content(slotted).orElse(null));
        boolean replaced = !documents.file(document).isEmpty();
        events.append(
                replaced ? "DOCUMENT_REPLACED" : "DOCUMENT_FILED",
                "mail",
                dossier.unit(),
                dossier.stage(),
                mail,
                Map.of(
                        "slot",
                        document.slotKey(),
                        "sha256",
                        file.sha256(),
                        "by",
                        document.assignedBy().name()));
    }

    Optional<Long> nominee(Sorted.Slotted slotted, DossierRow dossier) {
        return slotted.nominee()
                .map(one -> nominees.idOf(dossier.unit(), one.category(), one.name(), slotted.identityNumber()));
    }

    Optional<String> content(Sorted.Slotted slotted) {
        return slotted.form()
                .map(json::writeValueAsString)
                .or(() -> slotted.scanned().map(json::writeValueAsString));
    }

    static AssignedBy by(Sorted.Slotted slotted) {
        if (slotted.form().isPresent()) {
            return AssignedBy.READ;
        }
        return slotted.scanned()
                .map(form -> exact(slotted.file(), form) ? AssignedBy.READ : AssignedBy.OCR)
                .orElse(AssignedBy.NAME);
    }

    /** Whether the file carries the text of these pages itself. */
    private static boolean exact(ReadFile file, ScannedForm form) {
        return file.reading() instanceof Reading.Scan scan
                && scan.pages().stream()
                        .filter(page -> form.pages().contains(page.number()))
                        .noneMatch(page -> page.text() == ScanPage.Text.RECOGNISED);
    }
}
