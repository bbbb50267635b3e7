package org.mailroom.dossier;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mailroom.job.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time a unit is given to send what belongs together, so that three mails get one receipt (DESIGN 6). Runs on the
 * machine clock: it measures how long people wait, not what day it is.
 */
public final class ReceiptWindows {
    /** The job that closes a window; its id is the window's. */
    public static final String CLOSE = "answer";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock machineClock;
    private final Timing timing;

    public ReceiptWindows(JdbcClient jdbc, Jobs jobs, Clock machineClock, Timing timing) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.machineClock = machineClock;
        this.timing = timing;
    }

    /**
     * How long a window stays open.
     *
     * @param quiet after the last mail
     * @param longest after the first mail
     * @param nearDue after the last mail in the last 24 hours before a due time
     */
    public record Timing(Duration quiet, Duration longest, Duration nearDue) {}

    /** An open window. */
    public record Window(
            long id, String unit, OffsetDateTime firstMailAt, OffsetDateTime dueAt, OffsetDateTime latestAt) {}

    /** Opens the unit's window or extends it, in the caller's transaction. */
    void add(String unit, long mailId, boolean nearDue) {
        Instant now = machineClock.instant();
        Duration quiet = nearDue ? timing.nearDue() : timing.quiet();
        jdbc.sql("""
                        insert into receipt_window (unit, state, open_unit, first_mail_at, due_at, latest_at)
                        values (:unit, 'OPEN', :unit, :now, :due, :latest) on conflict do nothing""")
                .param("unit", unit)
                .param("now", now.atOffset(UTC))
                .param("due", now.plus(quiet).atOffset(UTC))
                .param("latest", now.plus(timing.longest()).atOffset(UTC))
                .update();
        Window window = jdbc.sql("""
                        select id, unit, first_mail_at, due_at, latest_at from receipt_window
                         where open_unit = :unit for update""").param("unit", unit).query(Window.class).single();
        Instant due = earlier(now.plus(quiet), window.latestAt().toInstant());
        jdbc.sql("update receipt_window set due_at = :due where id = :id")
                .param("due", due.atOffset(UTC))
                .param("id", window.id())
                .update();
        jdbc.sql("insert into window_mail (window_id, mail_id) values (:window, :mail) on conflict do nothing")
                .param("window", window.id())
                .param("mail", mailId)
                .update();
        jobs.move(CLOSE, Long.toString(window.id()), due);
    }

    /** Mails the unit's open window would answer, oldest first. */
    List<Long> openMails(String unit) {
        return jdbc.sql("""
                        select m.mail_id from window_mail m join receipt_window w on w.id = m.window_id
                         where w.open_unit = :unit order by m.mail_id""").param("unit", unit).query(Long.class).list();
    }

    /** The window if it is open, locked until the transaction ends. */
    public Optional<Window> lockOpen(long id) {
        return jdbc.sql("""
                        select id, unit, first_mail_at, due_at, latest_at from receipt_window
                         where id = :id and state = 'OPEN' for update""").param("id", id).query(Window.class).optional();
    }

    /**
     * When to try again: at the window's due time, or soon while a mail is kept but not read yet, since it may belong here, or
     * pages of its scans are; never later than the window's latest time.
     *
     * @return empty if the window may be closed now
     */
    public Optional<Instant> notBefore(Window window) {
        Instant now = machineClock.instant();
        if (window.dueAt().toInstant().isAfter(now)) {
            return Optional.of(window.dueAt().toInstant());
        }
        boolean unread =
                jdbc.sql("""
                        select (select count(*) from mail where state = 'STORED' and duplicate_of is null)
                             + (select count(*) from scan_page s join part p on p.id = s.part_id
                                  join window_mail w on w.mail_id = p.mail_id
                                 where s.text = 'OPEN' and w.window_id = :window)""").param("window", window.id()).query(Integer.class).single() > 0;
        return unread && window.latestAt().toInstant().isAfter(now)
                ? Optional.of(earlier(now.plusSeconds(1), window.latestAt().toInstant()))
                : Optional.empty();
    }

    /** Whether the mail was answered: its window is closed. */
    boolean answered(long mailId) {
        return jdbc.sql("""
                        select count(*) from window_mail m join receipt_window w on w.id = m.window_id
                         where m.mail_id = :mail and w.state = 'CLOSED'""").param("mail", mailId).query(Integer.class).single() > 0;
    }

    public List<Long> mails(long windowId) {
        return jdbc.sql("select mail_id from window_mail where window_id = :id order by mail_id")
                .param("id", windowId)
                .query(Long.class)
                .list();
    }

    public void close(long windowId) {
        jdbc.sql("""
                        update receipt_window set state = 'CLOSED', open_unit = null, closed_at = :now
                         where id = :id and state = 'OPEN'""")
                .param("now", machineClock.instant().atOffset(UTC))
                .param("id", windowId)
                .update();
    }

    /** Closes the window without an answer, until a person has looked at a mark of secrecy. */
    public void withhold(long windowId) {
        jdbc.sql("""
                        update receipt_window set state = 'WITHHELD', open_unit = null, closed_at = :now
                         where id = :id and state = 'OPEN'""")
                .param("now", machineClock.instant().atOffset(UTC))
                .param("id", windowId)
                .update();
    }

    /** The mails whose answer was withheld from the unit are answered together; in the caller's transaction. */
    public void release(String unit) {
        List<Long> mails = jdbc.sql("""
                        select distinct m.mail_id from window_mail m join receipt_window w on w.id = m.window_id
                         where w.unit = :unit and w.state = 'WITHHELD' order by m.mail_id""").param("unit", unit).query(Long.class).list();
        jdbc.sql("update receipt_window set state = 'RELEASED' where unit = :unit and state = 'WITHHELD'")
                .param("unit", unit)
                .update();
        mails.forEach(mail -> add(unit, mail, false));
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
