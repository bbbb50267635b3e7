package org.mailroom.reply;

import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;

/** Takes a composed mail past the guard into the outbox, with its event, in the caller's transaction. */
final class OutTray {
    private final AnsweredMails names;
    private final Guard guard;
    private final OutboxRows outbox;
    private final OutboxState initial;
    private final Tasks tasks;
    private final EventLog events;

    /** @param initial the state in which mails that the guard lets pass begin */
    OutTray(AnsweredMails names, Guard guard, OutboxRows outbox, OutboxState initial, Tasks tasks, EventLog events) {
        this.names = names;
        this.guard = guard;
        this.outbox = outbox;
        this.initial = initial;
        this.tasks = tasks;
        this.events = events;
    }

    /** @param event and actor as the record names them */
    void put(Outgoing mail, Unit unit, String event, String actor) {
        Optional<Long> row;
        try {
            guard.check(mail, unit, names.nominees(unit.code()), names.foreignNominees(unit.code()));
            row = outbox.add(mail, initial);
        } catch (WithheldException withheld) {
            row = outbox.withhold(mail, withheld.reason());
            row.ifPresent(id -> tasks.open(
                    "withheld-mail",
                    "outbox/" + id,
                    unit.code(),
                    mail.stage().orElse(null),
                    null,
                    Map.of("reason", withheld.reason().key())));
        }
        row.ifPresent(id -> events.append(
                event,
                actor,
                unit.code(),
                mail.stage().orElse(null),
                null,
                Map.of(
                        "outbox",
                        id,
                        "kind",
                        mail.kind(),
                        "number",
                        mail.receiptNumber().orElse(""))));
    }
}
