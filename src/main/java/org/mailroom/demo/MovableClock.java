package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that runs like the real one, at another date, and can be set. Remembers its date in a file, so that a second start
 * goes on where the first one stopped.
 */
public final class MovableClock extends Clock {
    private final Clock real;
    private final ZoneId zone;
    private final Optional<Path> memory;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset;

    private MovableClock(Clock real, ZoneId zone, Optional<Path> memory, Duration offset) {
        this.real = real;
        this.zone = zone;
        this.memory = memory;
        this.offset = offset;
    }

    /** A clock that forgets, for tests. */
    public static MovableClock at(Instant start, ZoneId zone, Clock real) {
        return new MovableClock(real, zone, Optional.empty(), Duration.between(real.instant(), start));
    }

    /**
     * @param memory the file with the last date; it is believed, where it exists, instead of {@code start}
     */
    public static MovableClock remembered(Path memory, Instant start, ZoneId zone, Clock real) {
        try {
            Instant resumed = Files.exists(memory)
                    ? Instant.parse(Files.readString(memory, UTF_8).strip())
                    : start;
            MovableClock clock =
                    new MovableClock(real, zone, Optional.of(memory), Duration.between(real.instant(), resumed));
            clock.remember();
            return clock;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's clock " + memory + " cannot be read", e);
        }
    }

    /** Sets the clock; it never goes back, as deadlines that have passed stay passed. */
    public void moveTo(Instant instant) {
        if (instant.isBefore(instant())) {
            throw new IllegalArgumentException("the clock shows " + instant() + " already, later than " + instant);
        }
        offset = Duration.between(real.instant(), instant);
        remember();
        listeners.forEach(Runnable::run);
    }

    /** Has somebody told whenever the clock was set. */
    public void tell(Runnable listener) {
        listeners.add(listener);
    }

    public void tellNoMore(Runnable listener) {
        listeners.remove(listener);
    }

    /** Writes the present date down. */
    public void remember() {
        memory.ifPresent(file -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, instant().toString(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("the demo's clock " + file + " cannot be written", e);
            }
        });
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(real, other, Optional.empty(), offset);
    }
}
