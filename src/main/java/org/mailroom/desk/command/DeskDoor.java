package org.mailroom.desk.command;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Verification;
import org.mailroom.dossier.DossierState;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.outbox.Sendings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The door itself, inside the desk or on its books. */
public final class DeskDoor implements Door {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Stands before the name in the record of who decided. */
    private static final String AT_THE_COMMAND_LINE = "command-line:";

    private final Ground ground;
    private final Runnable closing;

    /**
     * What it stands on.
     *
     * @param mailboxes of a desk that runs; empty = it does not
     */
    public record Ground(
            Campaign campaign,
            JdbcClient jdbc,
            Verification verification,
            Sendings sendings,
            Previews previews,
            Optional<Supplier<List<MailboxHealth>>> mailboxes,
            Clock campaignClock) {}

    public DeskDoor(Ground ground, Runnable closing) {
        this.ground = ground;
        this.closing = closing;
    }

    private record Counted(String name, long count) {}

    private record StateCount(String stage, String state, long count) {}

    @Override
    public Status status() {
        Instant now = ground.campaignClock().instant();
        Campaign campaign = ground.campaign();
        List<StateCount> states = ground.jdbc()
                .sql("select stage, state, count(*) as count from dossier group by stage, state")
                .query(StateCount.class)
                .list();
        return new Status(
                campaign.name(),
                MINUTE.format(now.atZone(campaign.zone())),
                ground.mailboxes().isPresent(),
                ground.sendings().paused(),
                ground.mailboxes().map(Supplier::get).orElse(List.of()).stream()
                        .map(this::box)
                        .toList(),
                campaign.stages().stream()
                        .map(stage -> line(stage, states, now))
                        .toList(),
                counted("select state as name, count(*) as count from mail group by state order by state"),
                counted(
                        "select kind as name, count(*) as count from task where closed_at is null group by kind order by kind"),
                counted("select state as name, count(*) as count from outbox group by state order by state"));
    }

    private Status.Box box(MailboxHealth health) {
        return new Status.Box(
                health.account(),
                health.lastPoll()
                        .map(poll -> MINUTE.format(poll.atZone(ground.campaign().zone())))
                        .orElse(""),
                health.lastError().orElse(""));
    }

    private Status.StageLine line(Stage stage, List<StateCount> states, Instant now) {
        LocalDate today = now.atZone(ground.campaign().zone()).toLocalDate();
        Map<String, Long> units = new LinkedHashMap<>();
        long begun = 0;
        for (DossierState state : DossierState.values()) {
            long count = states.stream()
                    .filter(one -> one.stage().equals(stage.id()) && one.state().equals(state.name()))
                    .mapToLong(StateCount::count)
                    .sum();
            begun += count;
            units.put(word(state), count);
        }
        units.merge(word(DossierState.NOT_STARTED), ground.campaign().units().size() - begun, Long::sum);
        units.values().removeIf(count -> count == 0);
        return new Status.StageLine(
                stage.id(),
                stage.material(),
                stage.due().toString(),
                ChronoUnit.DAYS.between(today, stage.due()) + (stage.onTime(now) ? 1 : 0),
                units);
    }

    private String word(DossierState state) {
        return ground.campaign().messages().find("state." + state.name()).orElse(state.name());
    }

    private Map<String, Long> counted(String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        ground.jdbc().sql(sql).query(Counted.class).list().forEach(one -> counts.put(one.name(), one.count()));
        return counts;
    }

    @Override
    public Verification.Result verify() {
        return ground.verification().verify();
    }

    @Override
    public Change pause(String who, String reason) {
        return change(ground.sendings().pause(ground.sendings().seen(), by(who, reason)));
    }

    @Override
    public Change resume(String who) {
        return change(ground.sendings().resume(ground.sendings().seen(), by(who, "")));
    }

    @Override
    public Previewed preview(String template, Optional<String> unit) {
        return ground.previews().of(template, unit);
    }

    private static By by(String who, String reason) {
        String account = AT_THE_COMMAND_LINE + who;
        return new By(account.substring(0, Math.min(account.length(), 100)), "", reason);
    }

    private static Change change(Decided decided) {
        return decided instanceof Decided.Done
                ? new Change(true, "done")
                : new Change(false, decided instanceof Decided.Refused refused ? refused.reason() : "stale");
    }

    @Override
    public void close() {
        closing.run();
    }
}
