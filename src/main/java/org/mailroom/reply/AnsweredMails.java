package org.mailroom.reply;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an answer needs to know of the mails it answers. */
public final class AnsweredMails {
    private final JdbcClient jdbc;

    public AnsweredMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The thread to answer in: the newest mail's. */
    record Thread(Optional<String> messageId, List<String> references) {}

    private record ThreadRow(
            @Nullable String messageId, @Nullable String referenceIds) {}

    Thread thread(List<Long> mails) {
        return jdbc.sql("select message_id, reference_ids from mail where id in (:mails) order by id desc limit 1")
                .param("mails", mails)
                .query(ThreadRow.class)
                .optional()
                .map(row -> new Thread(Optional.ofNullable(row.messageId()), references(row.referenceIds())))
                .orElse(new Thread(Optional.empty(), List.of()));
    }

    private static List<String> references(@Nullable String ids) {
        return ids == null || ids.isBlank() ? List.of() : Arrays.asList(ids.split(" "));
    }

    /** Addresses of the senders, each once, the newest mail's first. */
    List<String> senders(List<Long> mails) {
        return jdbc.sql("""
                        select lower(sender_address) from mail where id in (:mails) and sender_address is not null
                         order by id desc""").param("mails", mails).query(String.class).list().stream()
                .distinct()
                .toList();
    }

    /** Whether these mails brought files, and every one of them was there already. */
    boolean onlySeenBefore(List<Long> mails) {
        return jdbc.sql("""
                        select count(*) > 0 and count(*) = sum(case when outcome = 'SEEN_BEFORE' then 1 else 0 end)
                          from part where mail_id in (:mails) and outcome <> 'SKIPPED'""").param("mails", mails).query(Boolean.class).single();
    }

    /** Whether a person has yet to look at a mark of secrecy in a dossier that any of these mails was filed into. */
    boolean restricted(String unit, List<Long> mails) {
        return jdbc.sql("""
                        select count(*) > 0 from task t
                         where t.kind = 'restricted' and t.unit = :unit and t.closed_at is null
                           and exists (select 1 from event e where e.unit = t.unit and e.stage = t.stage
                                          and e.kind = 'DOSSIER_ASSESSED' and e.mail_id in (:mails))""")
                .param("unit", unit)
                .param("mails", mails)
                .query(Boolean.class)
                .single();
    }

    /** Whether a person has yet to look at a mark of secrecy in the dossier. */
    boolean restricted(String unit, String stage) {
        return jdbc.sql("""
                        select count(*) > 0 from task
                         where kind = 'restricted' and unit = :unit and stage = :stage and closed_at is null""")
                .param("unit", unit)
                .param("stage", stage)
                .query(Boolean.class)
                .single();
    }

    List<String> nominees(String unit) {
        return jdbc.sql("select name from nominee where unit = :unit")
                .param("unit", unit)
                .query(String.class)
                .list();
    }

    List<String> foreignNominees(String unit) {
        return jdbc.sql("select distinct name from nominee where unit <> :unit")
                .param("unit", unit)
                .query(String.class)
                .list();
    }
}
