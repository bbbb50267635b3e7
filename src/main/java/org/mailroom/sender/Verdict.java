package org.mailroom.sender;

import java.util.Comparator;
import java.util.List;
import org.mailroom.campaign.Unit;

/** Weighs evidence (specification 4.3): the best unit has at least 60, the second best at most 20 less. */
final class Verdict {
    static final String NO_EVIDENCE = "no-evidence";
    static final String WEAK = "weak";
    static final String AMBIGUOUS = "ambiguous";
    static final String ADDRESS_AND_FORM = "address-and-form-differ";
    /** A sub-provincial city seems to speak for itself; its evidence names its province. */
    static final String CITY = "city";

    private static final int ENOUGH = 60;
    private static final int MARGIN = 20;

    private record Ranked(Unit unit, int score) {}

    private final List<Unit> units;

    Verdict(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    Spoken decide(List<Evidence> evidence) {
        List<Ranked> ranking = ranking(evidence);
        if (isSpokenByCity(evidence)) {
            return new Spoken.Doubtful(CITY, evidence);
        }
        if (ranking.isEmpty()) {
            return new Spoken.Doubtful(NO_EVIDENCE, evidence);
        }
        if (addressAndFormDiffer(evidence)) {
            return new Spoken.Doubtful(ADDRESS_AND_FORM, evidence);
        }
        Ranked best = ranking.get(0);
        if (best.score() < ENOUGH) {
            return new Spoken.Doubtful(WEAK, evidence);
        }
        if (ranking.size() > 1 && ranking.get(1).score() > best.score() - MARGIN) {
            return new Spoken.Doubtful(AMBIGUOUS, evidence);
        }
        boolean registered =
                codes(evidence, Evidence.ADDRESS).contains(best.unit().code());
        return new Spoken.Known(best.unit(), registered, evidence);
    }

    /** Each unit with its best score, best first. */
    private List<Ranked> ranking(List<Evidence> evidence) {
        return units.stream()
                .map(unit -> new Ranked(unit, best(unit, evidence)))
                .filter(ranked -> ranked.score() > 0)
                .sorted(Comparator.comparing(Ranked::score).reversed())
                .toList();
    }

    private static int best(Unit unit, List<Evidence> evidence) {
        return evidence.stream()
                .filter(one -> one.unit().equals(unit.code()))
                .mapToInt(Evidence::score)
                .max()
                .orElse(0);
    }

    /** A city fills in its province as the recommending unit, so that forms cannot show that the province speaks. */
    private static boolean isSpokenByCity(List<Evidence> evidence) {
        return !codes(evidence, Evidence.CITY).isEmpty()
                && codes(evidence, Evidence.ADDRESS).isEmpty()
                && codes(evidence, Evidence.DOCUMENT_NUMBER).isEmpty();
    }

    private static List<String> codes(List<Evidence> evidence, String source) {
        return evidence.stream()
                .filter(one -> one.source().equals(source))
                .map(Evidence::unit)
                .toList();
    }

    /** Always a person's case, even if some form agrees with the address. */
    private static boolean addressAndFormDiffer(List<Evidence> evidence) {
        List<String> registered = codes(evidence, Evidence.ADDRESS);
        return !registered.isEmpty() && !registered.containsAll(codes(evidence, Evidence.FORM));
    }
}
