package org.mailroom.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Stage;
import org.mailroom.form.FormDescriptor;

/** The rules of a campaign, ready to look at dossiers. A pure function; safe for many threads. */
public final class Rules {
    private final List<StageRule> rules;

    private Rules(List<StageRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** @param stages stages the rule looks at; empty = every stage */
    private record StageRule(Set<String> stages, Rule rule) {
        boolean looksAt(Stage stage) {
            return stages.isEmpty() || stages.contains(stage.id());
        }
    }

    public static Rules load(Campaign campaign, List<FormDescriptor> forms) {
        return load(campaign.rules(), RuleContext.of(campaign, forms));
    }

    /**
     * Reads rules.yaml.
     *
     * @throws org.mailroom.campaign.CampaignException for an unknown kind, field, key, severity, stage or message
     */
    public static Rules load(Entry file, RuleContext context) {
        file.allowOnly("rules");
        Values values = Values.of(context.lexicon(), context.codes(), context.noticeDate());
        Answers answers = new Answers(context.forms());
        List<StageRule> rules = new ArrayList<>();
        for (Entry entry : file.entries("rules")) {
            entry.text("clause");
            Line line = new Line(entry, context, values, answers);
            Set<String> stages = line.known(
                    "stages",
                    "a stage of the campaign",
                    id -> context.stages().stream().anyMatch(stage -> stage.id().equals(id)));
            rules.add(new StageRule(stages, Kinds.read(line)));
        }
        return new Rules(rules);
    }

    /** What the rules find, in the order of rules.yaml, then of arrival; the same thing is said once. */
    public List<Finding> check(Dossier dossier) {
        return rules.stream()
                .filter(rule -> rule.looksAt(dossier.stage()))
                .flatMap(rule -> rule.rule().check(dossier))
                .distinct()
                .toList();
    }

    /** As {@link #check}, for a unit that is not known: without the rules that ask for its places and names. */
    public List<Finding> checkWhosever(Dossier dossier) {
        return rules.stream()
                .filter(rule -> rule.looksAt(dossier.stage()) && !rule.rule().asksUnit())
                .flatMap(rule -> rule.rule().check(dossier))
                .distinct()
                .toList();
    }

    /** The ids that stand in rules.yaml. */
    public Set<String> ids() {
        return rules.stream().map(rule -> rule.rule().id()).collect(Collectors.toUnmodifiableSet());
    }

    /** How many nominees count against a limited quota, for example division; 0 if no rule limits it. */
    public int counted(String quota, Dossier dossier) {
        return rules.stream()
                .filter(rule -> rule.looksAt(dossier.stage()))
                .map(StageRule::rule)
                .filter(LimitedCount.class::isInstance)
                .map(LimitedCount.class::cast)
                .filter(limit -> limit.quota().equals(quota))
                .mapToInt(limit -> limit.counted(dossier))
                .max()
                .orElse(0);
    }
}
