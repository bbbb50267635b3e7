package org.mailroom.desk;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One mail of ours, as its recipient will read it. */
final class OutboxView {
    private final CampaignTime time;
    private final Masking masking;
    private final JdbcClient jdbc;

    OutboxView(CampaignTime time, Masking masking, JdbcClient jdbc) {
        this.time = time;
        this.masking = masking;
        this.jdbc = jdbc;
    }

    private record OutboxRow(
            long id,
            String kind,
            String recipient,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable String receiptNumber,
            String subject,
            byte[] message,
            String state,
            String reason,
            int attempts,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt) {}

    /**
     * @param whole whether nothing in subject and text had to be starred out
     * @param attempts grows with each try; with the state the version a decision was taken on
     */
    public record Page(
            long id,
            String kind,
            String recipient,
            @Nullable String unit,
            @Nullable String stage,
            @Nullable String number,
            String subject,
            String text,
            boolean whole,
            String state,
            String reason,
            int attempts,
            String createdAt,
            String sentAt) {}

    Optional<Page> page(long id) {
        return row(id).map(row -> new Page(
                row.id(),
                row.kind(),
                row.recipient(),
                row.unit(),
                row.stage(),
                row.receiptNumber(),
                masking.numbers(row.subject()),
                masking.numbers(body(row.message(), "text/plain")),
                whole(row.subject() + "\n" + body(row.message(), "text/plain")),
                row.state(),
                row.reason(),
                row.attempts(),
                time.of(row.createdAt()),
                time.of(row.sentAt())));
    }

    private boolean whole(String text) {
        return masking.numbers(text).equals(text);
    }

    /** The HTML form, for a page of its own that may run nothing. */
    Optional<String> html(long id) {
        return row(id).map(row -> masking.numbers(body(row.message(), "text/html")));
    }

    private Optional<OutboxRow> row(long id) {
        return jdbc.sql("""
                        select id, kind, recipient, unit, stage, receipt_number, subject, message, state,
                               coalesce(reason, '') as reason, attempts, created_at, sent_at
                          from outbox where id = :id""").param("id", id).query(OutboxRow.class).optional();
    }

    private static String body(byte[] message, String type) {
        try {
            return body(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message)), type);
        } catch (MessagingException | IOException ours) {
            throw new IllegalStateException("a mail of ours cannot be read", ours);
        }
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return part.isMimeType(type) && part.getContent() instanceof String text ? text : "";
    }
}
