package org.mailroom.desk.command;

/** What the process ends with, whether it was a command or the desk; docs/operations.md. */
public final class Exit {
    public static final int OK = 0;

    /** The command did its work and found something that needs correcting. */
    public static final int FINDINGS = 1;

    /** Asked for wrongly: an unknown command, option, unit, campaign, template or file. */
    public static final int USAGE = 2;

    /** Something else holds, or does not offer, what is needed: port, data folder, database, the desk's answer. */
    public static final int UNREACHABLE = 3;

    /** Settings, campaign or templates are wrong, or a disk does not do its part. */
    public static final int BROKEN = 4;

    /** Something of ours that nobody foresaw. */
    public static final int FAULT = 5;

    private Exit() {}
}
