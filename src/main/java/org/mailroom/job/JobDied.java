package org.mailroom.job;

/** A job's tries are used up and the last one left no exception: the process died while it ran. */
public final class JobDied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobDied(String name, String id, int tries) {
        super("the " + tries + " tries of job:" + name + " for " + id + " are used up; the last one never ended");
    }
}
