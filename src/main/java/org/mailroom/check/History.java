package org.mailroom.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Form;

/**
 * What the rules may know besides the dossier itself: what happened to the unit before, and what other units hand in. Nominees
 * are named as the dossier names them. What is not known is left out, and then no rule speaks of it.
 *
 * @param lostPlaces places lost to cancellations, by category
 * @param cancelled nominees of the dossier who are cancelled
 * @param known nominees of the dossier who were known before any cancellation in their category
 * @param passed nominees of the dossier who passed the first review; empty as long as its results are not on record
 * @param stages how far the unit has come, by stage
 * @param nominated nominees of all units in this stage, by category
 * @param elsewhere nominees of the dossier whom another unit nominates, too
 * @param earlier what the unit handed in for earlier stages, the newest version of each electronic form
 * @param told the day on which the unit was told the results of a stage, by stage
 * @param senders who sent what counts now
 */
public record History(
        Map<String, Integer> lostPlaces,
        Set<Nominee> cancelled,
        Set<Nominee> known,
        Optional<Set<Nominee>> passed,
        Map<String, Progress> stages,
        Map<String, Integer> nominated,
        Set<Nominee> elsewhere,
        List<Form> earlier,
        Map<String, LocalDate> told,
        List<Sender> senders) {
    /** Nothing happened before, and nothing is known of others. */
    public static final History NONE =
            new History(Map.of(), Set.of(), Set.of(), Optional.empty(), Map.of(), Map.of(), Set.of());

    /** Without earlier stages and senders. */
    public History(
            Map<String, Integer> lostPlaces,
            Set<Nominee> cancelled,
            Set<Nominee> known,
            Optional<Set<Nominee>> passed,
            Map<String, Progress> stages,
            Map<String, Integer> nominated,
            Set<Nominee> elsewhere) {
        this(lostPlaces, cancelled, known, passed, stages, nominated, elsewhere, List.of(), Map.of(), List.of());
    }

    public History {
        lostPlaces = Map.copyOf(lostPlaces);
        cancelled = Set.copyOf(cancelled);
        known = Set.copyOf(known);
        passed = passed.map(Set::copyOf);
        stages = Map.copyOf(stages);
        nominated = Map.copyOf(nominated);
        elsewhere = Set.copyOf(elsewhere);
        earlier = List.copyOf(earlier);
        told = Map.copyOf(told);
        senders = List.copyOf(senders);
    }

    /** Whom a mail came from. */
    public record Sender(String address, String name) {}

    /** The same with what is known of earlier stages and of the mails. */
    public History with(List<Form> forms, Map<String, LocalDate> days, List<Sender> from) {
        return new History(lostPlaces, cancelled, known, passed, stages, nominated, elsewhere, forms, days, from);
    }

    /** How far a unit has come with a stage. */
    public enum Progress {
        /** Nothing was received. */
        NOT_BEGUN,
        BEGUN,
        CLOSED
    }

    /** Whether the nominee's name first came after a cancellation in the category (递补). */
    boolean substitute(Nominee nominee) {
        return lostPlaces.getOrDefault(nominee.category(), 0) > 0
                && !known.contains(nominee)
                && !cancelled.contains(nominee);
    }
}
