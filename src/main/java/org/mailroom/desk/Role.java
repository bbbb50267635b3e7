package org.mailroom.desk;

/** What an account may do; each may do what those before it may. */
public enum Role {
    /** Sees counts and states; no nominee, no mail, no decision. */
    VIEWER,
    /** Sees dossiers and mails, decides. */
    CLERK,
    /** Also accounts, and whether anything is sent at all. */
    ADMIN;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
