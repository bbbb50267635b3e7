package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.reading.ScanPage;

/**
 * Whether a red seal seems to stand on a scan. A hint in both directions: a person looks at the seal. On a scan without
 * colour no red can show.
 */
record ScanSealed(Words words, Scope scope) implements WordedRule {
    static Rule read(Line line) {
        line.onlyHints();
        return new ScanSealed(
                line.words(
                        Variant.whole("none", "pages"), Variant.whole("grey", "pages"), Variant.whole("seen", "page")),
                line.scope());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return SeenScan.of(dossier, scope).flatMap(this::check);
    }

    private Stream<Finding> check(SeenScan scan) {
        List<ScanPage> pages = scan.scanned().pages();
        List<ScanPage> sealed =
                pages.stream().filter(page -> !page.seals().isEmpty()).toList();
        if (!sealed.isEmpty()) {
            return sealed.stream().flatMap(page -> seen(scan, page));
        }
        boolean colour = pages.stream().anyMatch(ScanPage::colour);
        ScanPage last = pages.get(pages.size() - 1);
        return words.hint(colour ? "none" : "grey", scan.place(), Map.of("pages", pages.size()), scan.spot(last));
    }

    /** The place and size of what was seen stand in the finding's spot. */
    private Stream<Finding> seen(SeenScan scan, ScanPage page) {
        return page.seals().stream()
                .flatMap(seal -> words.hint(
                        "seen",
                        scan.place(),
                        Map.of("page", page.number()),
                        new Spot(scan.filed().fileName(), page.number(), Optional.of(seal.box()))));
    }
}
