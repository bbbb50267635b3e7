package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Nominee;

/**
 * No more nominees of a category than the unit has places. Those beyond are named, in order of priority.
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
    public Stream<Finding> check(Dossier dossier) {
        List<String> names = dossier.nominees().stream()
                .filter(nominee -> nominee.category().equals(category))
                .map(Nominee::name)
                .toList();
        int q = dossier.unit().quotas().getOrDefault(quota, 0);
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
