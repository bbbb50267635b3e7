package org.mailroom.mailbox;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A source of mails; nothing can be sent to it. */
final class MailboxEndpoint extends DefaultEndpoint {
    /** Makes the consumer of one source. */
    @FunctionalInterface
    interface Source {
        Consumer consumer(MailboxEndpoint endpoint, Processor processor);
    }

    private final Source source;

    MailboxEndpoint(String uri, MailboxComponent component, Source source) {
        super(uri, component);
        this.source = source;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return source.consumer(this, processor);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("mailbox: only gives mails; to send one use the outbox");
    }
}
