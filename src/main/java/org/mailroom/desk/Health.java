package org.mailroom.desk;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mailroom.mailbox.MailboxHealth;

/** Whether the desk does its work, for a monitor. The web server answers long before the routes run. */
public final class Health {
    private final BooleanSupplier routes;
    private final Supplier<List<MailboxHealth>> mailboxes;

    public Health(BooleanSupplier routes, Supplier<List<MailboxHealth>> mailboxes) {
        this.routes = routes;
        this.mailboxes = mailboxes;
    }

    /**
     * @param routes whether mails travel
     * @param mailbox ok; waiting, before the first look and where another node looks; failed, with what is on the first page
     */
    public record Report(boolean up, boolean routes, String mailbox) {}

    Report report() {
        List<MailboxHealth> health = mailboxes.get();
        boolean failed = health.stream().anyMatch(box -> box.lastError().isPresent());
        boolean looked = health.stream().allMatch(box -> box.lastPoll().isPresent());
        boolean running = routes.getAsBoolean();
        return new Report(running && !failed, running, failed ? "failed" : looked ? "ok" : "waiting");
    }
}
