package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Cuts a sheet into passages of one form each: at titles, and where the anchors of a form come again. */
final class Splitting {
    private final List<KnownForm> forms;
    private final Titles titles;
    private final Matching matching;

    Splitting(List<KnownForm> forms, Titles titles, Matching matching) {
        this.forms = forms;
        this.titles = titles;
        this.matching = matching;
    }

    /**
     * A stretch of lines.
     *
     * @param titled forms whose title it begins with
     */
    record Stretch(int from, int to, Set<FormDescriptor> titled, Optional<Match> match) {}

    /** The forms in the sheet, in order; lines of no form are in no stretch. */
    List<Stretch> forms(Passage sheet) {
        List<Stretch> result = new ArrayList<>();
        for (Stretch stretch : joined(sheet, atTitles(sheet))) {
            stretch.match().ifPresent(match -> result.addAll(atAnchors(sheet, stretch, match)));
        }
        return result;
    }

    private List<Stretch> atTitles(Passage sheet) {
        List<Passage.Piece> lines = sheet.lines();
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        Set<FormDescriptor> titled = Set.of();
        for (int at = 0; at < lines.size(); at++) {
            Set<FormDescriptor> begun = begun(lines, at);
            if (!begun.isEmpty()) {
                if (at > from) {
                    stretches.add(stretch(sheet, from, at, titled));
                }
                from = at;
                titled = begun;
            }
        }
        stretches.add(stretch(sheet, from, lines.size(), titled));
        return stretches;
    }

    private Set<FormDescriptor> begun(List<Passage.Piece> lines, int at) {
        Optional<Titles.Opening> opening = titles.opening(lines, at);
        return opening.isEmpty()
                ? Set.of()
                : forms.stream()
                        .map(KnownForm::form)
                        .filter(opening.get()::begins)
                        .collect(Collectors.toSet());
    }

    private Stretch stretch(Passage sheet, int from, int to, Set<FormDescriptor> titled) {
        return new Stretch(from, to, titled, matching.best(sheet.lines(from, to), titled));
    }

    /** A cover page with the title belongs to the pages under the same title; so does a last page that repeats it. */
    private List<Stretch> joined(Passage sheet, List<Stretch> stretches) {
        List<Stretch> result = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            while (stretch.match().isEmpty() && i + 1 < stretches.size() && common(stretch, stretches.get(i + 1))) {
                stretch = stretch(sheet, stretch.from(), stretches.get(++i).to(), stretch.titled());
            }
            Optional<Stretch> longer =
                    stretch.match().isEmpty() ? appended(sheet, result, stretch) : completed(sheet, result, stretch);
            if (longer.isPresent()) {
                result.set(result.size() - 1, longer.get());
            } else {
                result.add(stretch);
            }
        }
        return result;
    }

    private static boolean common(Stretch a, Stretch b) {
        return a.titled().stream().anyMatch(b.titled()::contains);
    }

    private Optional<Stretch> appended(Passage sheet, List<Stretch> before, Stretch stretch) {
        if (before.isEmpty() || !common(before.get(before.size() - 1), stretch)) {
            return Optional.empty();
        }
        Stretch last = before.get(before.size() - 1);
        Stretch longer = stretch(sheet, last.from(), stretch.to(), last.titled());
        int had = last.match().map(Match::score).orElse(0);
        return longer.match().filter(match -> match.score() > had).map(match -> longer);
    }

    /** A list on two pages or sheets, each block under a title of its own, is one form unless its fields contradict. */
    private Optional<Stretch> completed(Passage sheet, List<Stretch> before, Stretch stretch) {
        if (before.isEmpty() || before.get(before.size() - 1).match().isEmpty()) {
            return Optional.empty();
        }
        Stretch last = before.get(before.size() - 1);
        boolean parts = last.match().get().completedBy(stretch.match().orElseThrow());
        return parts
                ? Optional.of(stretch(sheet, last.from(), stretch.to(), last.titled()))
                        .filter(whole -> whole.match().isPresent())
                : Optional.empty();
    }

    private List<Stretch> atAnchors(Passage sheet, Stretch whole, Match match) {
        List<Integer> starts = new Repeats(match.known(), sheet.lines(whole.from(), whole.to())).starts();
        if (starts.size() == 1) {
            return List.of(whole);
        }
        List<Stretch> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int from = whole.from() + starts.get(i);
            int to = i + 1 < starts.size() ? whole.from() + starts.get(i + 1) : whole.to();
            Stretch part = stretch(sheet, from, to, i == 0 ? whole.titled() : Set.of());
            if (part.match().isPresent()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
