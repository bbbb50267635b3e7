package org.mailroom.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An account of the desk. Its hash stays in {@link Accounts}.
 *
 * @param shown as letters name the person; "" if they need not
 * @param failures wrong passwords since the last right one
 * @param lockedUntil machine time; set by too many failures
 * @param disabled locked by an administrator, until one unlocks it
 * @param stamp grows when role, password or lock change; a session holds the one it was begun with
 */
public record Account(
        long id,
        String name,
        String shown,
        Role role,
        int failures,
        @Nullable OffsetDateTime lockedUntil,
        boolean disabled,
        int stamp,
        OffsetDateTime createdAt) {

    public boolean locked(Instant now) {
        return disabled || lockedUntil != null && lockedUntil.toInstant().isAfter(now);
    }
}
