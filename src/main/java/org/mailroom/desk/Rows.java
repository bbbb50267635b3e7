package org.mailroom.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lines about mails, answers and tasks that several pages show. */
final class Rows {
    private static final String MAIL = """
            select m.id, m.received_at, m.state, coalesce(m.mail_class, '') as mail_class, coalesce(m.sender_address, '') as sender,
                   coalesce(m.subject, '') as subject, m.unit, m.duplicate_of, coalesce(m.reason, '') as reason
              from mail m""";
    private static final String OUTBOX = """
            select id, kind, recipient, unit, stage, receipt_number, subject, state, coalesce(reason, '') as reason, created_at
              from outbox""";
    /** Marks of secrecy before everything else, then what waits longest. */
    private static final String FIRST = " order by case when kind = 'restricted' then 0 else 1 end, opened_at, id";

    private static final String TASK =
            "select id, kind, subject_key, unit, stage, mail_id, outbox_id, opened_at from task where closed_at is null";

    private final JdbcClient jdbc;
    private final CampaignTime time;
    private final Masking masking;

    Rows(JdbcClient jdbc, CampaignTime time, Masking masking) {
        this.jdbc = jdbc;
        this.time = time;
        this.masking = masking;
    }

    private record MailRow(
            long id,
            OffsetDateTime receivedAt,
            String state,
            String mailClass,
            String sender,
            String subject,
            @Nullable String unit,
            @Nullable Long duplicateOf,
            String reason) {}

    private record OutboxRow(
            long id,
            String kind,
            String recipient,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable String receiptNumber,
            String subject,
            String state,
            String reason,
            OffsetDateTime createdAt) {}

    private record TaskRow(
            long id,
            String kind,
            String subjectKey,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId,
            @Nullable Long outboxId,
            OffsetDateTime openedAt) {}

    public record MailLine(
            long id,
            String receivedAt,
            long hours,
            String state,
            String mailClass,
            String sender,
            String subject,
            @Nullable String unit,
            boolean copy,
            String reason) {}

    /** @param createdAt machine time in the campaign's zone */
    public record OutboxLine(
            long id,
            String kind,
            String recipient,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable String number,
            String subject,
            String state,
            String reason,
            String createdAt) {}

    /**
     * @param subject what it is about, for example mail/17
     * @param mailId the mail to open, 0 if it is about none
     * @param outboxId the answer to open, 0 if it is about none
     */
    public record TaskLine(
            long id,
            String kind,
            String subject,
            @Nullable String unit,
            @Nullable String stage,
            long mailId,
            long outboxId,
            String openedAt,
            long hours) {}

    List<MailLine> mailsOfUnit(String unit) {
        return mails(jdbc.sql(MAIL + " where m.unit = :unit order by m.id desc").param("unit", unit));
    }

    List<MailLine> mailsOfDossier(String unit, String stage) {
        return mails(jdbc.sql(MAIL + """

                         where m.id in (select mail_id from event where unit = :unit and stage = :stage and mail_id is not null)
                         order by m.id desc""").param("unit", unit).param("stage", stage));
    }

    List<MailLine> mailsIn(List<String> states) {
        return mails(
                jdbc.sql(MAIL + " where m.state in (:states) order by m.id").param("states", states));
    }

    List<OutboxLine> outboxOfUnit(String unit) {
        return outbox(jdbc.sql(OUTBOX + " where unit = :unit order by id desc").param("unit", unit));
    }

    List<OutboxLine> outboxOfDossier(String unit, String stage) {
        return outbox(jdbc.sql(OUTBOX + " where unit = :unit and stage = :stage order by id desc")
                .param("unit", unit)
                .param("stage", stage));
    }

    List<OutboxLine> outboxIn(List<String> states) {
        return outbox(jdbc.sql(OUTBOX + " where state in (:states) order by id").param("states", states));
    }

    List<TaskLine> tasks() {
        return tasks(jdbc.sql(TASK + FIRST));
    }

    List<TaskLine> tasksOfUnit(String unit) {
        return tasks(jdbc.sql(TASK + " and unit = :unit" + FIRST).param("unit", unit));
    }

    private List<MailLine> mails(JdbcClient.StatementSpec query) {
        return query.query(MailRow.class).list().stream()
                .map(row -> new MailLine(
                        row.id(),
                        time.of(row.receivedAt()),
                        time.hoursSince(row.receivedAt()),
                        row.state(),
                        row.mailClass(),
                        masking.numbers(row.sender()),
                        masking.numbers(row.subject()),
                        row.unit(),
                        row.duplicateOf() != null,
                        masking.numbers(row.reason())))
                .toList();
    }

    private List<OutboxLine> outbox(JdbcClient.StatementSpec query) {
        return query.query(OutboxRow.class).list().stream()
                .map(row -> new OutboxLine(
                        row.id(),
                        row.kind(),
                        row.recipient(),
                        row.unit(),
                        row.stage(),
                        row.receiptNumber(),
                        masking.numbers(row.subject()),
                        row.state(),
                        row.reason(),
                        time.of(row.createdAt())))
                .toList();
    }

    private List<TaskLine> tasks(JdbcClient.StatementSpec query) {
        return query.query(TaskRow.class).list().stream()
                .map(row -> new TaskLine(
                        row.id(),
                        row.kind(),
                        masking.numbers(row.subjectKey()),
                        row.unit(),
                        row.stage(),
                        row.mailId() == null ? about("mail/", row.subjectKey()) : row.mailId(),
                        row.outboxId() == null ? about("outbox/", row.subjectKey()) : row.outboxId(),
                        time.of(row.openedAt()),
                        time.hoursSince(row.openedAt())))
                .toList();
    }

    private static long about(String what, String subject) {
        String rest = subject.startsWith(what) ? subject.substring(what.length()) : "";
        return rest.matches("[0-9]{1,18}") ? Long.parseLong(rest) : 0;
    }
}
