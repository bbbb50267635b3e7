package org.mailroom.dossier;

import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.dossier.DossierRows.DossierRow;
import org.mailroom.dossier.Lifecycle.Guard;
import org.mailroom.dossier.Lifecycle.Trigger;
import org.springframework.transaction.support.TransactionTemplate;

/** What the passing of a due time does to dossiers: a state and a task, never a forfeiture (R-04, P7). */
public final class DueTimes {
    private final Campaign campaign;
    private final DossierRows rows;
    private final DossierTasks tasks;
    private final EventLog events;
    private final TransactionTemplate transaction;

    DueTimes(
            Campaign campaign, DossierRows rows, DossierTasks tasks, EventLog events, TransactionTemplate transaction) {
        this.campaign = campaign;
        this.rows = rows;
        this.tasks = tasks;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Marks every unit that handed in nothing, or not everything; once, however often it is called. To be called only when
     * the mailbox has been read completely past the close (P6).
     */
    public void passed(Stage stage) {
        for (Unit unit : campaign.units()) {
            transaction.executeWithoutResult(status -> passed(stage, unit));
        }
    }

    private void passed(Stage stage, Unit unit) {
        DossierRow row = rows.lock(unit.code(), stage.id());
        Optional<DossierState> next = Lifecycle.next(row.state(), Trigger.DUE_PASSED, Guard.ALWAYS);
        if (next.isEmpty() || rows.duePassed(unit.code(), stage.id())) {
            return;
        }
        rows.state(row.id(), next.get());
        events.append(
                "DUE_PASSED",
                "clock",
                unit.code(),
                stage.id(),
                null,
                Map.of("from", row.state().name(), "to", next.get().name()));
        tasks.duePassed(row, next.get());
    }
}
