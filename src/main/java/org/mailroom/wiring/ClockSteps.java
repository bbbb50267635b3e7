package org.mailroom.wiring;

import java.util.Optional;
import org.mailroom.demo.MovableClock;
import org.mailroom.job.DbJobs;

/** A step of the campaign's clock triggers the agenda at once, as long as this desk is open. */
final class ClockSteps implements AutoCloseable {
    private final Optional<MovableClock> clock;
    private final Runnable agenda;

    ClockSteps(Optional<MovableClock> clock, DbJobs jobs) {
        this.clock = clock;
        this.agenda = () -> jobs.hurry("agenda");
        clock.ifPresent(movable -> movable.tell(agenda));
    }

    @Override
    public void close() {
        clock.ifPresent(movable -> movable.tellNoMore(agenda));
    }
}
