package org.mailroom.job;

import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Schedules the body as an id, at once or at the instant in the header {@code JobAt}. */
final class JobProducer extends DefaultProducer {
    private final JobEndpoint endpoint;

    JobProducer(JobEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        String id = exchange.getMessage().getMandatoryBody(String.class);
        Instant at = exchange.getMessage().getHeader("JobAt", Instant.class);
        Instant due = at == null ? endpoint.component().machine().instant() : at;
        endpoint.component().jobs().schedule(endpoint.name(), id, due);
    }
}
