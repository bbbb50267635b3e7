package org.mailroom.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.dossier.Standing.Gap;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;

/** The facts of one stage. Whatever a sender wrote is cleaned and its personal numbers are starred out on the way. */
final class SectionFacts {
    static final String DIVISION = "division";
    private static final int HASH_SHOWN = 8;
    private static final int NAME_SHOWN = 120;

    private final Campaign campaign;
    private final PersonalNumbers numbers;
    private final FindingWords words;
    private final Map<String, FormDescriptor> forms;

    SectionFacts(Campaign campaign, List<FormDescriptor> forms) {
        this.campaign = campaign;
        this.numbers = new PersonalNumbers(campaign);
        this.words = new FindingWords(campaign.messages());
        this.forms = forms.stream().collect(Collectors.toMap(FormDescriptor::document, Function.identity()));
    }

    Map<String, Object> of(Answer.Section section, Answer answer) {
        Map<String, Object> facts = of(section.standing(), answer.at());
        facts.put(
                "kind",
                answer.decision()
                        .map(Answer.Decision::kind)
                        .orElseGet(section::kind)
                        .key());
        facts.put("number", section.number());
        return facts;
    }

    /** What every mail may say of a stage. */
    Map<String, Object> of(Standing standing, Instant at) {
        Stage stage = standing.stage();
        Map<String, Object> facts = new HashMap<>();
        facts.put("stage", Map.of("id", stage.id(), "material", stage.material(), "due", Facts.day(stage.due())));
        facts.put("first", Facts.moment(standing.firstReceived(), campaign));
        facts.put("last", Facts.moment(standing.lastReceived(), campaign));
        facts.put("several", !minute(standing.firstReceived()).equals(minute(standing.lastReceived())));
        facts.put("onTime", standing.onTime());
        facts.put("lastOnTime", stage.onTime(standing.lastReceived()));
        facts.put("closed", !stage.onTime(at));
        facts.put(
                "received",
                standing.received().stream()
                        .filter(r -> r.scans() + r.electronic() > 0)
                        .map(this::received)
                        .toList());
        facts.put("fileCount", standing.files().size());
        facts.put("files", standing.files().stream().map(this::file).toList());
        facts.put("missing", missing(standing.gaps()));
        facts.put("checking", missing(standing.checking()));
        facts.put("refused", findings(standing, finding -> Kind.toCorrect(finding) && ofFile(finding)));
        facts.put("corrections", findings(standing, finding -> Kind.toCorrect(finding) && !ofFile(finding)));
        facts.put("remarks", findings(standing, finding -> finding.severity() == Severity.INFO && words.has(finding)));
        facts.put(
                "nominees",
                standing.nominees().stream().map(SectionFacts::count).toList());
        division(standing).ifPresent(division -> facts.put(DIVISION, division));
        standing.correctionDue().ifPresent(day -> facts.put("correctionDue", Facts.day(day)));
        explainBy(standing, at).ifPresent(day -> facts.put("explainBy", Facts.day(day)));
        facts.put("superseded", clean(standing.supersededFiles()));
        facts.put("seenBefore", clean(standing.seenBefore()));
        facts.put("links", clean(standing.links()));
        facts.put("unsure", clean(standing.unsure()));
        facts.put("pending", pending(standing));
        facts.put("byName", standing.byName());
        facts.put("scans", standing.received().stream().anyMatch(received -> received.scans() > 0));
        return facts;
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }

    /** More careful than its caller: a false "complete" is worse than a false "please check" (P7). */
    private static boolean pending(Standing standing) {
        return standing.pending()
                || !standing.checking().isEmpty()
                || !standing.unsure().isEmpty()
                || standing.findings().stream().anyMatch(finding -> finding.severity() == Severity.WARN);
    }

    private Map<String, Object> received(Standing.Received received) {
        return Map.of(
                "document", document(received.document()),
                "scans", received.scans(),
                "electronic", received.electronic(),
                "complete", received.complete(),
                "oneMedium", oneMedium(received.document()),
                "total", received.byCategory().stream().mapToInt(Count::count).sum(),
                "byCategory",
                        received.byCategory().stream()
                                .filter(count -> count.count() > 0)
                                .map(SectionFacts::count)
                                .toList());
    }

    private static Map<String, Object> count(Count count) {
        return Map.of(
                "name", count.category().name(),
                "measure", count.category().measure(),
                "count", count.count(),
                "quota", count.quota());
    }

    /** The division quota, where there are nominees and the unit has one. */
    private static Optional<Map<String, Object>> division(Standing standing) {
        return standing.nominees().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(standing.unit().quotas().get(DIVISION))
                        .map(quota -> Map.of("count", standing.division(), "quota", quota));
    }

