package org.mailroom.sender;

import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.sender.Aliases.Mention;

/** Which unit a text names, by names and aliases alone. Needs no registry. */
public final class UnitNames {
    private final Campaign campaign;
    private final Aliases aliases;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks words that are needed here */
    public UnitNames(Campaign campaign) {
        this.campaign = campaign;
        this.aliases = new Aliases(campaign.units(), campaign.collisions(), campaign.lexicon());
    }

    /** @return empty if it names none, or several */
    public Optional<Unit> in(String text) {
        List<Mention> named = aliases.units(text);
        return named.size() == 1 ? campaign.unit(named.get(0).unit()) : Optional.empty();
    }
}
