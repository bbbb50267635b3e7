package org.mailroom.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standing.Gap;

/** The facts of a {@link Notice}: those of the stage, how long it is still open, and what is lacking in short. */
final class RemainderFacts {
    private final Campaign campaign;
    private final SectionFacts sections;

    RemainderFacts(Campaign campaign, SectionFacts sections) {
        this.campaign = campaign;
        this.sections = sections;
    }

    Map<String, Object> of(Notice notice) {
        Standing standing = notice.standing();
        Stage stage = standing.stage();
        LocalDate today = notice.at().atZone(campaign.zone()).toLocalDate();
        Map<String, Object> facts = sections.of(standing, notice.at());
        facts.put("kind", notice.kind().key());
        facts.put("files", List.of());
        facts.put("now", Facts.moment(notice.at(), campaign));
        facts.put("close", close(stage));
        facts.put("daysLeft", ChronoUnit.DAYS.between(today, stage.due()));
        workdays(today, stage.due()).ifPresent(days -> facts.put("workdays", days));
        facts.put("asked", asked(stage).stream().map(Medium::name).toList());
        facts.put("lacking", lacking(standing));
        return facts;
    }

    private Map<String, Object> close(Stage stage) {
        Instant endOfDay = stage.due().plusDays(1).atStartOfDay(campaign.zone()).toInstant();
        ZonedDateTime close = stage.closesBefore().atZone(campaign.zone());
        return Map.of(
                "endOfDay",
                stage.closesBefore().equals(endOfDay),
                "hour",
                close.getHour(),
                "minute",
                close.getMinute());
    }

    /** Working days that are left, today counted if it is one; nothing is said where the calendar is not verified. */
    private Optional<Map<String, Object>> workdays(LocalDate today, LocalDate due) {
        try {
            return Optional.of(Map.of(
                    "left", campaign.workingDays().between(today, due),
                    "withToday", campaign.workingDays().isWorkingDay(today)));
        } catch (WorkingDays.UnknownYearException notVerified) {
            return Optional.empty();
        }
    }

    private static Set<Medium> asked(Stage stage) {
        Set<Medium> media = EnumSet.noneOf(Medium.class);
        stage.required().stream().map(RequiredDocument::media).forEach(media::addAll);
        media.remove(Medium.PAPER);
        return media;
    }

    /** A document of which nothing came is one item with a number; of any other each item as receipts name it. */
    private List<Map<String, Object>> lacking(Standing standing) {
        Map<DocumentKind, List<Gap>> gaps = new LinkedHashMap<>();
        standing.gaps()
                .forEach(gap -> gaps.computeIfAbsent(gap.document(), key -> new ArrayList<>())
                        .add(gap));
        List<Map<String, Object>> lacking = new ArrayList<>();
        gaps.forEach((document, missing) -> {
            boolean begun = standing.received().stream()
                    .anyMatch(received -> received.document().equals(document));
            long nominees = missing.stream()
                    .flatMap(gap -> gap.nominee().stream())
                    .distinct()
                    .count();
            if (begun || nominees == 0) {
                lacking.addAll(sections.missing(missing));
            } else {
                lacking.add(whole(standing.stage(), document, nominees));
            }
        });
        return lacking;
    }

    private Map<String, Object> whole(Stage stage, DocumentKind document, long nominees) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("document", SectionFacts.document(document));
        facts.put("count", nominees);
        stage.required().stream()
                .filter(required -> required.document().equals(document))
                .flatMap(required -> required.category().stream())
                .flatMap(id -> campaign.category(id).stream())
                .map(Category::name)
                .filter(name -> !document.name().contains(name))
                .findFirst()
                .ifPresent(name -> facts.put("category", name));
        return facts;
    }
}
