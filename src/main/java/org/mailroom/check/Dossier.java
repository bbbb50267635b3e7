package org.mailroom.check;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.form.Form;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.Photo;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.TypedFile;

/**
 * What one unit has handed in for one stage, as the rules see it: the newest version of each document.
 *
 * @param filed every current document, in the order of arrival
 * @param refused files that could not be counted, R-17 and R-18
 * @param nominees all nominees known from lists and forms, in the order of the list
 * @param firstReceived when the unit's first mail for the stage was received
 * @param lastReceived when its newest was
 * @param history what happened before and elsewhere
 */
public record Dossier(
        Unit unit,
        Stage stage,
        List<Filed> filed,
        List<Refused> refused,
        List<Nominee> nominees,
        Instant firstReceived,
        Instant lastReceived,
        History history) {
    public Dossier {
        filed = List.copyOf(filed);
        refused = List.copyOf(refused);
        nominees = List.copyOf(nominees);
    }

    /** Without history. */
    public Dossier(
            Unit unit,
            Stage stage,
            List<Filed> filed,
            List<Refused> refused,
            List<Nominee> nominees,
            Instant firstReceived,
            Instant lastReceived) {
        this(unit, stage, filed, refused, nominees, firstReceived, lastReceived, History.NONE);
    }

    public Dossier with(History other) {
        return new Dossier(unit, stage, filed, refused, nominees, firstReceived, lastReceived, other);
    }

    /**
     * A document in one medium.
     *
     * @param document key of its kind
     * @param nominee whom it is about, for a nominee's document
     * @param form what was read in it; empty for a scan
     * @param scanned what was seen of a scan
     * @param typed what is known of the file of an electronic version beside what stands in it
     */
    public record Filed(
            String document,
            Medium medium,
            Optional<Nominee> nominee,
            String fileName,
            Optional<Form> form,
            Optional<Scanned> scanned,
            Optional<TypedFile> typed) {
        /** A document of whose file nothing more is known. */
        public Filed(
                String document,
                Medium medium,
                Optional<Nominee> nominee,
                String fileName,
                Optional<Form> form,
                Optional<Scanned> scanned) {
            this(document, medium, nominee, fileName, form, scanned, Optional.empty());
        }

        /** A document that is no scan, or one that nobody has looked into. */
        public Filed(String document, Medium medium, Optional<Nominee> nominee, String fileName, Optional<Form> form) {
            this(document, medium, nominee, fileName, form, Optional.empty());
        }
    }

    /**
     * What was seen of a scan.
     *
     * @param pages its pages, those of other documents in the same file left out
     * @param form what could be read on them; a hint, never a proof
     * @param finished whether all pages are read; until then nothing can be missed on them
     * @param photo what a single picture looks like as a portrait
     */
    public record Scanned(List<ScanPage> pages, Optional<Form> form, boolean finished, Optional<Photo> photo) {
        public Scanned {
            pages = List.copyOf(pages);
        }

        /**
         * What was seen of one document in a file.
         *
         * @param pages of the whole file
         * @param form the document on some of them; empty if the whole file is it
         */
        public static Scanned of(List<ScanPage> pages, Optional<ScannedForm> form, Optional<Photo> photo) {
            return new Scanned(
                    pages.stream()
                            .filter(page -> form.isEmpty() || form.get().pages().contains(page.number()))
                            .toList(),
                    form.map(ScannedForm::form),
                    pages.stream().noneMatch(page -> page.text() == ScanPage.Text.OPEN),
                    photo);
        }
    }

    /** A file that could not be counted. */
    public record Refused(String fileName, Reading.Reason reason) {}

    /**
     * A nominee.
     *
     * @param category key of the category
     * @param name normalised name (V-NAME)
     */
    public record Nominee(String category, String name) {}

    /** The nominees without those who are cancelled: they count for nothing. */
    public List<Nominee> counted() {
        return nominees.stream()
                .filter(nominee -> !history.cancelled().contains(nominee))
                .toList();
    }

    /**
     * The unit's places in a category: its quota without the places lost to cancellations.
     *
     * @param quota key in {@link Unit#quotas()}
     */
    public int places(String category, String quota) {
        return Math.max(
                0, unit.quotas().getOrDefault(quota, 0) - history.lostPlaces().getOrDefault(category, 0));
    }

    /** The forms of one kind that were read, in the order of arrival. */
    public List<Form> forms(String document) {
        return filed.stream()
                .filter(filed -> filed.document().equals(document))
                .flatMap(filed -> filed.form().stream())
                .toList();
    }

    public boolean has(String document, Medium medium, Optional<Nominee> nominee) {
        return filed.stream()
                .anyMatch(filed -> filed.document().equals(document)
                        && filed.medium() == medium
                        && filed.nominee().equals(nominee));
    }
}
