package org.mailroom.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.dossier.Placing;

/**
 * Whose scanned forms are taken for, where the unit's nominees are known from its electronic forms, as they are at the desk.
 *
 * @param forms forms about somebody
 * @param right of these, taken for the right nominee's
 * @param wrong taken for another's; the rest waits for a person
 */
record Placed(int forms, int right, int wrong) {
    static final Placed NONE = new Placed(0, 0, 0);

    Placed and(Placed other) {
        return new Placed(forms + other.forms, right + other.right, wrong + other.wrong);
    }

    /** @param sample whose nominees the cases are about */
    static Placed of(Reader reader, List<CorpusCase> cases, Sample sample) throws IOException {
        List<Nominee> known = Stream.of(sample.person(), sample.person(1), sample.collective())
                .map(nominee -> new Nominee(nominee.category(), nominee.name()))
                .toList();
        Placed all = NONE;
        for (CorpusCase made : cases) {
            String name = made.truth().get(0).nominee();
            if (!name.isEmpty()) {
                Optional<String> placed = reader.scanned(made).stream()
                        .flatMap(one -> Placing.whose(one.form(), one.pages(), known).stream())
                        .map(Nominee::name)
                        .findFirst();
                int right = placed.filter(name::equals).isPresent() ? 1 : 0;
                all = all.and(new Placed(1, right, placed.isPresent() ? 1 - right : 0));
            }
        }
        return all;
    }
}
