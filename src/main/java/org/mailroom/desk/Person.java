package org.mailroom.desk;

import java.io.Serializable;
import java.security.Principal;
import org.mailroom.custody.By;

/**
 * Who is logged in.
 *
 * @param shown as letters name the person; "" if they need not
 * @param stamp of the account when the session began
 */
public record Person(long id, String name, String shown, Role role, int stamp) implements Principal, Serializable {
    @Override
    public String getName() {
        return name;
    }

    /** @param reason "" where none is asked for */
    By because(String reason) {
        return new By(name, shown, reason);
    }

    public boolean viewer() {
        return role.atLeast(Role.VIEWER);
    }

    public boolean clerk() {
        return role.atLeast(Role.CLERK);
    }

    public boolean admin() {
        return role.atLeast(Role.ADMIN);
    }
}
