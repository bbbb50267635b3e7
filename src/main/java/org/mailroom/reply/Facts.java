package org.mailroom.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignException;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.form.FormDescriptor;

/**
 * The facts a template may speak of, as maps, lists, texts and numbers only: a template sees no object of ours.
 * {@code mail-templates/*}{@code /mail.ftl} lists them.
 */
final class Facts {
    private static final String MAIL = "mail.";
    private static final List<String> NEEDED = List.of("short-name", "notice", "late-clause", "decider", "size-limit");

    private final Campaign campaign;
    private final String mailbox;
    private final Map<String, String> words = new TreeMap<>();
    private final SectionFacts sections;

    /** @throws CampaignException if a word is missing that the templates always need */
    Facts(Campaign campaign, List<FormDescriptor> forms, String mailbox) {
        this.campaign = campaign;
        this.mailbox = mailbox;
        campaign.messages().texts().forEach((key, text) -> {
            if (key.startsWith(MAIL)) {
                words.put(key.substring(MAIL.length()), text);
            }
        });
        NEEDED.forEach(this::need);
        campaign.stages().stream().map(Stage::id).forEach(stage -> need("next." + stage));
        if (campaign.quotaTotals().containsKey(SectionFacts.DIVISION)) {
            need(SectionFacts.DIVISION);
        }
        sections = new SectionFacts(campaign, forms);
    }

    private void need(String word) {
        if (!words.containsKey(word)) {
            throw new CampaignException("messages-mail.properties", 1, "a text \"" + MAIL + word + "\" is expected");
        }
    }

    Map<String, Object> of(Answer answer) {
        Unit unit = answer.unit();
        Campaign.Office office = campaign.office();
        Map<String, Object> facts = new HashMap<>();
        facts.put("kind", answer.kind().key());
        facts.put("number", answer.lead().number());
        facts.put("campaign", Map.of("name", campaign.name(), "reference", campaign.reference()));
        facts.put(
                "unit",
                Map.of(
                        "name", unit.name(),
                        "shortName", unit.shortName(),
                        "addressee", unit.addressee(),
                        "pronoun", unit.pronoun()));
        facts.put("office", Map.of("mailbox", mailbox, "signature", office.signature(), "contact", office.contact()));
        facts.put("today", day(answer.at().atZone(campaign.zone()).toLocalDate()));
        facts.put("words", words);
        facts.put(
                "sections",
                answer.sections().stream()
                        .map(section -> sections.of(section, answer))
                        .toList());
        answer.decision()
                .ifPresent(decision -> facts.put(
                        "decision",
                        Map.of(
                                "items", sections.words(decision.items()),
                                "reason",
                                        sections.words(List.of(decision.reason()))
                                                .get(0),
                                "person", decision.person())));
        return facts;
    }

    static Map<String, Object> day(LocalDate day) {
        return Map.of("year", day.getYear(), "month", day.getMonthValue(), "day", day.getDayOfMonth());
    }

    static Map<String, Object> moment(Instant instant, Campaign campaign) {
        ZonedDateTime there = instant.atZone(campaign.zone());
        Map<String, Object> moment = new HashMap<>(day(there.toLocalDate()));
        moment.put("hour", there.getHour());
        moment.put("minute", there.getMinute());
        return moment;
    }
}
