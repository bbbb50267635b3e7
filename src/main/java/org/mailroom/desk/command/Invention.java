package org.mailroom.desk.command;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;
import org.mailroom.reply.Kind;

/** A standing that calls for a kind of mail, made from nothing but the campaign: invented, but such as it comes. */
record Invention(Campaign campaign, List<FormDescriptor> forms, Unit unit) {
    static final Duration ANSWERED_AFTER = Duration.ofMinutes(10);
    static final int DAYS_BEFORE = 3;

    private static final LocalTime RECEIVED = LocalTime.of(10, 12);
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(17);
    private static final int MOST_FINDINGS = 2;
    private static final int SIZE = 84_480;
    private static final String HASH = "0a1b2c3d".repeat(8);
    private static final String LINK = "pan.example.com";
    /** Only messages without any other variable can be filled without the rule. */
    private static final String LABEL = "${label}";

    /** The stage that asks for most. */
    static Stage stage(Campaign campaign) {
        return campaign.stages().stream()
                .max(Comparator.comparingInt(stage -> stage.required().size()))
                .orElseThrow();
    }

    Standing of(Kind kind) {
        return switch (kind) {
            case RECEIPT, RECEIPT_SEEN_BEFORE -> standing(DossierState.COMPLETE, required(), List.of(), kind);
            case RECEIPT_PARTIAL, REMINDER, DUE_DAY_WARNING ->
                standing(DossierState.PARTIAL, required().subList(0, 1), List.of(), kind);
            case CORRECTION_NOTICE, SENT_BACK -> standing(DossierState.RETURNED, required(), findings(), kind);
            case LATE_NOTICE -> standing(DossierState.LATE_RECEIVED, required(), List.of(), kind);
            case ADMITTED -> standing(DossierState.LATE_ADMITTED, required(), List.of(), kind);
            case CLOUD_LINK -> standing(DossierState.PARTIAL, List.of(), List.of(), kind);
            case DEADLINE_PASSED -> standing(DossierState.OVERDUE, List.of(), List.of(), kind);
        };
    }

    private Stage stage() {
        return stage(campaign);
    }

    private List<RequiredDocument> required() {
        return stage().required();
    }

    private Standing standing(DossierState state, List<RequiredDocument> came, List<Finding> findings, Kind kind) {
        boolean late = state == DossierState.LATE_RECEIVED || state == DossierState.LATE_ADMITTED;
        boolean nothing = kind == Kind.DEADLINE_PASSED;
        LocalDate day = late ? stage().due().plusDays(1) : stage().due().minusDays(DAYS_BEFORE);
        Instant last = nothing
                ? Instant.EPOCH
                : day.atTime(RECEIVED).atZone(campaign.zone()).toInstant();
        Instant first = nothing || late ? last : last.minus(BETWEEN_MAILS);
        List<Standing.File> files = came.stream().flatMap(this::files).toList();
        return new Standing(
                unit,
                stage(),
                state,
                !late,
                first,
                last,
                came.stream().map(this::received).toList(),
                files,
                required().stream()
                        .filter(required -> !came.contains(required))
                        .flatMap(this::gaps)
                        .toList(),
                List.of(),
                findings,
                counts(Optional.empty()),
                unit.quotas().getOrDefault("division", 0),
                findings.isEmpty()
                        ? Optional.empty()
                        : Optional.of(campaign.workingDays().after(day, stage().correctionWorkdays())),
                List.of(),
                kind == Kind.RECEIPT_SEEN_BEFORE
                        ? files.stream().map(Standing.File::name).toList()
                        : List.of(),
                kind == Kind.CLOUD_LINK ? List.of(LINK) : List.of(),
                List.of(),
                false,
                false);
    }

    private List<Count> counts(Optional<String> only) {
        return campaign.categories().stream()
                .filter(category -> only.isEmpty() || only.get().equals(category.id()))
                .map(category -> {
                    int quota = unit.quotas().getOrDefault(category.quota(), 1);
                    return new Count(category, quota, quota);
                })
                .toList();
    }

    private Standing.Received received(RequiredDocument required) {
        boolean each = required.per() == RequiredDocument.Per.NOMINEE;
        List<Count> counts = each ? counts(required.category()) : List.of();
        int many = each ? counts.stream().mapToInt(Count::count).sum() : 1;
        return new Standing.Received(
                required.document(),
                many,
                required.media().contains(Medium.SCAN) ? many : 0,
                required.media().contains(Medium.ELECTRONIC) ? many : 0,
                true,
                counts);
    }

    private Stream<Standing.File> files(RequiredDocument required) {
        DocumentKind document = required.document();
        return required.media().stream()
                .filter(medium -> medium != Medium.PAPER)
                .sorted()
                .map(medium -> new Standing.File(
                        document.name() + ending(document, medium), SIZE, HASH, List.of(document), medium));
    }

    private String ending(DocumentKind document, Medium medium) {
        return medium == Medium.SCAN ? ".pdf" : form(document).isPresent() ? ".docx" : ".jpg";
    }

    private Stream<Standing.Gap> gaps(RequiredDocument required) {
        return required.media().stream()
                .filter(medium -> medium != Medium.PAPER)
                .sorted()
                .map(medium -> new Standing.Gap(
                        required.rule(), required.document(), medium, Optional.<String>empty(), false));
    }

    /** The first message that can be filled, about required fields of the form that has most. */
    List<Finding> findings() {
        Optional<FormDescriptor> form = required().stream()
                .flatMap(required -> form(required.document()).stream())
                .max(Comparator.comparingInt(one -> one.fields().size()));
        return form.map(FormDescriptor::fields).orElse(List.of()).stream()
                .filter(FieldSpec::required)
                .limit(MOST_FINDINGS)
                .flatMap(field -> fillable().map(key -> finding(key, form.orElseThrow(), field)).stream())
                .toList();
    }

    private static Finding finding(String key, FormDescriptor form, FieldSpec field) {
        String rule = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        Place place = new Place(form.document(), Optional.empty(), "", 0, field.label());
        return new Finding(rule, key, Severity.RETURN, place, Map.of());
    }

    private Optional<FormDescriptor> form(DocumentKind document) {
        return forms.stream()
                .filter(form -> form.document().equals(document.id()))
                .findFirst();
    }

    private Optional<String> fillable() {
        return campaign.messages().texts().entrySet().stream()
                .filter(one -> one.getKey().startsWith("R-"))
                .filter(one -> one.getValue().contains(LABEL)
                        && !one.getValue().replace(LABEL, "").contains("${"))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }
}
