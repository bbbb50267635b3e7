package org.mailroom.job;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One name of job. */
final class JobEndpoint extends DefaultEndpoint {
    private final JobComponent component;
    private final String name;
    private final JobPolicy policy;

    JobEndpoint(String uri, JobComponent component, String name, JobPolicy policy) {
        super(uri, component);
        this.component = component;
        this.name = name;
        this.policy = policy;
    }

    String name() {
        return name;
    }

    JobPolicy policy() {
        return policy;
    }

    JobComponent component() {
        return component;
    }

    @Override
    public Producer createProducer() {
        return new JobProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new JobConsumer(this, processor);
    }
}
