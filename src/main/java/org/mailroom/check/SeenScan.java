package org.mailroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.check.Dossier.Scanned;
import org.mailroom.form.Place;
import org.mailroom.reading.ScanPage;

/** A scan whose pages have all been looked at. One that is still being read says nothing yet (核对中). */
record SeenScan(Filed filed, Scanned scanned) {
    /** The finished scans of the documents the scope covers. */
    static Stream<SeenScan> of(Dossier dossier, Scope scope) {
        return dossier.filed().stream()
                .filter(filed -> filed.medium() == Medium.SCAN && scope.covers(filed.document()))
                .flatMap(filed -> filed
                        .scanned()
                        .filter(scanned ->
                                scanned.finished() && !scanned.pages().isEmpty())
                        .map(scanned -> new SeenScan(filed, scanned))
                        .stream());
    }

    Place place() {
        return new Place(filed.document(), filed.nominee().map(Nominee::name), "", 0, "");
    }

    Spot spot(ScanPage page) {
        return new Spot(filed.fileName(), page.number(), Optional.empty());
    }

    /**
     * The answers read on the pages that the scope asks for, each beside the lines it was read from. What stands on no line,
     * or on one that was hardly legible, is left out.
     *
     * @param confidence of a line, from 0 to 1, below which nothing is believed
     */
    Stream<SeenAnswer> answers(Scope scope, double confidence) {
        return scanned.form().stream()
                .flatMap(scope.all()::sets)
                .filter(set -> scope.category().isEmpty() || scope.category().equals(set.category()))
                .flatMap(scope::answers)
                .filter(answer -> !answer.text().isBlank())
                .flatMap(answer -> seen(answer).stream())
                .filter(seen -> seen.confidence() >= confidence);
    }

    private Optional<SeenAnswer> seen(Answer answer) {
        String text = Likeness.plain(answer.text());
        for (ScanPage page : scanned.pages()) {
            List<ScanPage.Line> under = new ArrayList<>();
            for (ScanPage.Line line : page.lines()) {
                String plain = Likeness.plain(line.text());
                if (!plain.isEmpty() && (plain.contains(text) || text.contains(plain) && plain.length() > 1)) {
                    under.add(line);
                }
            }
            if (!under.isEmpty()) {
                return Optional.of(new SeenAnswer(this, answer, page, under));
            }
        }
        return Optional.empty();
    }

    /** All lines of all pages. */
    Stream<ScanPage.Line> lines() {
        return scanned.pages().stream().flatMap(page -> page.lines().stream());
    }
}
