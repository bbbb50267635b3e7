package org.mailroom.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Nominee;

/**
 * No more nominees of a category than the unit has places, without those lost to cancellations. Those
 * beyond are named, in order of priority; substitutes for cancelled nominees come last.
 *
 * @param quota key in {@link org.mailroom.campaign.Unit#quotas()}
 * @param list the document that ranks the nominees: the place of the finding
 */
record Quota(Words words, String category, String quota, String list, String join) implements WordedRule {
    static Rule read(Line line) {
        return new Quota(
                line.words(Variant.whole("", "pronoun", "q", "n", "names")),
                line.category("category"),
                line.quota("quota"),
                line.form("list"),
                line.join());
    }

    @Override
    public boolean asksUnit() {
        return true;
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<String> names = dossier.counted().stream()
                .filter(nominee -> nominee.category().equals(category))
                .sorted(Comparator.comparing(dossier.history()::substitute))
                .map(Nominee::name)
                .toList();
        int q = dossier.places(category, quota);
        return names.size() <= q
                ? Stream.empty()
                : words.say(
                        "",
                        Answers.place(list),
                        Map.of(
                                "pronoun", dossier.unit().pronoun(),
                                "q", q,
                                "n", names.size(),
                                "names", String.join(join, names.subList(q, names.size()))));
    }
}
