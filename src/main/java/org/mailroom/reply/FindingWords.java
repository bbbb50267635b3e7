package org.mailroom.reply;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.campaign.Messages;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;

/** The campaign's words for a finding. Beside its own values a message may use ${unit} and ${pronoun}. */
final class FindingWords {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");

    private final Messages messages;

    FindingWords(Messages messages) {
        this.messages = messages;
    }

    /** @throws IllegalStateException if the campaign has no words for it, or they need a value that the rule does not give */
    String of(Finding finding, Unit unit) {
        return find(finding, unit)
                .orElseThrow(() -> new IllegalStateException("no message \"" + finding.message() + "\" for a sender"));
    }

    Optional<String> find(Finding finding, Unit unit) {
        Map<String, Object> values = new HashMap<>(finding.values());
        values.putIfAbsent("unit", unit.name());
        values.putIfAbsent("pronoun", unit.pronoun());
        return messages.find(finding.message())
                .or(() -> messages.find(finding.rule()))
                .map(words -> VARIABLE.matcher(words)
                        .replaceAll(found -> Matcher.quoteReplacement(value(finding, values, found.group(1)))));
    }

    private static String value(Finding finding, Map<String, Object> values, String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("message \"" + finding.message() + "\" needs a value ${" + name + "}");
        }
        return value.toString();
    }
}
