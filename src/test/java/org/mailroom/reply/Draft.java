package org.mailroom.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.dossier.Standing.File;
import org.mailroom.dossier.Standing.Gap;
import org.mailroom.dossier.Standing.Received;

/** Builds a standing by what matters in a test; the rest is empty. */
final class Draft {
    private final Unit unit;
    private final Stage stage;
    private final DossierState state;
    private boolean onTime = true;
    private Instant first = Instant.EPOCH;
    private Instant last = Instant.EPOCH;
    private List<Received> received = List.of();
    private List<File> files = List.of();
    private List<Gap> gaps = List.of();
    private List<Gap> checking = List.of();
    private boolean byName;
    private List<Finding> findings = List.of();
    private List<Count> nominees = List.of();
    private int division;
    private Optional<LocalDate> due = Optional.empty();
    private List<String> superseded = List.of();
    private List<String> seenBefore = List.of();
    private List<String> links = List.of();
    private List<String> unsure = List.of();
    private boolean pending;

    Draft(Unit unit, Stage stage, DossierState state) {
        this.unit = unit;
        this.stage = stage;
        this.state = state;
    }

    static Draft of(Standing standing, DossierState state) {
        Draft draft = new Draft(standing.unit(), standing.stage(), state);
        draft.onTime = standing.onTime();
        draft.first = standing.firstReceived();
        draft.last = standing.lastReceived();
        draft.received = standing.received();
        draft.files = standing.files();
        draft.gaps = standing.gaps();
        draft.findings = standing.findings();
        draft.nominees = standing.nominees();
        draft.division = standing.division();
        draft.due = standing.correctionDue();
        return draft;
    }

    Draft received(Instant first, Instant last) {
        this.first = first;
        this.last = last;
        return this;
    }

    Draft late() {
        onTime = false;
        return this;
    }

    Draft slots(Received... received) {
        this.received = List.of(received);
        return this;
    }

    Draft files(List<File> files) {
        this.files = List.copyOf(files);
        return this;
    }

    Draft gaps(Gap... gaps) {
        this.gaps = List.of(gaps);
        return this;
    }

    Draft findings(Finding... findings) {
        this.findings = List.of(findings);
        return this;
    }

    Draft nominees(List<Count> nominees, int division) {
        this.nominees = nominees;
        this.division = division;
        return this;
    }

    Draft due(LocalDate due) {
        this.due = Optional.of(due);
        return this;
    }

    Draft noDue() {
        this.due = Optional.empty();
        return this;
    }

    Draft superseded(String... names) {
        superseded = List.of(names);
        return this;
    }

    Draft seenBefore(String... names) {
        seenBefore = List.of(names);
        return this;
    }

    Draft links(String... hosts) {
        links = List.of(hosts);
        return this;
    }

    Draft unsure(String... names) {
        unsure = List.of(names);
        return this;
    }

    /** Scans that were not found while pages are still being read. */
    Draft checking(Gap... scans) {
        checking = List.of(scans);
        pending = true;
        return this;
    }

    /** Scans were assigned by their names alone. */
    Draft byName() {
        byName = true;
        return pending();
    }

    Draft pending() {
        pending = true;
        return this;
    }

    Standing standing() {
        return new Standing(
                unit,
                stage,
                state,
                onTime,
                first,
                last,
                received,
                files,
                gaps,
                checking,
                findings,
                nominees,
                division,
                due,
                superseded,
                seenBefore,
                links,
                unsure,
                byName,
                pending);
    }
}
