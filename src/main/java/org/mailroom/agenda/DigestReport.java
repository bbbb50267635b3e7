package org.mailroom.agenda;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.mailroom.agenda.DigestSlots.Slot;
import org.mailroom.campaign.Campaign;
import org.mailroom.dossier.Standings;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.reply.InternalMail;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a digest says, from what is committed now: specification 6.11, in its order. No numbers of persons, no names of
 * nominees, no deeds, nothing of an objection but that there is one.
 */
public final class DigestReport {
    private final Ground ground;
    private final DigestRows rows;
    private final Ledger ledger;

    /**
     * What a digest is made from.
     *
     * @param words a word of the desk's pages by its key, in the campaign's language; the key itself if there is none
     * @param mask stars identity numbers and phones out of a text
     * @param data the folder whose disk must not fill up
     */
    public record Ground(
            Campaign campaign,
            DigestSettings settings,
            Standings standings,
            JdbcClient jdbc,
            Supplier<List<MailboxHealth>> mailboxes,
            Supplier<Instant> openedAt,
            UnaryOperator<String> words,
            UnaryOperator<String> mask,
            Supplier<Disk> disk,
            Clock machineClock) {}

    /** Octets that can still be written to the desk's disk, and all that it holds. */
    public record Disk(long free, long total) {
        /** @return the disk that holds the folder; 0 of 0 where nothing can be learned of it */
        public static Disk of(Path folder) {
            return new Disk(folder.toFile().getUsableSpace(), folder.toFile().getTotalSpace());
        }
    }

    public DigestReport(Ground ground) {
        this.ground = ground;
        this.rows = new DigestRows(ground.jdbc());
        this.ledger = new Ledger(ground);
    }

    /** The digest as it would be if it were composed now; takes no slot. */
    public InternalMail now(Instant now) {
        ZonedDateTime there = now.atZone(ground.campaign().zone());
        return of(new Slot(there.toLocalDate(), there.toLocalTime().truncatedTo(ChronoUnit.MINUTES), now), now);
    }

    InternalMail of(Slot slot, Instant now) {
        Campaign campaign = ground.campaign();
        Instant since = rows.lastDigest(slot.key()).orElseGet(ground.openedAt());
        Period period = new Period(campaign, since, now, ground.machineClock());
        DigestWork work = new DigestWork(ground, rows, period);
        DigestHealth health = new DigestHealth(ground, rows, period);
        Map<String, Object> facts = new HashMap<>();
        facts.put("slot", period.moment(slot.time()));
        facts.put("now", period.moment(now));
        facts.put("since", period.moment(since));
        facts.put("calendar", health.calendar());
        facts.put("counts", health.counts(work.waiting()));
        facts.putAll(new DigestMatrix(ground, rows, period).facts());
        facts.putAll(work.facts());
        facts.putAll(new DigestDeadlines(ground, rows, period).facts());
        facts.put("quotas", new DigestQuotas(ground).facts());
        facts.put("system", health.facts());
        return new InternalMail(
                "digest/" + slot.key(),
                Digests.KIND,
                ground.settings().recipients(),
                now,
                facts,
                List.of(ledger.attachment(now)),
                Set.copyOf(rows.head().map(DigestRows.Head::hash).stream().toList()));
    }
}
