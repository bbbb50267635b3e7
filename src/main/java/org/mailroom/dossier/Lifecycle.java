package org.mailroom.dossier;

import static org.mailroom.dossier.DossierState.ACCEPTED;
import static org.mailroom.dossier.DossierState.CLOSED;
import static org.mailroom.dossier.DossierState.COMPLETE;
import static org.mailroom.dossier.DossierState.LATE_ADMITTED;
import static org.mailroom.dossier.DossierState.LATE_RECEIVED;
import static org.mailroom.dossier.DossierState.NOT_STARTED;
import static org.mailroom.dossier.DossierState.OVERDUE;
import static org.mailroom.dossier.DossierState.PARTIAL;
import static org.mailroom.dossier.DossierState.RETURNED;
import static org.mailroom.dossier.DossierState.UNDER_REVIEW;

import java.util.List;
import java.util.Optional;

/**
 * What mail, clock and people do to unit × stage: the table of docs/lifecycle.md, same rows, same order. What is not here cannot
 * happen. The guard of lateness is always the mail's received time, never the state (P6).
 */
final class Lifecycle {
    /** What happened. */
    enum Trigger {
        /** A mail was filed whose dossier's first mail was received before the close. */
        SUBMITTED_IN_TIME,
        /** A mail was filed whose dossier's first mail was received after the close. */
        SUBMITTED_LATE,
        /** The close has passed and the mailbox has been read completely past it. */
        DUE_PASSED,
        /** A person begins to review. */
        REVIEW_STARTED,
        /** A person accepts the material as handed in by mail. */
        ACCEPTED_BY_PERSON,
        /** A person sends the material back, with a reason. */
        SENT_BACK,
        /** A person admits what came late, with a reason. The dossier is then looked at as after a late mail. */
        ADMITTED
    }

    /** What the rules and the slots say. */
    enum Guard {
        ALWAYS,
        SOME_MISSING,
        SOMETHING_TO_CORRECT,
        NOTHING_TO_CORRECT,
        /** Nothing to correct, or each waived; paper or feedback follows. */
        MORE_FOLLOWS,
        /** Nothing to correct, or each waived; nothing follows. */
        NOTHING_FOLLOWS
    }

    /** One line of the table. */
    record Transition(DossierState from, Trigger trigger, Guard guard, DossierState to) {}

    static final List<Transition> TABLE = List.of(
            //  from           trigger                      guard                        to
            row(NOT_STARTED, Trigger.SUBMITTED_IN_TIME, Guard.SOME_MISSING, PARTIAL),
            row(NOT_STARTED, Trigger.SUBMITTED_IN_TIME, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(NOT_STARTED, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(NOT_STARTED, Trigger.SUBMITTED_LATE, Guard.ALWAYS, LATE_RECEIVED),
            row(NOT_STARTED, Trigger.DUE_PASSED, Guard.ALWAYS, OVERDUE),
            row(PARTIAL, Trigger.SUBMITTED_IN_TIME, Guard.SOME_MISSING, PARTIAL),
            row(PARTIAL, Trigger.SUBMITTED_IN_TIME, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(PARTIAL, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(PARTIAL, Trigger.DUE_PASSED, Guard.ALWAYS, PARTIAL),
            row(RETURNED, Trigger.SUBMITTED_IN_TIME, Guard.SOME_MISSING, PARTIAL),
            row(RETURNED, Trigger.SUBMITTED_IN_TIME, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(RETURNED, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(RETURNED, Trigger.DUE_PASSED, Guard.ALWAYS, RETURNED),
            row(COMPLETE, Trigger.SUBMITTED_IN_TIME, Guard.SOME_MISSING, PARTIAL),
            row(COMPLETE, Trigger.SUBMITTED_IN_TIME, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(COMPLETE, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(UNDER_REVIEW, Trigger.SUBMITTED_IN_TIME, Guard.ALWAYS, COMPLETE),
            row(ACCEPTED, Trigger.SUBMITTED_IN_TIME, Guard.ALWAYS, ACCEPTED),
            row(OVERDUE, Trigger.SUBMITTED_IN_TIME, Guard.SOME_MISSING, PARTIAL),
            row(OVERDUE, Trigger.SUBMITTED_IN_TIME, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(OVERDUE, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(OVERDUE, Trigger.SUBMITTED_LATE, Guard.ALWAYS, LATE_RECEIVED),
            row(LATE_RECEIVED, Trigger.SUBMITTED_LATE, Guard.ALWAYS, LATE_RECEIVED),
            row(LATE_RECEIVED, Trigger.SUBMITTED_IN_TIME, Guard.SOME_MISSING, PARTIAL),
            row(LATE_RECEIVED, Trigger.SUBMITTED_IN_TIME, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(LATE_RECEIVED, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(LATE_ADMITTED, Trigger.SUBMITTED_LATE, Guard.SOME_MISSING, RETURNED),
            row(LATE_ADMITTED, Trigger.SUBMITTED_LATE, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(LATE_ADMITTED, Trigger.SUBMITTED_LATE, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(RETURNED, Trigger.SUBMITTED_LATE, Guard.SOME_MISSING, RETURNED),
            row(RETURNED, Trigger.SUBMITTED_LATE, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(RETURNED, Trigger.SUBMITTED_LATE, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(COMPLETE, Trigger.SUBMITTED_LATE, Guard.SOME_MISSING, RETURNED),
            row(COMPLETE, Trigger.SUBMITTED_LATE, Guard.SOMETHING_TO_CORRECT, RETURNED),
            row(COMPLETE, Trigger.SUBMITTED_LATE, Guard.NOTHING_TO_CORRECT, COMPLETE),
            row(UNDER_REVIEW, Trigger.SUBMITTED_LATE, Guard.ALWAYS, COMPLETE),
            row(ACCEPTED, Trigger.SUBMITTED_LATE, Guard.ALWAYS, ACCEPTED),
            row(CLOSED, Trigger.SUBMITTED_IN_TIME, Guard.ALWAYS, CLOSED),
            row(CLOSED, Trigger.SUBMITTED_LATE, Guard.ALWAYS, CLOSED),
            row(COMPLETE, Trigger.REVIEW_STARTED, Guard.ALWAYS, UNDER_REVIEW),
            row(UNDER_REVIEW, Trigger.ACCEPTED_BY_PERSON, Guard.MORE_FOLLOWS, ACCEPTED),
            row(UNDER_REVIEW, Trigger.ACCEPTED_BY_PERSON, Guard.NOTHING_FOLLOWS, CLOSED),
            row(COMPLETE, Trigger.SENT_BACK, Guard.ALWAYS, RETURNED),
            row(UNDER_REVIEW, Trigger.SENT_BACK, Guard.ALWAYS, RETURNED),
            row(LATE_RECEIVED, Trigger.ADMITTED, Guard.ALWAYS, LATE_ADMITTED));

    private Lifecycle() {}

    private static Transition row(DossierState from, Trigger trigger, Guard guard, DossierState to) {
        return new Transition(from, trigger, guard, to);
    }

    /** @return the next state, or empty if the table has no such line: then a person must look, and nothing changes */
    static Optional<DossierState> next(DossierState from, Trigger trigger, Guard guard) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.trigger() == trigger)
                .filter(line -> line.guard() == guard || line.guard() == Guard.ALWAYS)
                .map(Transition::to)
                .findFirst();
    }
}
