package org.mailroom.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier.Filed;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.check.Dossier.Refused;
import org.mailroom.form.Form;
import org.mailroom.reading.Reading;

/** What Guangdong handed in for a stage, and what the rules find in it. */
final class Handed {
    private final String stage;
    private String unit = "440000";
    private Instant received;
    private final List<Form> forms = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Filed> others = new ArrayList<>();
    private History history = History.NONE;
    private UnaryOperator<String> fileName = document -> document + ".docx";

    private Handed(String stage, String received) {
        this.stage = stage;
        this.received = Instant.parse(received);
    }

    static Handed contacts(Paper... papers) {
        return new Handed("S0", "2021-08-12T02:00:00Z").and(papers);
    }

    static Handed first(Paper... papers) {
        return new Handed("S1", "2021-08-30T02:00:00Z").and(papers);
    }

    static Handed second(Paper... papers) {
        return new Handed("S2", "2021-09-28T02:00:00Z").and(papers);
    }

    Handed and(Paper... papers) {
        for (Paper paper : papers) {
            forms.add(paper.form());
        }
        return this;
    }

    Handed by(String code) {
        unit = code;
        return this;
    }

    Handed at(String instant) {
        received = Instant.parse(instant);
        return this;
    }

    Handed refused(String file, Reading.Reason reason) {
        refused.add(new Refused(file, reason));
        return this;
    }

    Handed after(History before) {
        history = before;
        return this;
    }

    Handed named(String file) {
        fileName = document -> file;
        return this;
    }

    /** A scan or photo beside the forms. */
    Handed and(Filed scan) {
        others.add(scan);
        return this;
    }

    Dossier dossier() {
        NomineeList list = new NomineeList(Cnipa.CONTEXT);
        List<Nominee> nominees = list.nominees(forms);
        List<Filed> filed = forms.stream()
                .map(form -> new Filed(
                        form.document(),
                        Medium.ELECTRONIC,
                        list.nominee(form, nominees),
                        fileName.apply(form.document()),
                        Optional.of(form)))
                .collect(Collectors.toCollection(ArrayList::new));
        filed.addAll(others);
        return new Dossier(
                Cnipa.CAMPAIGN.unit(unit).orElseThrow(),
                Cnipa.CAMPAIGN.stage(stage).orElseThrow(),
                filed,
                refused,
                nominees,
                received,
                received,
                history);
    }

    List<Finding> findings() {
        return Cnipa.RULES.check(dossier());
    }

    /** What one rule found. */
    List<Finding> findings(String rule) {
        return findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }

    /** The keys of all that was said. */
    List<String> said() {
        return findings().stream().map(Finding::message).toList();
    }

    /** What one rule says, in the campaign's words. */
    List<String> sentences(String rule) {
        return findings(rule).stream().map(Handed::sentence).toList();
    }

    /** @throws IllegalArgumentException if the words need a variable the finding lacks */
    static String sentence(Finding finding) {
        return Cnipa.CAMPAIGN.messages().format(finding.message(), finding.values());
    }
}
