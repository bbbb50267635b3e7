package org.mailroom.custody;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what people decide: whole or not at all, only if the matter is still as they saw it, once however often it is
 * posted, with an event that names the person and a row that keeps the reason.
 */
public final class Decisions {
    private static final int LONGEST_REASON = 4000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventLog events;
    private final Clock campaign;

    public Decisions(JdbcClient jdbc, TransactionTemplate transaction, EventLog events, Clock campaign) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.campaign = campaign;
    }

    /**
     * What is asked.
     *
     * @param kind of the event
     * @param subject what it is about, for example outbox/17
     * @param seen the version the person saw
     * @param asked what exactly is asked, so that the same can be told from something else; not kept
     * @param reasoned whether a reason must be given
     */
    public record Question(String kind, String subject, String seen, By by, String asked, boolean reasoned) {}

    /** Where the event of a decision belongs. */
    public record About(
            @Nullable String unit,
            @Nullable String stage,
            @Nullable Long mailId) {
        public static final About NOTHING = new About(null, null, null);
    }

    /** What deciding came to. */
    public sealed interface Outcome {}

    /** Decided; the details of its event are keys, hashes and codes. */
    public record Taken(About about, Map<String, ?> details) implements Outcome {}

    /** Not allowed; whatever was changed is taken back. */
    public record Not(Decided.Refused why) implements Outcome {
        public static Not because(String reason) {
            return new Not(Decided.Refused.because(reason));
        }
    }

    /** Changes what is decided, within the transaction. */
    public interface Act {
        Outcome take(long decision);
    }

    /**
     * One decision.
     *
     * @param version locks the matter until the transaction ends and says how it stands now; empty if there is none
     * @param lastChange who changed it last, where no decision did
     */
    public record Case(
            Question question,
            Supplier<Optional<String>> version,
            Supplier<Optional<Decided.Stale>> lastChange,
            Act act) {}

    public Decided decide(Case one) {
        return decide(List.of(one));
    }

    /** All of them or none: the first that cannot be done says why. */
    public Decided decide(List<Case> cases) {
        if (cases.isEmpty()) {
            return Decided.Refused.because("nothing-chosen");
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            Decided result = Decided.Refused.because("nothing-chosen");
            boolean again = true;
            for (Case one : cases) {
                result = take(one);
                if (!(result instanceof Decided.Done done)) {
                    status.setRollbackOnly();
                    return result;
                }
                again &= done.again();
            }
            return new Decided.Done(((Decided.Done) result).decision(), again);
        }));
    }

    /** The version a person sees: how the matter stands, and what was last decided about it. */
    public String seen(String subject, String version) {
        return version + ":" + last(subject).map(Last::id).orElse(0L);
    }

    /** Lets one transaction at a time go on, where there is no row to lock. To be called within one. */
    public void alone(String name) {
        new RowLock(jdbc, name).take();
    }

    private Decided take(Case one) {
        Question question = one.question();
        By by = question.by();
        if (question.reasoned() && by.reason().isEmpty()) {
            return Decided.Refused.because("reason-missing");
        }
        if (by.reason().length() > LONGEST_REASON) {
            return new Decided.Refused("reason-too-long", Map.of("max", LONGEST_REASON));
        }
        Optional<String> version = one.version().get();
        if (version.isEmpty()) {
            return Decided.Refused.because("not-there");
        }
        String request = request(question);
        if (!seen(question.subject(), version.get()).equals(question.seen())) {
            return earlier(request)
                    .<Decided>map(id -> new Decided.Done(id, true))
                    .orElseGet(() -> stale(one));
        }
        long id = insert(question, request);
        Outcome outcome = one.act().take(id);
        if (outcome instanceof Not not) {
            return not.why();
        }
        record(id, question, (Taken) outcome);
        return new Decided.Done(id, false);
    }

    private void record(long id, Question question, Taken taken) {
        Map<String, Object> details = new HashMap<>(taken.details());
        details.put("decision", id);
        About about = taken.about();
        long event = events.append(
                question.kind(), question.by().account(), about.unit(), about.stage(), about.mailId(), details);
        jdbc.sql("update decision set event_id = :event where id = :id")
                .param("event", event)
                .param("id", id)
                .update();
    }

    private Decided stale(Case one) {
        Optional<Decided.Stale> person = last(one.question().subject())
                .map(last -> new Decided.Stale(last.actor(), last.at().toInstant(), last.kind()));
        Optional<Decided.Stale> other = one.lastChange().get();
        Optional<Decided.Stale> newest = person.isPresent()
                        && other.isPresent()
                        && !other.get().at().isBefore(person.get().at())
                ? other
                : person.or(() -> other);
        return newest.orElseGet(() -> new Decided.Stale("rule", campaign.instant(), "CHANGED"));
    }

    private record Last(long id, OffsetDateTime at, String actor, String kind) {}

    private Optional<Last> last(String subject) {
        return jdbc.sql(
                        "select id, at, actor, kind from decision where subject_key = :subject order by id desc limit 1")
                .param("subject", subject)
                .query(Last.class)
                .optional();
    }

    private Optional<Long> earlier(String request) {
        return jdbc.sql("select max(id) from decision where request = :request having count(*) > 0")
                .param("request", request)
                .query(Long.class)
                .optional();
    }

    private long insert(Question question, String request) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Instant now = campaign.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("""
                        insert into decision (at, actor, kind, subject_key, request, reason)
                        values (:at, :actor, :kind, :subject, :request, :reason)""")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("actor", question.by().account())
                .param("kind", question.kind())
                .param("subject", question.subject())
                .param("request", request)
                .param(
                        "reason",
                        question.by().reason().isEmpty() ? null : question.by().reason())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private static String request(Question question) {
        String all = String.join(
                "\u0000",
                question.kind(),
                question.subject(),
                question.seen(),
                question.by().account(),
                question.by().reason(),
                question.asked());
        MessageDigest digest = Sha256.start();
        digest.update(all.getBytes(StandardCharsets.UTF_8));
        return Sha256.end(digest);
    }
}
