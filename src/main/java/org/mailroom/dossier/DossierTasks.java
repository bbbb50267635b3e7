package org.mailroom.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.DossierRows.DossierRow;

/** What a person has to do about a dossier because of the state it is in. */
final class DossierTasks {
    private static final String OVERDUE = "overdue";
    private static final String INCOMPLETE = "incomplete-at-due";
    private static final String LATE = "late-submission";
    private static final String UPDATED = "material-updated";

    private final Tasks tasks;

    DossierTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Whether anything, or everything, was missing at the close. */
    void duePassed(DossierRow row, DossierState after) {
        open(after == DossierState.OVERDUE ? OVERDUE : INCOMPLETE, row, null);
    }

    /**
     * After material was looked at.
     *
     * @param row as it was before
     */
    void assessed(DossierRow row, DossierState after, @Nullable Long mailId) {
        if (after != DossierState.OVERDUE) {
            close(OVERDUE, row);
        }
        if (after == DossierState.LATE_RECEIVED) {
            open(LATE, row, mailId);
        } else {
            close(LATE, row);
        }
        if (after == DossierState.COMPLETE) {
            close(INCOMPLETE, row);
        }
        if (row.state() == DossierState.UNDER_REVIEW) {
            open(UPDATED, row, mailId);
        }
    }

    /** Something in the material bears a mark of secrecy. */
    void restricted(DossierRow row, @Nullable Long mailId) {
        open("restricted", row, mailId);
    }

    /** A person has looked at the material as it stands. */
    void looked(DossierRow row) {
        close(UPDATED, row);
    }

    private void open(String kind, DossierRow row, @Nullable Long mailId) {
        tasks.open(kind, subject(row), row.unit(), row.stage(), mailId, Map.of());
    }

    private void close(String kind, DossierRow row) {
        tasks.close(kind, subject(row));
    }

    private static String subject(DossierRow row) {
        return row.unit() + "/" + row.stage();
    }
}
