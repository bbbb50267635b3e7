package org.mailroom.job;

import java.time.Instant;

/** The one durable queue. A job runs at least once; what it runs is the route that begins with {@code job:NAME}. */
public interface Jobs {
    /**
     * Schedules {@code job:name} for {@code id}; commits and rolls back with the caller's transaction. A job with the same
     * name and id that waits already is left as it is.
     *
     * @param at machine time; the past means at once
     */
    void schedule(String name, String id, Instant at);

    /** Moves a waiting job to another time; schedules it if there is none. */
    void move(String name, String id, Instant at);
}
