package org.mailroom.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How well a passage fits a form, and what was found of it.
 *
 * @param titled whether the form's title stands over the passage
 * @param strangers other titles in the passage
 */
record Match(
        KnownForm known,
        Passage passage,
        boolean titled,
        List<String> strangers,
        Map<Owner, Hit> hits,
        BlockEntries blocks) {
    private static final int TITLED = 20;
    private static final int UNTITLED = 70;
    private static final int STRANGELY_TITLED = 95;

    FormDescriptor form() {
        return known.form();
    }

    boolean found(Owner owner) {
        return owner.single()
                ? hits.containsKey(owner)
                : blocks.columns().entrySet().stream()
                        .anyMatch(block -> block.getKey().name().equals(owner.block())
                                && block.getValue().contains(owner.spec()));
    }

    /** How many labels of the form were found. */
    int score() {
        return (int) known.index().all().stream().filter(this::found).count();
    }

    /** Whether the other passage has blocks of the same form that this one lacks, and says nothing different. */
    boolean completedBy(Match other) {
        Set<BlockSpec> there = other.blocks.columns().keySet();
        boolean disjoint = !there.isEmpty()
                && !blocks.columns().isEmpty()
                && there.stream().noneMatch(blocks.columns()::containsKey);
        return form().equals(other.form())
                && disjoint
                && hits.entrySet().stream().allMatch(hit -> agrees(hit.getValue(), other.hits.get(hit.getKey())));
    }

    private static boolean agrees(Hit hit, @Nullable Hit other) {
        String own = LabelText.compact(hit.text());
        String theirs = other == null ? "" : LabelText.compact(other.text());
        return own.isEmpty() || theirs.isEmpty() || own.equals(theirs);
    }

    private boolean surelyFound(Owner owner) {
        Hit hit = hits.get(owner);
        return hit == null ? found(owner) : hit.how() != Hit.How.GLUED;
    }

    private int anchors() {
        return (int) known.anchors().stream()
                .filter(anchor -> anchor.stream().anyMatch(this::surelyFound))
                .count();
    }

    /**
     * Whether the passage is this form. Under its title some labels suffice. Without one most must be there; under the title
     * of another form nearly all, for the forms of one family share many.
     */
    boolean accepted() {
        if (anchors() < form().anchorsNeeded()) {
            return false;
        }
        if (titled) {
            return coverage() >= TITLED;
        }
        boolean strange =
                !strangers.isEmpty() && strangers.stream().noneMatch(line -> Titles.resembles(form().title(), line));
        return strange
                ? coverage() >= STRANGELY_TITLED && anchors() == known.anchors().size()
                : coverage() >= UNTITLED;
    }

    /** Whether every label of the form was found: nothing in it was altered. */
    boolean whole() {
        return accepted() && score() == known.index().all().size();
    }

    /** Share of the labels found, in percent; a block that is not there at all does not count against it if another is. */
    private int coverage() {
        Set<String> there =
                blocks.columns().keySet().stream().map(BlockSpec::name).collect(Collectors.toSet());
        List<Owner> expected = known.index().all().stream()
                .filter(owner -> owner.single() || there.isEmpty() || there.contains(owner.block()))
                .toList();
        return (int) (expected.stream().filter(this::found).count() * 100 / Math.max(1, expected.size()));
    }
}
