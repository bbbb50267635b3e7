package org.mailroom.mailbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** A consumer with one thread that makes its rounds until it is stopped. */
abstract class Rounds extends DefaultConsumer {
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile boolean going;
    private volatile @Nullable ExecutorService worker;

    Rounds(MailboxEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    /** Goes on until {@link #going} says no. */
    abstract void rounds();

    /** Ends politely whatever {@link #rounds} waits for. */
    abstract void wake();

    /** Ends at once whatever it does. */
    abstract void abort();

    boolean going() {
        return going;
    }

    /** Waits, less long if the consumer is stopped. */
    void pause(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (going && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            going = false;
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        going = true;
        ExecutorService thread = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadExecutor(this, getEndpoint().getEndpointUri());
        worker = thread;
        thread.execute(this::rounds);
    }

    @Override
    protected void doStop() throws Exception {
        lock.lock();
        try {
            going = false;
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        ExecutorService thread = worker;
        if (thread != null) {
            thread.shutdown();
            wake();
            if (!thread.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                abort();
                getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(thread, GRACE.toMillis());
            }
        }
        super.doStop();
    }
}
