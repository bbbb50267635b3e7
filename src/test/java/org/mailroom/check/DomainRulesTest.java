package org.mailroom.check;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every rule of the domain stands in rules.yaml, or says why it does not. */
class DomainRulesTest {
    /** The ids of the specification, 1A to 1G and 1I. */
    private static final List<String> DOMAIN = List.of(
            "R-01", "R-02", "R-03", "R-04", "R-05", "R-06", "R-07", "R-08", "R-09", "R-10", "R-11", "R-12", "R-13",
            "R-14", "R-15", "R-16", "R-17", "R-18", "R-19", "R-20", "R-21", "R-22", "R-23", "R-24", "R-25", "R-26",
            "R-27", "R-28", "R-29", "R-30", "R-31", "R-32", "R-33", "R-34", "R-35", "R-36", "R-40", "R-41", "R-42",
            "R-43", "R-44", "R-45", "R-46", "R-50", "R-55", "R-56", "R-57", "R-58", "R-59", "R-60", "R-61", "R-62",
            "R-65", "R-66", "R-67", "R-68", "R-69", "R-70", "R-71", "R-72", "R-73", "R-74", "R-75", "R-76", "R-77",
            "R-78", "R-79", "R-80", "R-81", "R-85", "R-86", "R-87", "R-88", "R-89", "R-90");

    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            entry("R-04", "the clock of the stage: room agenda, task overdue"),
            entry("R-05", "noted in the event of filing: room dossier"),
            entry("R-07", "state after acceptance"),
            entry("R-08", "paper"),
            entry("R-09", "paper"),
            entry("R-24", "the list to be commended"),
            entry("R-25", "the list to be commended"),
            entry("R-55", "missing documents: campaign.yaml, required"),
            entry("R-65", "missing documents: campaign.yaml, required"),
            entry("R-85", "class of mail: room message"),
            entry("R-86", "objections"),
            entry("R-87", "national publicity"),
            entry("R-88", "national publicity"),
            entry("R-89", "decision of people"),
            entry("R-90", "decision of people"));

    @Test
    void every_rule_of_the_domain_is_a_line_or_has_a_reason_not_to_be() {
        Set<String> lines = Cnipa.RULES.ids();

        assertThat(lines).isSubsetOf(DOMAIN);
        assertThat(DOMAIN)
                .allSatisfy(id -> assertThat(lines.contains(id)).as(id).isNotEqualTo(ELSEWHERE.containsKey(id)));
    }

    @Test
    void what_another_room_reports_as_missing_is_asked_for_by_the_campaign() {
        Set<String> asked = new TreeSet<>();
        Cnipa.CAMPAIGN.stages().forEach(stage -> stage.required().forEach(required -> asked.add(required.rule())));

        assertThat(asked).containsExactly("R-06", "R-55", "R-65", "R-66", "R-67", "R-68", "R-78");
    }

    @Test
    void every_rule_has_a_row_in_the_documentation_and_words_of_its_own() throws IOException {
        String docs = Files.readString(Path.of("docs/rules.md"));

        assertThat(DOMAIN).allSatisfy(id -> assertThat(docs).contains("| " + id + " |"));
        assertThat(Cnipa.RULES.ids())
                .allSatisfy(id -> assertThat(spoken()).as(id).contains(id));
    }

    /** Ids that a message begins with, and those whose lines borrow the words of another. */
    private static Set<String> spoken() {
        Set<String> ids = new TreeSet<>(Set.of("R-80"));
        Cnipa.CAMPAIGN.messages().texts().keySet().forEach(key -> ids.add(key.split("\\.")[0]));
        return ids;
    }
}
