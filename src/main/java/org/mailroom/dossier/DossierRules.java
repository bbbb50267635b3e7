package org.mailroom.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailroom.check.Dossier;
import org.mailroom.check.Finding;
import org.mailroom.check.IdentityNumber;
import org.mailroom.check.NomineeList;
import org.mailroom.check.Rules;
import org.mailroom.form.Form;

/** What this room asks of the rules. */
record DossierRules(Rules rules, NomineeList nomineeList) {
    /** The key of the capped quota, 处级. */
    private static final String DIVISION = "division";

    /** @param identityNumber a valid one, if the form gives one; never shown, kept or sent */
    record Nomination(Dossier.Nominee nominee, Optional<String> identityNumber) {
        @Override
        public String toString() {
            return "Nomination[" + nominee.category() + "]";
        }
    }

    List<Finding> check(Dossier dossier) {
        return rules.check(dossier);
    }

    int division(Dossier dossier) {
        return rules.counted(DIVISION, dossier);
    }

    /** All nominees that lists and forms name, in the order of the list, those not listed last. */
    List<Dossier.Nominee> nominees(List<Form> forms) {
        return nomineeList.nominees(forms);
    }

    /** The same nominees with their identity numbers. */
    List<Nomination> nominations(List<Form> forms) {
        return nomineeList.read(forms, LocalDate.MAX).stream()
                .map(listed ->
                        new Nomination(listed.nominee(), listed.identity().map(IdentityNumber::digits)))
                .toList();
    }

    /**
     * The nominee a form is about.
     *
     * @param known nominees met so far, who tell the category where the form does not
     */
    Optional<Nomination> nomination(Form form, List<Dossier.Nominee> known) {
        return nomineeList.nominee(form, known).map(nominee -> new Nomination(nominee, identity(form)));
    }

    private Optional<String> identity(Form form) {
        return nomineeList.read(List.of(form), LocalDate.MAX).stream()
                .flatMap(listed -> listed.identity().stream())
                .map(IdentityNumber::digits)
                .findFirst();
    }
}
