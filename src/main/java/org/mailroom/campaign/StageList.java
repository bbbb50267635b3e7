package org.mailroom.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code stages} of {@code campaign.yaml}. */
record StageList(
        Entry root, ZoneId zone, LocalDate noticeDate, Map<String, DocumentKind> documents, List<Category> categories) {
    private static final String END_OF_DAY = "END_OF_DAY";

    List<Stage> stages() {
        Once ids = new Once();
        List<Stage> stages = new ArrayList<>();
        for (Entry entry : root.entries("stages")) {
            entry.allowOnly("id", "material", "due", "cutoff", "correctionWorkdays", "required", "accepted");
            String id = entry.text("id");
            if (!id.matches("[A-Za-z0-9]+")) {
                throw entry.wrong("id", "must be letters and digits like S1, found \"" + id + "\"");
            }
            ids.add(id, "another stage", entry, "id");
            LocalDate due = entry.date("due");
            if (due.isBefore(noticeDate)) {
                throw entry.wrong("due", "must not be before the noticeDate " + noticeDate + ", found " + due);
            }
            stages.add(new Stage(
                    id,
                    entry.text("material"),
                    due,
                    closesBefore(entry, due),
                    correctionWorkdays(entry),
                    required(entry),
                    closedByAcceptance(entry)));
        }
        if (stages.isEmpty()) {
            throw root.wrong("stages", "must be a list of at least one stage");
        }
        return List.copyOf(stages);
    }

    /**
     * D-2: END_OF_DAY takes in the whole day, a time closes as it strikes. A day may begin or a time fall where the clocks
     * change: a time that the zone skips on that day is refused, of one that it has twice the later counts.
     */
    private Instant closesBefore(Entry entry, LocalDate due) {
        String cutoff = entry.text("cutoff");
        if (cutoff.equals(END_OF_DAY)) {
            return due.plusDays(1).atStartOfDay(zone).toInstant();
        }
        LocalDateTime close = due.atTime(time(entry, cutoff));
        if (zone.getRules().getValidOffsets(close).isEmpty()) {
            throw entry.wrong("cutoff", "must be a time that exists on " + due + " in " + zone + ", found " + cutoff);
        }
        return close.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    private static LocalTime time(Entry entry, String cutoff) {
        CampaignException wrong =
                entry.wrong("cutoff", "must be END_OF_DAY or a time like 17:30, found \"" + cutoff + "\"");
        if (!cutoff.matches("[0-9]{2}:[0-9]{2}")) {
            throw wrong;
        }
        try {
            return LocalTime.parse(cutoff);
        } catch (DateTimeException outOfRange) {
            throw wrong;
        }
    }

    private static int correctionWorkdays(Entry entry) {
        int days = entry.number("correctionWorkdays");
        if (days < 1 || days > 60) {
            throw entry.wrong("correctionWorkdays", "must be from 1 to 60, found " + days);
        }
        return days;
    }

    /** What follows a person's acceptance: nothing, if it says CLOSED. */
    private static boolean closedByAcceptance(Entry entry) {
        Optional<String> accepted = entry.optionalText("accepted");
        if (accepted.isPresent() && !accepted.get().equals("CLOSED")) {
            throw entry.wrong("accepted", "must be CLOSED or left out, found \"" + accepted.get() + "\"");
        }
        return accepted.isPresent();
    }

    private List<RequiredDocument> required(Entry stage) {
        Once documentsOfStage = new Once();
        List<RequiredDocument> required = new ArrayList<>();
        for (Entry entry : stage.entries("required")) {
            entry.allowOnly("document", "per", "category", "media", "rule");
            DocumentKind document = document(entry);
            Optional<String> category = category(entry);
            documentsOfStage.add(
                    document.id() + " " + category.orElse(""), "another line of the stage", entry, "document");
            required.add(new RequiredDocument(
                    document,
                    entry.choice("per", RequiredDocument.Per.class),
                    category,
                    media(entry),
                    entry.text("rule")));
        }
        if (required.isEmpty()) {
            throw stage.wrong("required", "must be a list of at least one document");
        }
        return required;
    }

    private DocumentKind document(Entry entry) {
        DocumentKind document = documents.get(entry.text("document"));
        if (document == null) {
            throw entry.wrong("document", unknown(documents.keySet(), entry.text("document")));
        }
        return document;
    }

    private Optional<String> category(Entry entry) {
        Optional<String> category = entry.optionalText("category");
        List<String> known = categories.stream().map(Category::id).toList();
        if (category.isPresent() && !known.contains(category.get())) {
            throw entry.wrong("category", unknown(known, category.get()));
        }
        if (category.isPresent() && entry.text("per").equals("unit")) {
            throw entry.wrong("category", "must be left out: the document is asked for once per unit");
        }
        return category;
    }

    private static Set<Medium> media(Entry entry) {
        List<Medium> media = entry.choices("media", Medium.class);
        if (media.isEmpty() || media.size() > EnumSet.copyOf(media).size()) {
            throw entry.wrong("media", "must be a list of at least one medium, each once");
        }
        return EnumSet.copyOf(media);
    }

    private static String unknown(Iterable<String> known, String found) {
        return "must be one of " + String.join(", ", known) + ", found \"" + found + "\"";
    }
}
