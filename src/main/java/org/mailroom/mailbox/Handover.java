package org.mailroom.mailbox;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail through the route and believes the journal, not the route: whatever steps an operator adds, moves or
 * takes away, a mail is done when it is written down and never before.
 */
final class Handover {
    private static final Logger log = LoggerFactory.getLogger(Handover.class);

    private final DefaultConsumer consumer;
    private final Journal journal;

    Handover(DefaultConsumer consumer, Journal journal) {
        this.consumer = consumer;
        this.journal = journal;
    }

    /**
     * What became of a mail.
     *
     * @param problem what the route failed with, if it did
     */
    record Result(boolean kept, Optional<Throwable> problem) {
        /** Whether the server is to blame. */
        boolean unreadable() {
            for (Throwable cause = problem.orElse(null); cause != null; cause = cause.getCause()) {
                if (cause instanceof UnreadableMail) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Its body may be asked for more than once, while the exchange lasts. */
    Result give(FetchedMail mail) {
        return give(
                mail,
                () -> !journal.known(mail.account(), mail.folder(), List.of(mail.sourceKey()))
                        .isEmpty());
    }

    /** @param writtenDown asks the journal, after the exchange */
    Result give(FetchedMail mail, BooleanSupplier writtenDown) {
        Lent lent = new Lent(mail.body());
        FetchedMail own = new FetchedMail(
                mail.account(), mail.folder(), mail.sourceKey(), mail.receivedAt(), mail.announcedSize(), lent);
        Optional<Throwable> problem = process(own);
        lent.takeBack();
        boolean kept = writtenDown.getAsBoolean();
        Result result = new Result(kept, problem);
        if (kept && problem.isPresent()) {
            log.error(
                    "{} {} is kept, but a later step of its route failed: {}",
                    mail.account(),
                    mail.sourceKey(),
                    problem.get().toString());
        } else if (!kept && problem.isEmpty()) {
            log.error(
                    "{} {} went through its route and was NOT kept: the route lacks its step custody.keep."
                            + " The mail stays where it is and is tried again",
                    mail.account(),
                    mail.sourceKey());
        } else if (!kept) {
            log.error(
                    "{} {} could not be kept: {}",
                    mail.account(),
                    mail.sourceKey(),
                    problem.get().toString());
        }
        return result;
    }

    private Optional<Throwable> process(FetchedMail mail) {
        Exchange exchange = consumer.createExchange(false);
        try {
            exchange.getMessage().setBody(mail);
            Processor route = consumer.getProcessor();
            route.process(exchange);
            return Optional.ofNullable(exchange.getException());
        } catch (Exception e) {
            return Optional.of(e);
        } finally {
            consumer.releaseExchange(exchange, false);
        }
    }

    /** A body that ends with its exchange: the connection it comes from goes on to the next mail. */
    private static final class Lent implements FetchedMail.Body {
        private final FetchedMail.Body body;
        private volatile boolean over;

        Lent(FetchedMail.Body body) {
            this.body = body;
        }

        void takeBack() {
            over = true;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            if (over) {
                throw new IOException("this mail has left the mailbox; read it from custody");
            }
            body.writeTo(out);
        }
    }
}
