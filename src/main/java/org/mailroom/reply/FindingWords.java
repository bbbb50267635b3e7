package org.mailroom.reply;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.campaign.Messages;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;

/** The campaign's words for a finding. Beside its values a message may use ${unit}, ${pronoun}, ${label} and ${name}. */
public final class FindingWords {
    private final Messages messages;

    public FindingWords(Messages messages) {
        this.messages = messages;
    }

    /** Remarks that the campaign has no words for are for the page only. */
    public boolean has(Finding finding) {
        return messages.find(key(finding)).isPresent();
    }

    /** @throws IllegalArgumentException if the campaign has no words for it, or they need a value that the rule does not give */
    public String of(Finding finding, Unit unit) {
        Map<String, Object> values = new HashMap<>(finding.values());
        values.putIfAbsent("unit", unit.name());
        values.putIfAbsent("pronoun", unit.pronoun());
        values.putIfAbsent("label", finding.place().label());
        finding.place().nominee().ifPresent(name -> values.putIfAbsent("name", name));
        return messages.format(key(finding), values);
    }

    private String key(Finding finding) {
        return messages.find(finding.message()).isPresent() ? finding.message() : finding.rule();
    }
}
