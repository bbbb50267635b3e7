package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.form.Form;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.TypedFile;

/**
 * A scan shows what its electronic version says: the kind of form, key fields, the entries of a list, the number of pages
 * one that only the name of its file gave to a nominee names him. Only what was read with confidence is compared, and with tolerance for what recognition confuses.
 *
 * @param confidence from 0 to 1, below which a line is not believed
 * @param likeness applied to recognised text; text that the file carries is compared exactly
 * @param pages by how many pages a scan may differ from its electronic version, where that number is known
 */
record ScanMatches(
        Words words,
        Scope scope,
        Sameness sameness,
        RuleContext context,
        double confidence,
        Likeness likeness,
        int pages)
        implements WordedRule {
    private static final Likeness EXACT = new Likeness(0);

    static Rule read(Line line) {
        line.onlyHints();
        Scope scope = line.scope();
        line.require(!scope.fields().isEmpty(), "fields", "must name the fields to compare");
        return new ScanMatches(
                line.words(
                        Variant.whole("form", "a", "b"),
                        Variant.field("field", "x", "y", "page"),
                        Variant.field("private", "page"),
                        Variant.whole("entry", "entry"),
                        Variant.whole("pages", "scan", "electronic")),
                scope,
                new Sameness(line.values()),
                line.context(),
                line.percent("confidence"),
                new Likeness(line.percent("tolerance")),
                line.number("pages"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return SeenScan.of(dossier, scope).flatMap(scan -> check(scan, dossier));
    }

    private Stream<Finding> check(SeenScan scan, Dossier dossier) {
        Optional<String> read = scan.scanned().form().map(Form::document);
        if (read.filter(document -> !document.equals(scan.filed().document())).isPresent()) {
            Map<String, Object> values = Map.of(
                    "a", Answers.title(context, scan.filed().document()),
                    "b", Answers.title(context, read.get()));
            return words.hint(
                    "form",
                    scan.place(),
                    values,
                    scan.spot(scan.scanned().pages().get(0)));
        }
        Stream<Finding> compared = dossier.filed().stream()
                .filter(filed -> isElectronicOf(scan, filed))
                .limit(1)
                .flatMap(filed -> Stream.of(counted(scan, filed), fields(scan, filed), entries(scan, filed))
                        .flatMap(found -> found));
        return Stream.concat(named(scan), compared);
    }

    /** A scan that only its file's name gave to a nominee shows that name somewhere; asked only where it was read at all. */
    private Stream<Finding> named(SeenScan scan) {
        List<ScanPage.Line> lines = believed(scan);
        return scan.filed().nominee().map(Dossier.Nominee::name).stream()
                .filter(name -> scan.scanned().form().isEmpty() && !lines.isEmpty())
                .filter(name -> lines.stream().noneMatch(line -> likeness.contains(line.text(), name)))
                .flatMap(name -> entry(scan, name));
    }

    private List<ScanPage.Line> believed(SeenScan scan) {
        return scan.lines().filter(line -> line.confidence() >= confidence).toList();
    }

    private Stream<Finding> entry(SeenScan scan, String name) {
        return words.hint(
                "entry",
                scan.place(),
                Map.of("entry", name),
                scan.spot(scan.scanned().pages().get(0)));
    }

    /** A scan of which nobody knows whose it is belongs to the form of the name that was read in it. */
    private static boolean isElectronicOf(SeenScan scan, Filed filed) {
        Optional<String> named = scan.filed()
                .nominee()
                .map(Dossier.Nominee::name)
                .or(() -> scan.scanned().form().flatMap(Form::nominee).map(Names::normalise));
        return filed.medium() == Medium.ELECTRONIC
                && filed.document().equals(scan.filed().document())
                && filed.nominee().map(Dossier.Nominee::name).equals(named);
    }

    private Stream<Finding> counted(SeenScan scan, Filed electronic) {
        int shown = (int)
                scan.scanned().pages().stream().filter(page -> !page.blank()).count();
        return electronic.typed().flatMap(TypedFile::pages).stream()
                .filter(printed -> Math.abs(printed - shown) > pages)
                .flatMap(printed -> words.hint(
                        "pages",
                        scan.place(),
                        Map.of("scan", shown, "electronic", printed),
                        scan.spot(scan.scanned().pages().get(0))));
    }

    private Stream<Finding> fields(SeenScan scan, Filed electronic) {
        List<Answer> typed = electronic.form().stream()
                .flatMap(scope.all()::sets)
                .filter(set -> set.row().isEmpty())
                .flatMap(scope::answers)
                .filter(sameness.values()::filled)
                .toList();
        return scan.answers(scope, confidence)
                .filter(seen -> seen.answer().in().row().isEmpty())
                .flatMap(seen -> typed.stream()
                        .filter(answer ->
                                answer.spec().name().equals(seen.answer().spec().name()))
                        .filter(answer -> !same(answer, seen))
                        .flatMap(answer -> say(answer, seen)));
    }

    private boolean same(Answer typed, SeenAnswer seen) {
        Likeness tolerant = seen.guessed() ? likeness : EXACT;
        return sameness.same(typed, seen.answer())
                || tolerant.alike(sameness.plain(typed), sameness.plain(seen.answer()))
                || tolerant.alike(typed.text(), seen.answer().text())
                || seen.parts().anyMatch(line -> tolerant.alike(typed.text(), line.text()));
    }

    private Stream<Finding> say(Answer typed, SeenAnswer seen) {
        int page = seen.page().number();
        return Sameness.isPrivate(typed.spec().type())
                ? words.hint("private", typed, Map.of("page", page), seen.spot())
                : words.hint(
                        "field",
                        typed,
                        Map.of("x", typed.text(), "y", seen.answer().text(), "page", page),
                        seen.spot());
    }

    /** Each nominee of a list stands somewhere on its scan; asked only where the scan was read at all. */
    private Stream<Finding> entries(SeenScan scan, Filed electronic) {
        List<ScanPage.Line> lines = believed(scan);
        List<String> names = electronic.form().stream()
                .flatMap(scope.all()::sets)
                .filter(set -> set.row().isPresent())
                .flatMap(set -> set.nominee().stream())
                .toList();
        List<String> missing = names.stream()
                .filter(name -> lines.stream().noneMatch(line -> likeness.contains(line.text(), name)))
                .toList();
        return missing.size() == names.size()
                ? Stream.empty()
                : missing.stream().flatMap(name -> entry(scan, name));
    }
}
