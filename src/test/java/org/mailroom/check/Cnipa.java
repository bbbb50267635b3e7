package org.mailroom.check;

import java.nio.file.Path;
import java.util.List;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;

/** The campaign as its folder has it, read once for all tests of the room. */
final class Cnipa {
    static final Campaign CAMPAIGN = new CampaignLoader().load(Path.of("campaigns/cnipa-2021"));
    static final List<FormDescriptor> FORMS = FormDescriptors.load(CAMPAIGN.forms(), CAMPAIGN.lexicon());
    static final RuleContext CONTEXT = RuleContext.of(CAMPAIGN, FORMS);
    static final Rules RULES = Rules.load(CAMPAIGN, FORMS);
    static final Values VALUES = Values.of(CAMPAIGN.lexicon(), CAMPAIGN.codes(), CAMPAIGN.noticeDate());

    private Cnipa() {}
}
