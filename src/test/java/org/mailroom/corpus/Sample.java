package org.mailroom.corpus;

import java.util.List;
import java.util.Random;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleForms;
import org.mailroom.demo.SampleNominee;
import org.mailroom.form.Filled;
import org.mailroom.testing.Forms;

/**
 * What one seed stands for: a unit, its nominees and the chances that a case takes. The same seed gives the same files.
 *
 * @param number which of the unit's nominees, from 1
 */
record Sample(Unit unit, int number, Random random) {
    private static final int NOMINEES = 12;

    static Sample of(List<Unit> units, long seed) {
        Random random = new Random(seed * 7919 + 17);
        Unit unit = units.get(random.nextInt(units.size()));
        return new Sample(unit, 1 + random.nextInt(NOMINEES), random);
    }

    SampleForms forms() {
        return Forms.samples();
    }

    SampleNominee person() {
        return forms().individual(unit, number);
    }

    SampleNominee person(int more) {
        return forms().individual(unit, number + more);
    }

    SampleNominee collective() {
        return forms().collective(unit, number);
    }

    /** A form about a person. */
    Filled personal(String document) {
        return forms().nomineeForm(document, unit, person());
    }

    Filled review() {
        return personal("first-review-form");
    }

    Filled reviewOfCollective() {
        return forms().nomineeForm("first-review-form", unit, collective());
    }

    Filled approval() {
        return personal("individual-approval-form");
    }

    Filled collectiveApproval() {
        return forms().nomineeForm("collective-approval-form", unit, collective());
    }

    Filled opinions() {
        return personal("opinion-form");
    }

    /** Of at most as many nominees as the unit has places. */
    Filled summary() {
        int collectives = places("collective");
        int individuals = places("individual");
        return forms().summaryForm(unit, forms().nominees(unit, collectives, individuals));
    }

    private int places(String quota) {
        return Math.min(1 + random.nextInt(6), unit.quotas().getOrDefault(quota, 0));
    }

    Filled contacts() {
        return forms().contactForm(unit, "office@" + unit.code() + ".example");
    }

    Filled report(String document) {
        return forms().report(document, unit, forms().nominees(unit, 2, 2));
    }

    /** Every form once, each filled in as it should be. */
    List<Filled> all() {
        return List.of(
                review(),
                reviewOfCollective(),
                approval(),
                collectiveApproval(),
                opinions(),
                forms().nomineeForm("opinion-form", unit, collective()),
                summary(),
                contacts(),
                report("first-review-report"),
                report("formal-report"));
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
