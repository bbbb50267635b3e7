package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Stage;
import org.mailroom.check.History.Progress;
import org.mailroom.form.Place;

/**
 * A stage comes after an earlier one: not before that has begun, not before its results are on record or it is closed,
 * and not if nobody passed it.
 */
record StageOrder(Words words, Stage earlier) implements WordedRule {
    private static final Place WHOLE = new Place("", Optional.empty(), "", 0, "");

    static Rule read(Line line) {
        return new StageOrder(
                line.words(
                        Variant.whole("unbegun", "material", "earlier"),
                        Variant.whole("open", "material", "earlier"),
                        Variant.whole("nobody", "material", "earlier")),
                line.stage("after"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return disorder(dossier.history()).stream()
                .flatMap(variant -> words.say(
                        variant, WHOLE, Map.of("material", dossier.stage().material(), "earlier", earlier.material())));
    }

    private Optional<String> disorder(History history) {
        Progress progress = history.stages().get(earlier.id());
        if (progress == null) {
            return Optional.empty();
        }
        if (progress == Progress.NOT_BEGUN) {
            return Optional.of("unbegun");
        }
        return history.passed()
                .map(passed -> passed.isEmpty() ? Optional.of("nobody") : Optional.<String>empty())
                .orElse(progress == Progress.CLOSED ? Optional.empty() : Optional.of("open"));
    }
}
