package org.mailroom.form;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/** Tries forms on a passage. */
final class Matching {
    private final List<KnownForm> forms;
    private final Titles titles;
    private final EntryTexts entryTexts;
    private final Predicate<String> instructions;

    Matching(List<KnownForm> forms, Titles titles, EntryTexts entryTexts, Lexicon lexicon) {
        this.forms = forms;
        this.titles = titles;
        this.entryTexts = entryTexts;
        List<Pattern> begin = lexicon.patterns("form.instructions");
        this.instructions = line -> begin.stream()
                .anyMatch(pattern -> pattern.matcher(LabelText.compact(line)).find());
    }

    /**
     * The form the passage is: the one whose title it bears if all its labels are there; else, of those that fit, the one with
     * most labels found; of equals the one whose title it bears.
     */
    Optional<Match> best(Passage passage, Set<FormDescriptor> titled) {
        if (passage.pieces().stream().noneMatch(Passage.Rows.class::isInstance) && titled.isEmpty()) {
            return Optional.empty();
        }
        Optional<Match> plain = forms.stream()
                .filter(known -> titled.contains(known.form()))
                .map(known -> match(known, passage, true, List.of()))
                .filter(Match::whole)
                .findFirst();
        if (plain.isPresent()) {
            return plain;
        }
        List<String> strangers = titled.isEmpty() ? titles.strange(passage) : List.of();
        return forms.stream()
                .map(known -> match(known, passage, titled.contains(known.form()), strangers))
                .filter(Match::accepted)
                .max(Comparator.comparingInt(Match::score).thenComparing(Match::titled));
    }

    private Match match(KnownForm known, Passage passage, boolean titled, List<String> strangers) {
        CellLabels labels = new CellLabels(known.index(), passage);
        BlockEntries blocks = new BlockReader(known, labels, entryTexts).read(passage);
        Map<Owner, Hit> hits = new LabelSearch(known, passage, labels, blocks.cells()::contains, instructions).find();
        return new Match(known, passage, titled, strangers, hits, blocks);
    }
}
