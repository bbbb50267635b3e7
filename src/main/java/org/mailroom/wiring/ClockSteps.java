package org.mailroom.wiring;

import java.time.Clock;
import java.util.Optional;
import org.mailroom.demo.MovableClock;
import org.mailroom.job.DbJobs;

/** A step of the campaign's clock triggers the agenda and the digest at once, as long as this desk is open. */
final class ClockSteps implements AutoCloseable {
    private final Optional<MovableClock> clock;
    private final Runnable agenda;

    /** @param campaign a clock that cannot be moved makes no steps */
    ClockSteps(Clock campaign, DbJobs jobs) {
        this.clock = campaign instanceof MovableClock movable ? Optional.of(movable) : Optional.empty();
        this.agenda = () -> {
            jobs.hurry("agenda");
            jobs.hurry("digest");
        };
        clock.ifPresent(movable -> movable.tell(agenda));
    }

    @Override
    public void close() {
        clock.ifPresent(movable -> movable.tellNoMore(agenda));
    }
}
