package org.mailroom.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.campaign.Category;

/** Fewer nominees than places, of one category at least and too many of none: allowed, but worth a remark. */
record FewerThanQuota(Words words, List<Category> categories, String list) implements WordedRule {
    static Rule read(Line line) {
        List<Category> categories = line.context().categories();
        String[] variables = Stream.concat(
                        Stream.of("pronoun"), categories.stream().map(Category::id))
                .toArray(String[]::new);
        return new FewerThanQuota(line.words(Variant.whole("", variables)), categories, line.form("list"));
    }

    @Override
    public boolean asksUnit() {
        return true;
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        if (dossier.forms(list).isEmpty()) {
            return Stream.empty();
        }
        Map<String, Object> values =
                new HashMap<>(Map.of("pronoun", dossier.unit().pronoun()));
        boolean fewer = false;
        for (Category category : categories) {
            int n = (int) dossier.counted().stream()
                    .filter(nominee -> nominee.category().equals(category.id()))
                    .count();
            int q = dossier.places(category.id(), category.quota());
            if (n > q) {
                return Stream.empty();
            }
            fewer |= n < q;
            values.put(category.id(), n);
        }
        return fewer ? words.say("", Answers.place(list), values) : Stream.empty();
    }
}
