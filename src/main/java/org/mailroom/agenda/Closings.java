package org.mailroom.agenda;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.agenda.Slots.Outcome;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.DueTimes;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standings;
import org.mailroom.reply.Kind;
import org.mailroom.reply.Notice;
import org.mailroom.reply.Notices;

/** What happens after the close of a stage: states and tasks, and for units of which nothing came a draft. Never a forfeiture. */
final class Closings {
    private static final String SLOT = "deadline-passed";

    private final Campaign campaign;
    private final DueTimes dueTimes;
    private final Standings standings;
    private final Notices notices;
    private final PhoneList phones;
    private final Slots slots;
    private final Units units;
    private final Set<String> done = new HashSet<>();

    Closings(
            Campaign campaign,
            DueTimes dueTimes,
            Standings standings,
            Notices notices,
            PhoneList phones,
            Slots slots,
            Units units) {
        this.campaign = campaign;
        this.dueTimes = dueTimes;
        this.standings = standings;
        this.notices = notices;
        this.phones = phones;
        this.slots = slots;
        this.units = units;
    }

    /**
     * A stage is called overdue only when its close has passed, the mailbox has been read past it, and the desk was open
     * before it: of what came before its first day this desk cannot know.
     */
    void tick(Instant now, Optional<Instant> readThrough, Instant openedAt) {
        for (Stage stage : campaign.stages()) {
            boolean read = readThrough.filter(through -> !stage.onTime(through)).isPresent();
            if (!stage.onTime(now) && read && stage.onTime(openedAt) && !done.contains(stage.id())) {
                close(stage, now);
            }
        }
    }

    private void close(Stage stage, Instant now) {
        dueTimes.passed(stage);
        List<String> free = slots.free(
                SLOT, campaign.units().stream().map(unit -> key(stage, unit)).toList());
        boolean all = true;
        for (Unit unit : campaign.units()) {
            if (free.contains(key(stage, unit))) {
                all &= units.each(stage, unit, SLOT, () -> tell(stage, unit, now));
            }
        }
        if (all) {
            done.add(stage.id());
        }
    }

    private void tell(Stage stage, Unit unit, Instant now) {
        Standing standing = standings.now(unit.code(), stage);
        boolean nothingCame = standing.state() == DossierState.OVERDUE;
        List<String> recipients = nothingCame ? notices.recipients(unit) : List.of();
        Outcome outcome = recipients.isEmpty() ? Outcome.NOTHING : Outcome.DONE;
        if (!slots.take(SLOT, key(stage, unit), stage.closesBefore(), outcome)) {
            return;
        }
        notices.checkAddresses(unit);
        if (outcome == Outcome.DONE) {
            notices.queue(new Notice(SLOT + "/" + key(stage, unit), Kind.DEADLINE_PASSED, standing, now, recipients));
        } else if (nothingCame) {
            phones.add(unit, stage);
        }
    }

    private static String key(Stage stage, Unit unit) {
        return stage.id() + "/" + stage.due() + "/" + unit.code();
    }
}
