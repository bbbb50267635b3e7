package org.mailroom.campaign;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Reads a campaign folder whole and lets nothing pass that is missing, misspelt, said twice or contradictory.
 * docs/campaigns.md describes every file and key.
 */
public final class CampaignLoader {
    /**
     * @param folder for example {@code campaigns/cnipa-2021}; its name is the campaign's id
     * @throws CampaignException at the first mistake
     */
    public Campaign load(Path folder) {
        CampaignFolder files = new CampaignFolder(folder);
        CampaignFile campaign = new CampaignFile(files.yaml("campaign.yaml"));
        campaign.refuseId(files.name());
        Map<String, DocumentKind> documents = campaign.documents();
        List<Category> categories = campaign.categories();
        Map<String, Integer> quotaTotals = campaign.quotaTotals(categories);
        UnitsFile unitsFile = new UnitsFile(files.yaml("units.yaml"), campaign.unitKinds(), quotaTotals);
        List<Unit> units = unitsFile.units();
        List<Stage> stages =
                new StageList(campaign.root(), campaign.zone(), campaign.noticeDate(), documents, categories).stages();
        return new Campaign(
                files.name(),
                campaign.name(),
                campaign.reference(),
                campaign.noticeDate(),
                campaign.zone(),
                campaign.locale(),
                campaign.office(),
                campaign.receiptNumber(),
                categories,
                documents,
                stages,
                units,
                unitsFile.collisions(units),
                quotaTotals,
                campaign.quotaIsAssumption(),
                new CalendarFile(files.yaml("calendar.yaml")).workingDays(),
                new CodesFile(files.yaml("codes.yaml")).codes(),
                new LexiconFiles(files).lexicon(),
                new MessageFiles(files).messages(),
                files.files("forms", "*.yaml", true).stream().map(files::yaml).toList(),
                rules(files),
                files.path(),
                campaign.registry(stages));
    }

    /**
     * One more file of a campaign folder, for a reader the campaign itself does not need: the demonstration's samples.
     *
     * @throws CampaignException if it is missing or no mapping
     */
    public Entry file(Path folder, String name) {
        return new CampaignFolder(folder).yaml(name);
    }

    private static Entry rules(CampaignFolder files) {
        Entry root = files.yaml("rules.yaml");
        if (root.entries("rules").isEmpty()) {
            throw root.wrong("rules", "must be a list of at least one rule");
        }
        return root;
    }
}
