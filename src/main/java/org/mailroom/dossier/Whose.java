package org.mailroom.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.check.Likeness;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.ScanPage;

/**
 * Whose form it is that was found on pages: the nominee of the unit that fits, by the surest sign that fits just one. OCR misreads
 * characters, and on a form that was drawn anew it may not be plain which line is the name.
 */
final class Whose {
    /** One character in six. */
    private static final Likeness MISREAD = new Likeness(1 / 6.0);

    /** A label may stand before the name in its line. */
    private static final int LABEL = 8;

    private Whose() {}

    /** @param pages all pages of the file */
    static Optional<Nominee> form(ScannedForm scanned, List<ScanPage> pages, Collection<Nominee> known) {
        Optional<String> category = scanned.form().category();
        List<Nominee> candidates = known.stream()
                .filter(one -> category.isEmpty() || one.category().equals(category.get()))
                .toList();
        String name = scanned.form().nominee().orElse("");
        Optional<Nominee> named = only(candidates, one -> one.name().equals(name));
        if (named.isPresent() || candidates.stream().anyMatch(one -> one.name().equals(name))) {
            return named;
        }
        return only(candidates, one -> MISREAD.alike(one.name(), name))
                .or(() -> only(candidates, one -> Likeness.plain(name).contains(Likeness.plain(one.name()))))
                // a nominated body may also be where somebody works: only a form for one category tells them apart
                .or(() -> category.isEmpty()
                        ? Optional.empty()
                        : only(candidates, one -> stands(one.name(), scanned.pages(), pages)));
    }

    private static Optional<Nominee> only(List<Nominee> candidates, Predicate<Nominee> fits) {
        List<Nominee> fitting = candidates.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Whether a line of the form's pages is the name, or ends with it after a label. */
    private static boolean stands(String name, List<Integer> numbers, List<ScanPage> pages) {
        String wanted = Likeness.plain(name);
        return pages.stream()
                .filter(page -> numbers.contains(page.number()))
                .flatMap(page -> page.lines().stream())
                .map(line -> Likeness.plain(line.text()))
                .anyMatch(line -> line.endsWith(wanted) && line.length() - wanted.length() <= LABEL);
    }
}
