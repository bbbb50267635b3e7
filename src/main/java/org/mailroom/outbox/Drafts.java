package org.mailroom.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Outcome;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.mailroom.custody.Tasks;
import org.mailroom.job.Jobs;
import org.mailroom.reply.Editing;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.Outgoing;

/** A door for people: mails that wait for a person before they leave, or after it is unclear whether they did. */
public final class Drafts {
    private static final Set<OutboxState> HELD = Set.of(OutboxState.DRAFT, OutboxState.WITHHELD, OutboxState.FAILED);

    private final DraftRows rows;
    private final Decisions decisions;
    private final Editing editing;
    private final Tasks tasks;
    private final Jobs jobs;
    private final Clock machine;

    public Drafts(DraftRows rows, Decisions decisions, Editing editing, Tasks tasks, Jobs jobs, Clock machine) {
        this.rows = rows;
        this.decisions = decisions;
        this.editing = editing;
        this.tasks = tasks;
        this.jobs = jobs;
        this.machine = machine;
    }

    /** The version of a mail to decide upon; "" if there is none. */
    public String seen(long id) {
        return rows.version(id, "")
                .map(version -> decisions.seen(subject(id), version))
                .orElse("");
    }

    /** Subject and plain text; empty if there is no such mail. */
    public Optional<Editing.Words> words(long id) {
        return rows.find(id).map(row -> editing.words(row.mail()));
    }

    /** Lets a draft go, or what was withheld or has failed. */
    public Decided release(long id, String seen, By by) {
        return decisions.decide(letGo(id, seen, by));
    }

    /**
     * Lets all of these go, or none.
     *
     * @param seen the version of each, by its id
     */
    public Decided releaseAll(Map<Long, String> seen, By by) {
        List<Case> cases = new TreeMap<>(seen)
                .entrySet().stream()
                        .map(one -> letGo(one.getKey(), one.getValue(), by))
                        .toList();
        return decisions.decide(cases);
    }

    private Case letGo(long id, String seen, By by) {
        return ask("MAIL_RELEASED", id, seen, by, "", false, (decision, row) -> {
            if (!HELD.contains(row.state())) {
                return not(row);
            }
            go(row);
            return taken(row, Map.of());
        });
    }

    /** The mail is not sent; what it would have said of the dossier stands nevertheless. A reason must be given. */
    public Decided discard(long id, String seen, By by) {
        return decisions.decide(ask("MAIL_DISCARDED", id, seen, by, "", true, (decision, row) -> {
            if (!HELD.contains(row.state())) {
                return not(row);
            }
            rows.state(id, OutboxState.DISCARDED);
            closeTasks(id);
            return taken(row, Map.of());
        }));
    }

    /** Changes the words of a draft; it stays one. The octets before are kept. */
    public Decided edit(long id, Editing.Words words, String seen, By by) {
        String asked = words.subject() + "\n" + words.text();
        return decisions.decide(ask("MAIL_EDITED", id, seen, by, asked, false, (decision, row) -> {
            if (!HELD.contains(row.state())) {
                return not(row);
            }
            Editing.Edited edited = editing.edit(row.mail(), words);
            if (edited instanceof Editing.Refused refused) {
                return new Not(refused.why());
            }
            Outgoing mail = ((Editing.Changed) edited).mail();
            rows.keep(row, decision);
            rows.replace(id, mail.subject(), mail.message());
            rows.state(id, OutboxState.DRAFT);
            closeTasks(id);
            return taken(row, Map.of("before", DraftRows.hash(row.mail()), "after", DraftRows.hash(mail)));
        }));
    }

    /** A person has found out that an uncertain mail did arrive. */
    public Decided wasSent(long id, String seen, By by) {
        return decisions.decide(ask("MAIL_WAS_SENT", id, seen, by, "", false, (decision, row) -> {
            if (row.state() != OutboxState.UNCERTAIN) {
                return not(row);
            }
            rows.state(id, OutboxState.SENT);
            closeTasks(id);
            return taken(row, Map.of());
        }));
    }

    /** A person has found out that an uncertain mail did not arrive, or accepts that it may arrive twice. */
    public Decided sendAgain(long id, String seen, By by) {
        return decisions.decide(ask("MAIL_SENT_AGAIN", id, seen, by, "", false, (decision, row) -> {
            if (row.state() != OutboxState.UNCERTAIN) {
                return not(row);
            }
            go(row);
            return taken(row, Map.of());
        }));
    }

    private void go(OutboxRow row) {
        rows.queue(row.id(), machine.instant());
        closeTasks(row.id());
        jobs.schedule("send", String.format(Locale.ROOT, "%d", row.id()), machine.instant());
    }

    private void closeTasks(long id) {
        List.of("withheld-mail", "failed-mail", "uncertain-mail").forEach(kind -> tasks.close(kind, subject(id)));
    }

    private interface Change {
        Outcome of(long decision, OutboxRow row);
    }

    private Case ask(String kind, long id, String seen, By by, String asked, boolean reasoned, Change change) {
        return new Case(
                new Question(kind, subject(id), seen, by, asked, reasoned),
                () -> rows.version(id, " for update"),
                () -> rows.lastChange(id),
                decision -> change.of(decision, rows.find(id).orElseThrow()));
    }

    private static Outcome not(OutboxRow row) {
        return new Not(new Decided.Refused(
                "mail-state-does-not-allow", Map.of("state", row.state().name())));
    }

    private static Taken taken(OutboxRow row, Map<String, ?> details) {
        Outgoing mail = row.mail();
        Map<String, Object> facts = new TreeMap<>(details);
        facts.put("outbox", row.id());
        facts.put("from", row.state().name());
        return new Taken(new About(mail.unit().orElse(null), mail.stage().orElse(null), null), facts);
    }

    private static String subject(long id) {
        return "outbox/" + id;
    }
}
