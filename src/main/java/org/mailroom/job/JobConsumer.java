package org.mailroom.job;

import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;

/** Sends each run of a job through its route: the id is the body, the try (from 1) the header {@code JobAttempt}. */
final class JobConsumer extends DefaultConsumer {
    private static final String AGAIN = "JobAgain";

    private final JobEndpoint endpoint;

    JobConsumer(JobEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    String name() {
        return endpoint.name();
    }

    JobPolicy policy() {
        return endpoint.policy();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        endpoint.component().register(this);
    }

    /**
     * Runs the route to its end in this thread.
     *
     * @return when to run again, if a step left an Instant in the header or property {@code JobAgain}, or the route ended
     *     with one as its body, as a step does that returns it
     * @throws Exception what the route failed with, unless the route handled it
     */
    Optional<Instant> run(String id, int attempt) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(id);
            exchange.getMessage().setHeader("JobAttempt", attempt);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            Object body = exchange.getMessage().getBody();
            return Optional.ofNullable(exchange.getProperty(AGAIN, Instant.class))
                    .or(() -> Optional.ofNullable(exchange.getMessage().getHeader(AGAIN, Instant.class)))
                    .or(() -> body instanceof Instant time ? Optional.of(time) : Optional.empty());
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
