package org.mailroom.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.Stage;

/**
 * Which stage a document belongs to (specification 5, case 15). Most documents are asked for in one stage only; a list such
 * as the summary form belongs to two, and then its company decides.
 */
record StageChoice(List<Stage> stages) {

    /**
     * @param document the document to place
     * @param company the other documents of the same mail
     * @param tagged the stage of the receipt number quoted in the subject
     * @param unfinished stages whose dossier of this unit is begun and not complete
     */
    Optional<Stage> of(
            String document,
            Collection<String> company,
            Optional<String> tagged,
            Set<String> unfinished,
            Instant received) {
        List<Stage> asking =
                stages.stream().filter(stage -> asks(stage, document)).toList();
        if (asking.size() <= 1) {
            return asking.stream().findFirst();
        }
        return first(asking, stage -> company.stream().anyMatch(other -> onlyIn(stage, other)))
                .or(() ->
                        first(asking, stage -> tagged.filter(stage.id()::equals).isPresent()))
                .or(() -> first(asking, stage -> unfinished.contains(stage.id())))
                .or(() -> first(asking, stage -> stage.onTime(received)))
                .or(() -> Optional.of(asking.get(asking.size() - 1)));
    }

    /** The stage a mail without any recognised document is about. */
    Stage current(Optional<String> tagged, Set<String> unfinished, Instant received) {
        return first(stages, stage -> tagged.filter(stage.id()::equals).isPresent())
                .or(() -> first(stages, stage -> unfinished.contains(stage.id())))
                .or(() -> first(stages, stage -> stage.onTime(received)))
                .orElse(stages.get(stages.size() - 1));
    }

    private boolean onlyIn(Stage stage, String document) {
        return asks(stage, document)
                && stages.stream().filter(other -> asks(other, document)).count() == 1;
    }

    private static boolean asks(Stage stage, String document) {
        return stage.required().stream()
                .anyMatch(required -> required.document().id().equals(document));
    }

    private static Optional<Stage> first(List<Stage> stages, java.util.function.Predicate<Stage> wanted) {
        return stages.stream().filter(wanted).findFirst();
    }
}
