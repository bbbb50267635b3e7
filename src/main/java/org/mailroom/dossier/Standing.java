package org.mailroom.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;

/**
 * Where one unit stands with one stage, as committed: all that a receipt says is taken from here.
 *
 * @param onTime whether the first mail was received before the close (D-2, D-3)
 * @param received what stands in the slots, one line a document kind, in the order of the campaign
 * @param files every file that is counted now, in order of arrival
 * @param gaps what is missing
 * @param checking stamped scans that were not found yet, while pages are still being read; not missing
 * @param findings what the rules found, of every severity
 * @param nominees how many nominees each category has, with the quota
 * @param division nominees that count against the division quota
 * @param correctionDue the day a correction is due, if one was set
 * @param supersededFiles files of this answer's mails that were replaced within it or replace earlier ones
 * @param seenBefore files that were already there with the same content
 * @param links cloud links in the mails answered, by host; nothing was received through them
 * @param unsure files a person must still look at: unrecognised or not checkable by machine
 * @param byName whether scans were assigned by their names alone
 * @param pending whether anything waits for a person: WARN findings, scans not placed by a person, pages not read, unsure
 *     files
 */
public record Standing(
        Unit unit,
        Stage stage,
        DossierState state,
        boolean onTime,
        Instant firstReceived,
        Instant lastReceived,
        List<Received> received,
        List<File> files,
        List<Gap> gaps,
        List<Gap> checking,
        List<Finding> findings,
        List<Count> nominees,
        int division,
        Optional<LocalDate> correctionDue,
        List<String> supersededFiles,
        List<String> seenBefore,
        List<String> links,
        List<String> unsure,
        boolean byName,
        boolean pending) {

    /**
     * What has arrived of one kind of document.
     *
     * @param required how many are required, if that can be told
     * @param scans how many stamped scans, assigned by name
     * @param electronic how many electronic versions, read
     * @param byCategory electronic or scanned, counted once a nominee
     */
    public record Received(
            DocumentKind document, int required, int scans, int electronic, boolean complete, List<Count> byCategory) {}

    /**
     * A file that is counted; sha256 in full, a receipt shows the first 8.
     *
     * @param documents what is in it, each kind once: several if all stamped paper came in one scan
     */
    public record File(String name, long size, String sha256, List<DocumentKind> documents, Medium medium) {
        public File {
            documents = List.copyOf(documents);
        }
    }

    /**
     * Something missing.
     *
     * @param nominee whose it is, if it is a nominee's
     * @param otherMedium whether the same document did arrive in another medium
     */
    public record Gap(
            String rule, DocumentKind document, Medium medium, Optional<String> nominee, boolean otherMedium) {}

    /** How many of a category, against the quota. */
    public record Count(Category category, int count, int quota) {}
}
