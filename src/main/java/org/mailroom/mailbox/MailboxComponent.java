package org.mailroom.mailbox;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code from: mailbox:NAME} sends each new mail of the mailbox of that name as a {@link FetchedMail};
 * {@code from: mailbox:drop?folder=FOLDER} each file {@code *.eml} that someone puts there.
 */
public final class MailboxComponent extends DefaultComponent {
    private final Map<String, MailboxSettings> mailboxes;
    private final Journal journal;
    private final BooleanSupplier turn;
    private final Clock machine;
    private final Clock campaign;
    private final Map<String, Gauge> gauges = new ConcurrentSkipListMap<>();

    /**
     * @param mailboxes by the name in the route
     * @param turn whether this node is the one that polls; asked often
     */
    public MailboxComponent(
            Map<String, MailboxSettings> mailboxes,
            Journal journal,
            BooleanSupplier turn,
            Clock machine,
            Clock campaign) {
        this.mailboxes = Map.copyOf(mailboxes);
        this.journal = journal;
        this.turn = turn;
        this.machine = machine;
        this.campaign = campaign;
    }

    /** Every mailbox that a route reads, in the order of their names. */
    public List<MailboxHealth> health() {
        return gauges.values().stream().map(Gauge::health).toList();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) throws Exception {
        String folder = getAndRemoveParameter(parameters, "folder", String.class);
        if (folder != null) {
            return new MailboxEndpoint(
                    uri,
                    this,
                    (endpoint, processor) ->
                            new DropConsumer(endpoint, processor, name, Path.of(folder), journal, turn, campaign));
        }
        MailboxSettings settings = mailboxes.get(name);
        if (settings == null) {
            throw new IllegalArgumentException("no mailbox is called " + name + "; there are " + mailboxes.keySet());
        }
        Gauge gauge = gauges.computeIfAbsent(name, Gauge::new);
        return new MailboxEndpoint(
                uri,
                this,
                (endpoint, processor) ->
                        new MailboxConsumer(endpoint, processor, settings, journal, gauge, turn, machine, campaign));
    }
}
