package org.mailroom.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailroom.agenda.Slots.Outcome;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standings;
import org.mailroom.reply.Kind;
import org.mailroom.reply.Notice;
import org.mailroom.reply.Notices;

/**
 * Reminds the units whose material is not complete. Each slot is decided once a unit: its mail, or nothing to say, or stale.
 * docs/lifecycle.md says what becomes of a slot that was missed.
 */
final class Reminding {
    static final String SLOT = "reminder";
    private static final String CALENDAR = "calendar-unverified";

    /** What a unit is reminded of: nothing came, or not everything, or something is to be corrected. */
    private static final Set<DossierState> OPEN =
            EnumSet.of(DossierState.NOT_STARTED, DossierState.PARTIAL, DossierState.RETURNED);

    private final Campaign campaign;
    private final Standings standings;
    private final Notices notices;
    private final PhoneList phones;
    private final Slots slots;
    private final Units units;
    private final List<List<ReminderSlot>> stages;
    private final Set<ReminderSlot> done = new HashSet<>();

    Reminding(Campaign campaign, Standings standings, Notices notices, PhoneList phones, Slots slots, Units units) {
        this.campaign = campaign;
        this.standings = standings;
        this.notices = notices;
        this.phones = phones;
        this.slots = slots;
        this.units = units;
        this.stages = campaign.stages().stream()
                .map(stage -> ReminderSlot.of(campaign, stage))
                .toList();
    }

    /**
     * @param readThrough the time up to which the mailbox is known to be read completely: a reminder says what has come, so it
     *     waits until that is known
     * @param openedAt when this desk was first opened
     */
    void tick(Instant now, Optional<Instant> readThrough, Instant openedAt) {
        for (List<ReminderSlot> stage : stages) {
            List<ReminderSlot> passed =
                    stage.stream().filter(slot -> !slot.time().isAfter(now)).toList();
            for (int i = 0; i < passed.size(); i++) {
                ReminderSlot slot = passed.get(i);
                boolean newest = i == passed.size() - 1;
                if (done.contains(slot)) {
                    continue;
                }
                if (!newest || isStale(slot, stage, now) || openedAt.isAfter(slot.time())) {
                    drop(slot);
                } else if (readThrough
                        .filter(through -> !through.isBefore(slot.time()))
                        .isPresent()) {
                    remind(slot, now);
                }
            }
        }
    }

    /** After the close there is nothing to remind of; on the day of the next slot that one says it, hours later. */
    private boolean isStale(ReminderSlot slot, List<ReminderSlot> stage, Instant now) {
        LocalDate today = now.atZone(campaign.zone()).toLocalDate();
        boolean nextIsToday = stage.stream()
                .anyMatch(
                        next -> next.time().isAfter(slot.time()) && !next.day().isAfter(today));
        return !slot.stage().onTime(now) || nextIsToday;
    }

    private void drop(ReminderSlot slot) {
        List<Unit> free = free(slot);
        if (!free.isEmpty()) {
            units.together(() -> free.forEach(unit -> slots.take(SLOT, slot.key(unit), slot.time(), Outcome.STALE)));
        }
        done.add(slot);
    }

    private void remind(ReminderSlot slot, Instant now) {
        List<Unit> free = free(slot);
        if (!free.isEmpty()) {
            slot.unverifiedYear().ifPresent(year -> flag(slot, year));
        }
        boolean all = true;
        for (Unit unit : free) {
            all &= units.each(slot.stage(), unit, SLOT, () -> remind(slot, unit, now));
        }
        if (all) {
            done.add(slot);
        }
    }

    private void remind(ReminderSlot slot, Unit unit, Instant now) {
        Stage stage = slot.stage();
        Standing standing = standings.now(unit.code(), stage);
        boolean open = OPEN.contains(standing.state());
        List<String> recipients = open ? notices.recipients(unit) : List.of();
        Outcome outcome = recipients.isEmpty() ? Outcome.NOTHING : Outcome.DONE;
        if (!slots.take(SLOT, slot.key(unit), slot.time(), outcome)) {
            return;
        }
        notices.checkAddresses(unit);
        if (outcome == Outcome.DONE) {
            boolean dueDay = now.atZone(campaign.zone()).toLocalDate().equals(stage.due());
            Kind kind = dueDay ? Kind.DUE_DAY_WARNING : Kind.REMINDER;
            notices.queue(new Notice(SLOT + "/" + slot.key(unit), kind, standing, now, recipients));
        } else if (open) {
            phones.add(unit, stage);
        }
    }

    /** A person is told once that days were not moved, because nobody knows which days work. */
    private void flag(ReminderSlot slot, int year) {
        units.together(() -> {
            if (slots.take(CALENDAR, Integer.toString(year), slot.time(), Outcome.DONE)) {
                units.task(CALENDAR, "year/" + year, Map.of("year", year));
            }
        });
    }

    private List<Unit> free(ReminderSlot slot) {
        List<String> free =
                slots.free(SLOT, campaign.units().stream().map(slot::key).toList());
        return campaign.units().stream()
                .filter(unit -> free.contains(slot.key(unit)))
                .toList();
    }
}
