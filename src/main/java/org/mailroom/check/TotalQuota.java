package org.mailroom.check;

import java.util.Map;
import java.util.stream.Stream;

/**
 * All units together nominate no more of a category than there are places.
 *
 * @param places the sum of the units' places
 */
record TotalQuota(Words words, String category, int places, String list) implements WordedRule {
    static Rule read(Line line) {
        String quota = line.quota("quota");
        return new TotalQuota(
                line.words(Variant.whole("", "q", "n")),
                line.category("category"),
                line.context().units().stream()
                        .mapToInt(unit -> unit.quotas().getOrDefault(quota, 0))
                        .sum(),
                line.form("list"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        int n = dossier.history().nominated().getOrDefault(category, 0);
        return n <= places ? Stream.empty() : words.say("", Answers.place(list), Map.of("q", places, "n", n));
    }
}
