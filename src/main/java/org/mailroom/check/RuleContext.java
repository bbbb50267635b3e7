package org.mailroom.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.CodeLists;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Lexicon;
import org.mailroom.campaign.Messages;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.form.FormDescriptor;

/** What rules may know of their campaign. */
public record RuleContext(
        List<FormDescriptor> forms,
        Map<String, DocumentKind> documents,
        List<Category> categories,
        List<Stage> stages,
        List<Unit> units,
        CodeLists codes,
        Lexicon lexicon,
        Messages messages,
        WorkingDays workingDays,
        LocalDate noticeDate,
        ZoneId zone,
        Locale locale) {
    public RuleContext {
        forms = List.copyOf(forms);
        documents = Map.copyOf(documents);
        categories = List.copyOf(categories);
        stages = List.copyOf(stages);
        units = List.copyOf(units);
    }

    public static RuleContext of(Campaign campaign, List<FormDescriptor> forms) {
        return new RuleContext(
                forms,
                campaign.documents(),
                campaign.categories(),
                campaign.stages(),
                campaign.units(),
                campaign.codes(),
                campaign.lexicon(),
                campaign.messages(),
                campaign.workingDays(),
                campaign.noticeDate(),
                campaign.zone(),
                campaign.locale());
    }
}
