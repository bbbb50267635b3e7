package org.mailroom.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standings;
import org.mailroom.mailbox.MailboxHealth;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first page shows: units × stages, what waits for a person, and whether the desk is well. Reads, never writes. */
public final class Overview {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Campaign campaign;
    private final Standings standings;
    private final JdbcClient jdbc;
    private final Supplier<List<MailboxHealth>> mailboxes;
    private final Clock campaignClock;

    public Overview(
            Campaign campaign,
            Standings standings,
            JdbcClient jdbc,
            Supplier<List<MailboxHealth>> mailboxes,
            Clock campaignClock) {
        this.campaign = campaign;
        this.standings = standings;
        this.jdbc = jdbc;
        this.mailboxes = mailboxes;
        this.campaignClock = campaignClock;
    }

    /**
     * A stage with its count-down.
     *
     * @param days days left, the due day counted; 0 or less when it has passed
     * @param workingDays working days left, or empty for a year the calendar does not know
     */
    public record StageLine(String id, String material, LocalDate due, long days, Optional<Integer> workingDays) {}

    /**
     * @param state key of the state's word, NOT_STARTED where nothing has happened
     * @param gaps missing items
     * @param corrections findings to correct
     */
    public record CellLine(String state, int gaps, int corrections, int receipts) {}

    public record UnitLine(String code, String name, List<CellLine> cells) {}

    public record Counted(String name, long count) {}

    /**
     * How a mailbox does.
     *
     * @param lastPoll real time of the last complete look in the campaign's zone, empty before the first
     * @param error the server's words if the last look failed
     */
    public record HealthLine(String account, Optional<String> lastPoll, Optional<String> error) {}

    /** @param unverifiedYears years whose working days nobody has confirmed */
    public record Page(
            String title,
            String now,
            List<Integer> unverifiedYears,
            List<HealthLine> health,
            List<StageLine> stages,
            List<UnitLine> units,
            List<Counted> tasks,
            List<Counted> mails,
            List<Counted> outbox) {}

    public Page page() {
        Instant now = campaignClock.instant();
        Map<String, Standings.Cell> cells = standings.matrix().stream()
                .collect(Collectors.toMap(cell -> cell.unit() + '/' + cell.stage(), Function.identity()));
        return new Page(
                campaign.name(),
                MINUTE.format(now.atZone(campaign.zone())),
                unverifiedYears(now),
                mailboxes.get().stream().map(this::line).toList(),
                campaign.stages().stream().map(stage -> line(stage, now)).toList(),
                campaign.units().stream().map(unit -> line(unit, cells)).toList(),
                counted(
                        "select kind as name, count(*) as count from task where closed_at is null group by kind order by kind"),
                counted("select state as name, count(*) as count from mail group by state order by state"),
                counted("select state as name, count(*) as count from outbox group by state order by state"));
    }

    private HealthLine line(MailboxHealth health) {
        return new HealthLine(
                health.account(),
                health.lastPoll().map(poll -> SECOND.format(poll.atZone(campaign.zone()))),
                health.lastError());
    }

    private StageLine line(Stage stage, Instant now) {
        LocalDate today = now.atZone(campaign.zone()).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, stage.due()) + (stage.onTime(now) ? 1 : 0);
        return new StageLine(stage.id(), stage.material(), stage.due(), days, workingDays(today, stage.due()));
    }

    /** Years that stages or the present day lie in, of which the calendar says nothing verified. */
    private List<Integer> unverifiedYears(Instant now) {
        return Stream.concat(
                        Stream.of(now.atZone(campaign.zone()).toLocalDate()),
                        campaign.stages().stream().map(Stage::due))
                .map(LocalDate::getYear)
                .filter(year -> !campaign.workingDays().verified(year))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Integer> workingDays(LocalDate today, LocalDate due) {
        WorkingDays calendar = campaign.workingDays();
        boolean known = calendar.verified(today.getYear()) && calendar.verified(due.getYear());
        return known && !due.isBefore(today) ? Optional.of(calendar.between(today, due)) : Optional.empty();
    }

    private UnitLine line(Unit unit, Map<String, Standings.Cell> cells) {
        return new UnitLine(
                unit.code(),
                unit.name(),
                campaign.stages().stream()
                        .map(stage -> cell(cells.get(unit.code() + '/' + stage.id())))
                        .toList());
    }

    private static CellLine cell(Standings.@Nullable Cell cell) {
        return cell == null
                ? new CellLine(DossierState.NOT_STARTED.name(), 0, 0, 0)
                : new CellLine(cell.state().name(), cell.gaps(), cell.corrections(), cell.receipts());
    }

    private List<Counted> counted(String sql) {
        return jdbc.sql(sql).query(Counted.class).list();
    }
}
