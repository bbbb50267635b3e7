package org.mailroom.job;

/** What happens to a job whose last try failed. Called at least once; afterwards the job is removed. */
@FunctionalInterface
public interface JobExhausted {
    /** @param cause the failure of the last try; a {@link JobDied} if the process died while it ran */
    void exhausted(String name, String id, Throwable cause);
}
