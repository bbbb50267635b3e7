package org.mailroom.desk;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who is logged in.
 *
 * @param stamp of the account when the session began
 */
public record Person(long id, String name, Role role, int stamp) implements Principal, Serializable {
    @Override
    public String getName() {
        return name;
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
