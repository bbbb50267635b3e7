package org.mailroom.desk.command;

import java.util.Optional;
import org.mailroom.custody.Verification;

/** What the command line may ask of a desk: of a running one over loopback, else of its books. */
public interface Door extends AutoCloseable {
    Status status();

    Verification.Result verify();

    /** @param who the person's name on this machine */
    Change pause(String who, String reason);

    Change resume(String who);

    /** @param unit a unit's code; empty = whichever calls for such a mail */
    Previewed preview(String template, Optional<String> unit);

    @Override
    void close();

    /**
     * What became of a change.
     *
     * @param code done, stale, or why it was refused
     */
    record Change(boolean done, String code) {}
}
