package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Category;
import org.mailroom.form.Form;

/** The nominees of a list stand in another order of priority than in the earlier stage: allowed, and said. */
record OrderChanged(Words words, Answers answers, String list, List<Category> categories, String join)
        implements WordedRule {
    static Rule read(Line line) {
        return new OrderChanged(
                line.words(Variant.whole("", "category", "before", "now")),
                line.answers(),
                line.form("list"),
                line.context().categories(),
                line.join());
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return categories.stream()
                .flatMap(category -> check(
                        category,
                        names(dossier.history().earlier().stream(), category),
                        names(Answers.forms(dossier), category)));
    }

    /** Only those who stand in both lists can have changed places. */
    private Stream<Finding> check(Category category, List<String> then, List<String> today) {
        List<String> before = then.stream().filter(today::contains).toList();
        List<String> now = today.stream().filter(then::contains).toList();
        return before.equals(now)
                ? Stream.empty()
                : words.say(
                        "",
                        Answers.place(list),
                        Map.of(
                                "category", category.name(),
                                "before", String.join(join, before),
                                "now", String.join(join, now)));
    }

    private List<String> names(Stream<Form> forms, Category category) {
        return forms.filter(form -> form.document().equals(list))
                .flatMap(answers::sets)
                .filter(set -> set.row().isPresent() && set.category().equals(Optional.of(category.id())))
                .flatMap(set -> set.nominee().stream())
                .distinct()
                .toList();
    }
}
