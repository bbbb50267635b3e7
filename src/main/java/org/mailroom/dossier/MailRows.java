package org.mailroom.dossier;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.message.Address;
import org.mailroom.message.MailClass;
import org.mailroom.message.MayAnswer;
import org.mailroom.message.OpenedMail;
import org.mailroom.sender.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import tools.jackson.databind.json.JsonMapper;

/** What filing adds to the table {@code mail}, and the parts found in it. */
final class MailRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    MailRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes a kept mail for filing and locks its row; false if it was filed before: then a repeat does nothing. */
    boolean claim(long id) {
        return jdbc.sql("select state from mail where id = :id for update")
                .param("id", id)
                .query(String.class)
                .single()
                .equals("STORED");
    }

    /**
     * Writes down what the mail says of itself and who is believed to speak; it is filed, and never filed again.
     *
     * @param restricted whether it bears a mark of secrecy: then nothing it says is written down
     */
    void filed(OpenedMail mail, boolean restricted, Optional<String> unit, List<Evidence> found) {
        List<Evidence> evidence = restricted
                ? found.stream()
                        .map(one -> new Evidence(one.unit(), one.score(), one.source(), ""))
                        .toList()
                : found;
        MailClass type = restricted
                ? MailClass.RESTRICTED
                : mail.mailClass() == MailClass.RESTRICTED ? MailClass.SUBMISSION : mail.mailClass();
        String references = String.join(
                " ",
                java.util.stream.Stream.concat(mail.references().stream(), mail.messageId().stream())
                        .distinct()
                        .toList());
        jdbc.sql("""
                        update mail set state = 'FILED', mail_class = :class, may_answer = :may, sender_address = :address,
                               sender_name = :name, subject = :subject, message_id = :messageId, reference_ids = :references,
                               unit = :unit, evidence = :evidence
                         where id = :id""")
                .param("class", type.name())
                .param("may", mail.mayAnswer() instanceof MayAnswer.No no ? no.reason() : "yes")
                .param(
                        "address",
                        mail.from()
                                .map(Address::address)
                                .map(text -> cut(text, 320))
                                .orElse(null))
                .param(
                        "name",
                        mail.from()
                                .map(Address::name)
                                .map(text -> cut(text, 320))
                                .orElse(null))
                .param("subject", restricted ? null : cut(mail.subject(), 1000))
                .param("messageId", mail.messageId().map(text -> cut(text, 998)).orElse(null))
                .param("references", references)
                .param("unit", unit.orElse(null))
                .param("evidence", json.writeValueAsString(evidence))
                .param("id", mail.stored().id())
                .update();
    }

    /** The unit that a person has given the mail to. */
    Optional<String> assignedUnit(long id) {
        return jdbc.sql("select assigned_unit from mail where id = :id and assigned_unit is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The row of a file that was filed before: a mail can be read again. */
    Optional<Long> partOf(long mailId, String path, String name) {
        return jdbc.sql(
                        "select id from part where mail_id = :mail and path = :path and name = :name order by id limit 1")
                .param("mail", mailId)
                .param("path", cut(path, 100))
                .param("name", cut(name, 1000))
                .query(Long.class)
                .optional();
    }

    /** What became of a file. */
    enum Outcome {
        RECOGNISED,
        SCAN,
        /** A scan whose pages are still being read. */
        READING,
        UNRECOGNISED,
        UNCHECKED,
        REFUSED,
        SEEN_BEFORE,
        SKIPPED
    }

    /** @return the new row's id */
    long part(
            long mailId,
            String path,
            String name,
            String type,
            long size,
            String sha256,
            Outcome outcome,
            @Nullable String reason) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into part (mail_id, path, name, declared_type, size, sha256, outcome, reason)
                        values (:mail, :path, :name, :type, :size, :sha256, :outcome, :reason)""")
                .param("mail", mailId)
                .param("path", cut(path, 100))
                .param("name", cut(name, 1000))
                .param("type", cut(type, 200))
                .param("size", size)
                .param("sha256", sha256)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void outcome(long partId, Outcome outcome) {
        jdbc.sql("update part set outcome = :outcome where id = :id")
                .param("outcome", outcome.name())
                .param("id", partId)
                .update();
    }

    /** A file that could not be counted, and why. */
    record RefusedPart(String name, String reason) {}

    List<RefusedPart> refused(List<Long> mails) {
        return mails.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select name, reason from part
                                 where mail_id in (:mails) and outcome = 'REFUSED' order by id""").param("mails", mails).query(RefusedPart.class).list();
    }

    /** Names of the files of these mails with one of the outcomes. */
    List<String> names(List<Long> mails, List<Outcome> outcomes) {
        return mails.isEmpty()
                ? List.of()
                : jdbc.sql("select name from part where mail_id in (:mails) and outcome in (:outcomes) order by id")
                        .param("mails", mails)
                        .param("outcomes", outcomes.stream().map(Outcome::name).toList())
                        .query(String.class)
                        .list();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
