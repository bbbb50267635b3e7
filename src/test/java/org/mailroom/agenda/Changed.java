package org.mailroom.agenda;

import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.WorkingDays;

/** A campaign in which one thing is otherwise. */
final class Changed {
    private Changed() {}

    static Campaign calendar(Campaign of, WorkingDays calendar) {
        return new Campaign(
                of.id(),
                of.name(),
                of.reference(),
                of.noticeDate(),
                of.zone(),
                of.locale(),
                of.office(),
                of.receiptNumber(),
                of.categories(),
                of.documents(),
                of.stages(),
                of.units(),
                of.collisions(),
                of.quotaTotals(),
                of.quotaIsAssumption(),
                calendar,
                of.codes(),
                of.lexicon(),
                of.messages(),
                of.forms(),
                of.rules(),
                of.folder(),
                of.registry());
    }
}
