package org.mailroom.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Finding;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.dossier.Precheck;
import org.mailroom.dossier.Standing;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.Place;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.Reading;
import org.mailroom.reply.FindingWords;
import org.mailroom.sender.UnitNames;

/** Looks at files with the campaign's rules, as the desk would. */
final class Checking {
    /** The field by which a form says whose it is. */
    private static final String UNIT_FIELD = "recommendingUnit";

    private final Campaign campaign;
    private final Wording campaignWords;
    private final Clock machine;
    private final Material material;
    private final Precheck precheck;
    private final UnitNames names;
    private final FindingWords findingWords;
    private final Map<String, FormDescriptor> forms;

    /** @param campaignWords our own words in the campaign's language */
    Checking(Campaign campaign, Wording campaignWords, Installation installation, Clock machine) {
        this.campaign = campaign;
        this.campaignWords = campaignWords;
        this.machine = machine;
        List<FormDescriptor> descriptors = FormDescriptors.load(campaign.forms(), campaign.lexicon());
        this.material = new Material(campaign, installation, descriptors);
        this.precheck = new Precheck(
                campaign,
                Rules.load(campaign, descriptors),
                new NomineeList(RuleContext.of(campaign, descriptors)),
                new ScanRecogniser(descriptors, campaign.lexicon()));
        this.names = new UnitNames(campaign);
        this.findingWords = new FindingWords(campaign.messages());
        this.forms = descriptors.stream().collect(Collectors.toMap(FormDescriptor::document, Function.identity()));
    }

    /** @param unit as a person calls it: code, name or alias; empty = as the forms say */
    CheckReport check(List<Path> given, Optional<String> unit) throws IOException {
        Optional<Unit> named = unit.map(this::unit);
        List<RecognisedFile> files = material.read(given);
        List<Unit> written = written(files);
        Optional<Unit> whose = named.or(() -> written.size() == 1 ? Optional.of(written.get(0)) : Optional.empty());
        Unit counted = whose.orElseGet(this::nobody);
        Precheck.Result result = precheck.look(counted, whose.isPresent(), files, machine.instant());
        return new CheckReport(
                campaign.name(),
                whose.map(Unit::name),
                written.stream().map(Unit::name).toList(),
                files.stream().map(file -> line(file, result)).toList(),
                result.stages().stream().map(stage -> lines(stage, counted)).toList());
    }

    private Unit unit(String given) {
        return campaign.unit(given).or(() -> names.in(given)).orElseThrow(() -> CommandFault.usage("unit", given));
    }

    private List<Unit> written(List<RecognisedFile> files) {
        return files.stream()
                .flatMap(file -> file.forms().stream())
                .flatMap(form -> form.field(UNIT_FIELD).stream())
                .flatMap(field -> names.in(field.text()).stream())
                .distinct()
                .toList();
    }

    private Unit nobody() {
        String name = campaignWords.of("check.nobody");
        return new Unit(
                "", name, name, "", name, name, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    private CheckReport.FileLine line(RecognisedFile file, Precheck.Result result) {
        String name = file.file().name();
        Reading reading = file.file().reading();
        if (reading instanceof Reading.Refused refused) {
            return new CheckReport.FileLine(name, "refused", refused.reason().name(), List.of());
        }
        List<CheckReport.DocumentLine> documents =
                file.forms().stream().map(this::line).toList();
        if (!documents.isEmpty()) {
            return new CheckReport.FileLine(name, "form", "", documents);
        }
        if (!file.scanned().isEmpty()) {
            return new CheckReport.FileLine(
                    name,
                    "pages",
                    pages(file.scanned()),
                    file.scanned().stream().map(one -> line(one.form())).toList());
        }
        if (result.unsure().contains(name)) {
            String outcome = reading instanceof Reading.Readable ? "no-form" : "unrecognised";
            return new CheckReport.FileLine(name, outcome, type(reading), List.of());
        }
        List<CheckReport.DocumentLine> assigned = result.stages().stream()
                .flatMap(stage -> stage.placed().stream())
                .filter(placed -> placed.fileName().equals(name))
                .map(this::line)
                .toList();
        return new CheckReport.FileLine(name, "scan", type(reading), assigned);
    }

    private static String pages(List<ScannedForm> scanned) {
        return scanned.stream()
                .flatMap(form -> form.pages().stream())
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private static String type(Reading reading) {
        return reading instanceof Reading.Scan picture
                ? picture.type()
                : reading instanceof Reading.Unchecked unchecked ? unchecked.type() : "";
    }

    private CheckReport.DocumentLine line(Form form) {
        int filled = (int)
                form.fields().values().stream().filter(field -> !field.blank()).count();
        return new CheckReport.DocumentLine(
                form.document(),
                title(form.document()),
                form.category().flatMap(this::category).orElse(""),
                form.nominee().orElse(""),
                filled,
                form.rows().size());
    }

    private CheckReport.DocumentLine line(Filed placed) {
        return new CheckReport.DocumentLine(
                placed.document(),
                title(placed.document()),
                placed.nominee().flatMap(one -> category(one.category())).orElse(""),
                placed.nominee().map(one -> one.name()).orElse(""),
                0,
                0);
    }

    private Optional<String> category(String id) {
        return campaign.category(id).map(one -> one.name());
    }

    private String title(String document) {
        DocumentKind kind = campaign.documents().get(document);
        return kind == null ? document : kind.name();
    }

    private CheckReport.StageLines lines(Precheck.Looked stage, Unit unit) {
        return new CheckReport.StageLines(
                stage.stage().id(),
                stage.stage().material(),
                stage.findings().stream()
                        .map(finding -> line(finding, stage.placed(), unit))
                        .toList(),
                stage.gaps().stream().map(this::line).toList());
    }

    private CheckReport.FindingLine line(Finding finding, List<Filed> placed, Unit unit) {
        Place place = finding.place();
        return new CheckReport.FindingLine(
                finding.rule(),
                finding.severity().name(),
                // a file that cannot be counted is no document, but the finding names it
                finding.values().get("file") instanceof String refused ? refused : file(place, placed),
                place.document().isEmpty() ? "" : title(place.document()),
                place.nominee().orElse(""),
                block(place),
                place.row(),
                place.label(),
                findingWords.has(finding) ? findingWords.of(finding, unit) : finding.rule());
    }

    private static String file(Place place, List<Filed> placed) {
        List<String> all = placed.stream()
                .filter(filed -> filed.document().equals(place.document()))
                .filter(filed -> place.nominee().isEmpty()
                        || filed.nominee().isEmpty()
                        || filed.nominee().get().name().equals(place.nominee().get()))
                .map(Filed::fileName)
                .distinct()
                .toList();
        return all.size() == 1 ? all.get(0) : "";
    }

    private String block(Place place) {
        FormDescriptor form = forms.get(place.document());
        return form == null
                ? ""
                : form.blocks().stream()
                        .filter(block -> block.name().equals(place.block()))
                        .map(BlockSpec::title)
                        .findFirst()
                        .orElse("");
    }

    private String line(Standing.Gap gap) {
        return Stream.of(
                        gap.document().name(),
                        gap.nominee().orElse(""),
                        campaignWords.of("medium." + gap.medium().name()))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
