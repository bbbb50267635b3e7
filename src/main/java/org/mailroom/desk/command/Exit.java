package org.mailroom.desk.command;

/** What a command ends with, docs/operations.md. */
final class Exit {
    static final int OK = 0;

    /** The command did its work and found something that needs correcting. */
    static final int FINDINGS = 1;

    /** Asked for wrongly: an unknown command, option, unit, campaign or file. */
    static final int USAGE = 2;

    /** The desk does not answer, or its data folder is in use or not there. */
    static final int UNREACHABLE = 3;

    /** Settings, campaign or templates are wrong, or a disk does not do its part. */
    static final int BROKEN = 4;

    private Exit() {}
}
