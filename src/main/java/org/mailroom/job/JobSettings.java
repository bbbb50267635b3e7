package org.mailroom.job;

import java.time.Duration;

/**
 * How this process takes part in the queue.
 *
 * @param node what this process is called among the nodes on one database
 * @param alone no other process can use the database (an H2 file): jobs that were running when the last process died are
 *     freed at the start instead of after four missed heartbeats
 * @param threads jobs that run at a time
 * @param poll between two looks for jobs that are due; one whose transaction commits here is run at once
 * @param patience how long a stop waits for running jobs; a job cut off runs again
 */
public record JobSettings(String node, boolean alone, int threads, Duration poll, Duration patience) {
    public static JobSettings usual(String node, boolean alone) {
        return new JobSettings(node, alone, 4, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }
}
