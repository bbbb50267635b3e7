package org.mailroom.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.check.Dossier;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.dossier.Standing.Gap;

/** What a dossier lacks: each required document, for each nominee, in each medium. */
final class Gaps {
    private Gaps() {}

    /** In the order of the campaign; a document nobody can be named for is missing once, without a name. */
    static List<Gap> of(Dossier dossier) {
        List<Gap> gaps = new ArrayList<>();
        for (RequiredDocument required : dossier.stage().required()) {
            List<Optional<Nominee>> whose = whose(dossier, required);
            for (Optional<Nominee> nominee : whose) {
                for (Medium medium : Medium.values()) {
                    if (required.media().contains(medium) && !filled(dossier, required, medium, nominee)) {
                        gaps.add(gap(dossier, required, medium, nominee));
                    }
                }
            }
        }
        return gaps;
    }

    /** Those that count as missing while pages of scans are still being read: what is on paper may yet be found on them. */
    static List<Gap> certain(List<Gap> gaps, boolean reading) {
        return reading
                ? gaps.stream().filter(gap -> gap.medium() != Medium.SCAN).toList()
                : gaps;
    }

    private static Gap gap(Dossier dossier, RequiredDocument required, Medium medium, Optional<Nominee> nominee) {
        boolean otherMedium = required.media().stream()
                .anyMatch(other -> other != medium && filled(dossier, required, other, nominee));
        return new Gap(required.rule(), required.document(), medium, nominee.map(Nominee::name), otherMedium);
    }

    static List<Optional<Nominee>> whose(Dossier dossier, RequiredDocument required) {
        if (required.per() == RequiredDocument.Per.UNIT) {
            return List.of(Optional.empty());
        }
        List<Optional<Nominee>> nominees = new ArrayList<>();
        dossier.counted().stream()
                .filter(nominee -> required.category()
                        .filter(category -> !category.equals(nominee.category()))
                        .isEmpty())
                .forEach(nominee -> nominees.add(Optional.of(nominee)));
        boolean nobodyKnown = dossier.nominees().isEmpty();
        return nobodyKnown ? List.of(Optional.empty()) : nominees;
    }

    /** A scan without a nominee holds the forms of all (specification 5, case 8); somebody must still look. */
    static boolean filled(Dossier dossier, RequiredDocument required, Medium medium, Optional<Nominee> nominee) {
        String document = required.document().id();
        return dossier.has(document, medium, nominee)
                || medium == Medium.SCAN && dossier.has(document, medium, Optional.empty());
    }
}
