package org.mailroom.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.mailroom.platform.Disk;

/** A raw store that tells of its steps, for tests of the whole program. */
public final class WatchedRawStore {
    private WatchedRawStore() {}

    /** @param steps hears {@code written}, {@code synced}, {@code renamed}, {@code filed}, each before the next begins */
    public static RawStore in(Path folder, Consumer<String> steps) throws IOException {
        return new RawStore(folder, Clock.systemUTC(), new Disk(), steps);
    }
}
