package org.mailroom.agenda;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.DossierState;
import org.mailroom.reply.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Units that no mail can reach: a task for each unit and stage, until there is a contact or nothing to ask for. */
final class PhoneList {
    private static final String TASK = "please-phone";

    /** Nothing came, or not everything, or something is to be corrected. */
    private static final Set<DossierState> STILL_ASKED =
            EnumSet.of(DossierState.NOT_STARTED, DossierState.PARTIAL, DossierState.RETURNED, DossierState.OVERDUE);

    private final Campaign campaign;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final Tasks tasks;

    PhoneList(Campaign campaign, Notices notices, JdbcClient jdbc, Tasks tasks) {
        this.campaign = campaign;
        this.notices = notices;
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    private record Waiting(String unit, String stage, DossierState state) {}

    private record Row(String unit, String stage, OffsetDateTime openedAt) {}

    /** In the caller's transaction. */
    void add(Unit unit, Stage stage) {
        tasks.open(TASK, subject(unit.code(), stage.id()), unit.code(), stage.id(), null, Map.of());
    }

    /** Closes what need not be done any more: a mail can be sent, or there is nothing to ask for. */
    void tick() {
        jdbc.sql("""
                        select t.unit, t.stage, coalesce(d.state, 'NOT_STARTED') as state
                          from task t left join dossier d on d.unit = t.unit and d.stage = t.stage
                         where t.kind = :kind and t.closed_at is null""").param("kind", TASK).query(Waiting.class).list().stream()
                .filter(waiting -> !STILL_ASKED.contains(waiting.state()) || reachable(waiting.unit()))
                .forEach(waiting -> tasks.close(TASK, subject(waiting.unit(), waiting.stage())));
    }

    private boolean reachable(String unit) {
        return campaign.unit(unit)
                .filter(known -> !notices.recipients(known).isEmpty())
                .isPresent();
    }

    /** In the order of the stages, then of the units. */
    List<Phone> open() {
        List<Row> rows = jdbc.sql("""
                        select unit, stage, opened_at from task where kind = :kind and closed_at is null""").param("kind", TASK).query(Row.class).list();
        return campaign.stages().stream()
                .flatMap(stage -> campaign.units().stream()
                        .flatMap(unit -> rows.stream()
                                .filter(row -> row.unit().equals(unit.code())
                                        && row.stage().equals(stage.id()))
                                .map(row ->
                                        new Phone(unit, stage, row.openedAt().toInstant()))))
                .toList();
    }

    private static String subject(String unit, String stage) {
        return unit + "/" + stage;
    }
}
