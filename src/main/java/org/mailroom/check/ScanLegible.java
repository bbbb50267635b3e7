package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.reading.ScanPage;

/**
 * Pages of a scan on which nothing stands, and pages scanned so coarsely that they can hardly be read.
 *
 * @param dpi the least resolution; a page whose resolution cannot be told is let through
 * @param join what stands between page numbers
 */
record ScanLegible(Words words, Scope scope, int dpi, String join) implements WordedRule {
    static Rule read(Line line) {
        line.onlyHints();
        return new ScanLegible(
                line.words(Variant.whole("blank", "pages"), Variant.whole("coarse", "pages", "dpi", "min")),
                line.scope(),
                line.number("dpi"),
                line.join());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return SeenScan.of(dossier, scope)
                .flatMap(scan -> Stream.concat(
                        say(scan, "blank", ScanPage::blank),
                        say(scan, "coarse", page -> !page.blank() && page.dpi() > 0 && page.dpi() < dpi)));
    }

    private Stream<Finding> say(SeenScan scan, String variant, Predicate<ScanPage> poor) {
        List<ScanPage> pages = scan.scanned().pages().stream().filter(poor).toList();
        if (pages.isEmpty()) {
            return Stream.empty();
        }
        int least = pages.stream().mapToInt(ScanPage::dpi).min().orElse(0);
        String numbers =
                pages.stream().map(page -> String.valueOf(page.number())).collect(Collectors.joining(join));
        Map<String, Object> values = Map.of("pages", numbers, "dpi", least, "min", dpi);
        return words.hint(variant, scan.place(), values, scan.spot(pages.get(0)));
    }
}