    private Map<String, Object> file(Standing.File file) {
        return Map.of(
                "name", clean(file.name()),
                "documents",
                        file.documents().stream().map(SectionFacts::document).toList(),
                "medium", file.medium().name(),
                "oneMedium", file.documents().stream().allMatch(this::oneMedium),
                "size", file.size(),
                "code", file.sha256().substring(0, HASH_SHOWN));
    }

    static Map<String, Object> document(DocumentKind kind) {
        Map<String, Object> document = new HashMap<>();
        document.put("name", kind.name());
        document.put("titled", kind.titled());
        document.put("measure", kind.measure());
        kind.annex().ifPresent(annex -> document.put("annex", annex));
        return document;
    }

    /** Whether the document is asked for in one medium by mail: then no medium needs to be named. */
    private boolean oneMedium(DocumentKind kind) {
        Set<Medium> media = EnumSet.noneOf(Medium.class);
        campaign.stages().stream()
                .flatMap(stage -> stage.required().stream())
                .filter(required -> required.document().id().equals(kind.id()))
                .map(RequiredDocument::media)
                .forEach(media::addAll);
        media.remove(Medium.PAPER);
        return media.size() == 1;
    }

    /** One item a document and nominee, both media together, in the order of the gaps. */
    List<Map<String, Object>> missing(List<Gap> gaps) {
        record Whose(DocumentKind document, Optional<String> nominee) {}
        Map<Whose, List<Gap>> items = new LinkedHashMap<>();
        gaps.forEach(gap -> items.computeIfAbsent(new Whose(gap.document(), gap.nominee()), key -> new ArrayList<>())
                .add(gap));
        return items.entrySet().stream()
                .map(item -> {
                    Set<Medium> media = EnumSet.noneOf(Medium.class);
                    item.getValue().forEach(gap -> media.add(gap.medium()));
                    Map<String, Object> facts = new HashMap<>();
                    facts.put("document", document(item.getKey().document()));
                    facts.put("media", media.stream().map(Medium::name).toList());
                    facts.put("oneMedium", oneMedium(item.getKey().document()));
                    item.getKey().nominee().ifPresent(name -> facts.put("nominee", clean(name)));
                    if (media.size() == 1 && item.getValue().get(0).otherMedium()) {
                        facts.put("other", (media.contains(Medium.SCAN) ? Medium.ELECTRONIC : Medium.SCAN).name());
                    }
                    return facts;
                })
                .toList();
    }

    /** A finding about a file as such points at no document. */
    private static boolean ofFile(Finding finding) {
        return finding.place().document().isEmpty();
    }

    private List<Map<String, Object>> findings(Standing standing, Predicate<Finding> which) {
        return standing.findings().stream()
                .filter(which)
                .map(finding -> finding(finding, standing.unit()))
                .toList();
    }

    private Map<String, Object> finding(Finding finding, Unit unit) {
        Place place = finding.place();
        Map<String, Object> facts = new HashMap<>();
        facts.put("rule", finding.rule());
        facts.put("text", clean(words.of(finding, unit)));
        facts.put("row", place.row());
        place.nominee().ifPresent(name -> facts.put("nominee", clean(name)));
        if (!place.document().isEmpty()) {
            DocumentKind kind = campaign.documents().get(place.document());
            if (kind == null) {
                throw new IllegalStateException("no document \"" + place.document() + "\" in the campaign");
            }
            facts.put("document", document(kind));
            block(place).ifPresent(title -> facts.put("block", title));
        }
        return facts;
    }

    private Optional<String> block(Place place) {
        return Optional.ofNullable(forms.get(place.document())).stream()
                .flatMap(form -> form.blocks().stream())
                .filter(block -> block.name().equals(place.block()))
                .map(BlockSpec::title)
                .findFirst();
    }

    /** Until when a late unit may explain: the day set for it, else the next working day, 6.3. */
    private Optional<LocalDate> explainBy(Standing standing, Instant at) {
        return standing.correctionDue().or(() -> {
            try {
                return Optional.of(
                        campaign.workingDays().after(at.atZone(campaign.zone()).toLocalDate(), 1));
            } catch (WorkingDays.UnknownYearException notVerified) {
                return Optional.empty();
            }
        });
    }

    /** A person's words as they may stand in a letter: one line each, without numbers of persons. */
    List<String> words(List<String> texts) {
        return texts.stream()
                .map(text ->
                        numbers.mask(text.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "")))
                .toList();
    }

    private List<String> clean(List<String> texts) {
        return texts.stream().map(this::clean).toList();
    }

    /** One line that shows what it says: no control or format characters, no numbers of persons, not endless. */
    private String clean(String text) {
        String line = numbers.mask(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", ""));
        return line.codePointCount(0, line.length()) <= NAME_SHOWN ? line : shortened(line);
    }

    private static String shortened(String line) {
        return line.substring(0, line.offsetByCodePoints(0, NAME_SHOWN)) + "…";
    }
}
