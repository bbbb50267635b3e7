package org.mailroom.custody;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door for people: a task that no decision of its own settles is done, with a remark. */
public final class TaskDecisions {
    /** Their task stays open until the matter itself is decided. */
    private static final Set<String> SETTLED_OTHERWISE = Set.of(
            "sending-paused",
            "unknown-sender",
            "confirm-contact",
            "quarantined-mail",
            "uncertain-mail",
            "failed-mail",
            "withheld-mail");

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final Tasks tasks;
    private final Map<String, Consumer<About>> afterwards;

    /** @param afterwards what follows, in the same transaction, when a task of a kind is done */
    public TaskDecisions(JdbcClient jdbc, Decisions decisions, Tasks tasks, Map<String, Consumer<About>> afterwards) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.tasks = tasks;
        this.afterwards = Map.copyOf(afterwards);
    }

    private record Row(
            String kind,
            String subjectKey,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            OffsetDateTime openedAt,
            @Nullable OffsetDateTime closedAt) {
        String version() {
            return (closedAt == null ? "OPEN@" : "CLOSED@")
                    + openedAt.toInstant().toEpochMilli();
        }
    }

    /** Whether this kind of task is settled by this door. */
    public static boolean settles(String kind) {
        return !SETTLED_OTHERWISE.contains(kind);
    }

    /** The version of a task to decide upon; "" if there is none. */
    public String seen(long taskId) {
        return row(taskId, "")
                .map(row -> decisions.seen(subject(taskId), row.version()))
                .orElse("");
    }

    /** Closes the task; a remark must be given. */
    public Decided done(long taskId, String seen, By by) {
        return decisions.decide(new Case(
                new Question("TASK_DONE", subject(taskId), seen, by, "", true),
                () -> row(taskId, " for update").map(Row::version),
                Optional::empty,
                decision -> {
                    Row row = row(taskId, "").orElseThrow();
                    if (row.closedAt() != null) {
                        return Not.because("task-closed");
                    }
                    if (!settles(row.kind())) {
                        return Not.because("task-needs-decision");
                    }
                    tasks.close(row.kind(), row.subjectKey());
                    About about = new About(row.unit(), row.stage(), row.mailId());
                    afterwards.getOrDefault(row.kind(), done -> {}).accept(about);
                    return new Taken(about, Map.of("task", taskId, "kind", row.kind()));
                }));
    }

    private Optional<Row> row(long taskId, String lock) {
        return jdbc.sql("""
                        select kind, subject_key, unit, stage, mail_id, opened_at, closed_at
                          from task where id = :id""" + lock).param("id", taskId).query(Row.class).optional();
    }

    private static String subject(long taskId) {
        return "task/" + taskId;
    }
}
