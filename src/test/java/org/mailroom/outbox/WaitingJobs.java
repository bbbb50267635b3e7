package org.mailroom.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailroom.job.Jobs;

/** The queue in memory: one waiting job a row, taken when its time has come. */
final class WaitingJobs implements Jobs {
    private final Map<Long, Instant> waiting = new TreeMap<>();

    @Override
    public void schedule(String name, String id, Instant at) {
        waiting.putIfAbsent(Long.valueOf(id), at);
    }

    @Override
    public void move(String name, String id, Instant at) {
        waiting.put(Long.valueOf(id), at);
    }

    Map<Long, Instant> waiting() {
        return Map.copyOf(waiting);
    }

    /** Takes out whatever is due. */
    List<Long> due(Instant now) {
        List<Long> due = new ArrayList<>();
        waiting.forEach((id, at) -> {
            if (!at.isAfter(now)) {
                due.add(id);
            }
        });
        due.forEach(waiting::remove);
        return due;
    }
}
