package org.mailroom.check;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The kinds of rule there are, by the name rules.yaml uses. docs/rules.md lists their keys. */
final class Kinds {
    private static final Map<String, Function<Line, Rule>> KINDS = Map.ofEntries(
            entry("age-below", AgeBelow::read),
            entry("any-valid", AnyValid::read),
            entry("code-group", CodeGroup::read),
            entry("credit-code", CreditCode::read),
            entry("date-doubtful", DateDoubtful::read),
            entry("date-order", DateOrder::read),
            entry("duplicate-in-list", DuplicateInList::read),
            entry("electronic-version", ElectronicVersion::read),
            entry("fewer-than-quota", FewerThanQuota::read),
            entry("home-unit-nominated", HomeUnitNominated::read),
            entry("identity-number", IdentityChecked::read),
            entry("limited-count", LimitedCount::read),
            entry("must-stay-blank", MustStayBlank::read),
            entry("named-elsewhere", NamedElsewhere::read),
            entry("named-in-letter", NamedInLetter::read),
            entry("no-substitution", NoSubstitution::read),
            entry("number-range", NumberRange::read),
            entry("one-per-nominee", OnePerNominee::read),
            entry("opinion-matrix", OpinionMatrix::read),
            entry("opinion-tone", OpinionTone::read),
            entry("order-changed", OrderChanged::read),
            entry("passed-before", PassedBefore::read),
            entry("pattern", FieldPattern::read),
            entry("photo", PortraitPhoto::read),
            entry("picture-in-cell", PictureInCell::read),
            entry("quota", Quota::read),
            entry("received-late", ReceivedLate::read),
            entry("refused-file", RefusedFile::read),
            entry("required", RequiredFields::read),
            entry("resume", Resume::read),
            entry("same-across-documents", SameAcrossDocuments::read),
            entry("same-as-before", SameAsBefore::read),
            entry("scan-legible", ScanLegible::read),
            entry("scan-matches", ScanMatches::read),
            entry("scan-sealed", ScanSealed::read),
            entry("sent-by-nominee", SentByNominee::read),
            entry("serial", Serials::read),
            entry("shared-exclusion", SharedExclusion::read),
            entry("stage-order", StageOrder::read),
            entry("template", TemplateKept::read),
            entry("text-at-least", TextAtLeast::read),
            entry("text-contains", TextContains::read),
            entry("text-length", TextLength::read),
            entry("text-without", TextWithout::read),
            entry("total-quota", TotalQuota::read),
            entry("typed-fields", TypedFields::read),
            entry("unit-city", UnitCity::read),
            entry("unit-named", UnitNamed::read),
            entry("working-days-at-least", WorkingDaysAtLeast::read),
            entry("years-at-least", YearsAtLeast::read));

    private Kinds() {}

    static Set<String> names() {
        return KINDS.keySet();
    }

    static Rule read(Line line) {
        String kind = line.text("kind");
        Rule rule = Optional.ofNullable(KINDS.get(kind))
                .orElseThrow(() -> line.asking("kind")
                        .wrong(
                                "kind",
                                "must be one of "
                                        + KINDS.keySet().stream().sorted().toList() + ", found \"" + kind + "\""))
                .apply(line);
        line.finish();
        return rule;
    }
}
