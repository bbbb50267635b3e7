package org.mailroom.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mailroom.check.Dossier.Nominee;

/**
 * The nominees a unit ever named beside those one of its dossiers names now. A name of the dossier means the row it was listed
 * under, by identity number, and every row of that name; where rows of namesakes differ, the one in the nominee's favour counts.
 *
 * @param met every row of the unit
 * @param listed the dossier's names with their rows
 */
record UnitNominees(List<Met> met, List<Listed> listed) {
    /** States before the first review has a result (specification 2.2). */
    private static final Set<String> UNDECIDED = Set.of("LISTED", "FR_REVIEW");

    private static final Set<String> NOT_PASSED = Set.of("LISTED", "FR_REVIEW", "FR_FAILED", "CANCELLED");
    private static final String CANCELLED = "CANCELLED";

    /** A row of the table {@code nominee}. */
    record Met(long id, String category, String name, String state, boolean afterCancellation) {
        boolean isCancelled() {
            return state.equals(CANCELLED);
        }
    }

    /** A name in a dossier. */
    record Listed(long nomineeId, String category, String name) {
        Nominee nominee() {
            return new Nominee(category, name);
        }
    }

    Map<String, Integer> lostPlaces() {
        return met.stream()
                .filter(Met::isCancelled)
                .collect(Collectors.groupingBy(Met::category, Collectors.summingInt(row -> 1)));
    }

    Set<Nominee> cancelled() {
        return where(rows -> rows.stream().anyMatch(Met::isCancelled)
                && rows.stream().allMatch(row -> row.isCancelled() || row.afterCancellation()));
    }

    Set<Nominee> known() {
        return where(rows -> rows.stream().anyMatch(row -> !row.afterCancellation()));
    }

    /** Those who passed; empty while no result is on record, or somebody still waits for his. */
    Optional<Set<Nominee>> passed() {
        boolean decided = met.stream().anyMatch(row -> !UNDECIDED.contains(row.state()) && !row.isCancelled());
        boolean waiting = met.stream().anyMatch(row -> row.state().equals("FR_REVIEW"));
        return decided && !waiting
                ? Optional.of(where(rows -> rows.stream().anyMatch(row -> !NOT_PASSED.contains(row.state()))))
                : Optional.empty();
    }

    Set<Nominee> among(Set<Long> ids) {
        return listed.stream()
                .filter(one -> ids.contains(one.nomineeId()))
                .map(Listed::nominee)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<Nominee> where(Predicate<List<Met>> holds) {
        return listed.stream()
                .map(Listed::nominee)
                .distinct()
                .filter(nominee -> holds.test(rows(nominee)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Met> rows(Nominee nominee) {
        Set<Long> ids = listed.stream()
                .filter(one -> one.nominee().equals(nominee))
                .map(Listed::nomineeId)
                .collect(Collectors.toUnmodifiableSet());
        return met.stream()
                .filter(row -> ids.contains(row.id())
                        || row.category().equals(nominee.category())
                                && row.name().equals(nominee.name()))
                .toList();
    }
}
