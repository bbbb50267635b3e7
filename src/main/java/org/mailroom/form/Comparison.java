package org.mailroom.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet.Page;

/** What of the blank a filled form lacks or has elsewhere. More rows, page breaks, fonts and other widths are no difference. */
final class Comparison {
    private static final int FAR = 3;

    private final Match match;
    private final LabelText text;
    private final Optional<Page> page;

    /** @param page the pages of the document the form stands in, if known */
    Comparison(Match match, LabelText text, Optional<Page> page) {
        this.match = match;
        this.text = text;
        this.page = page;
    }

    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        if (!match.titled()) {
            differences.add(new Difference(Difference.Kind.TITLE, match.form().title()));
        }
        missing().forEach(label -> differences.add(new Difference(Difference.Kind.MISSING, label)));
        moved().forEach(label -> differences.add(new Difference(Difference.Kind.MOVED, label)));
        if (page.isPresent() && match.known().paper().isPresent()) {
            Paper paper = match.known().paper().get();
            if (!paper.sameSize(page.get())) {
                differences.add(new Difference(Difference.Kind.PAPER, ""));
            }
            if (paper.landscape() != page.get().landscape()) {
                differences.add(new Difference(Difference.Kind.ORIENTATION, ""));
            }
        }
        return differences;
    }

    /** Labels of the blank that are nowhere; a whole block by its title, not by each of its columns. */
    private Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        for (String label : match.form().labels()) {
            Set<Owner> owners = match.known().index().of(label);
            if (owners.isEmpty()) {
                if (!text.label(match.passage().everything()).contains(text.label(label))) {
                    missing.add(label);
                }
            } else if (owners.stream().noneMatch(match::found)) {
                missing.add(block(owners)
                        .map(BlockSpec::title)
                        .orElseGet(() -> owners.iterator().next().spec().label()));
            }
        }
        return missing;
    }

    /** The block all owners are columns of, if nothing of it was found. */
    private Optional<BlockSpec> block(Collection<Owner> owners) {
        boolean columns = owners.stream().noneMatch(Owner::single);
        return match.form().blocks().stream()
                .filter(block -> columns
                        && owners.stream().allMatch(owner -> owner.block().equals(block.name()))
                        && !match.blocks().columns().containsKey(block))
                .findFirst();
    }

    /**
     * Labels that went astray, by either of the two orders in which a blank that repeats a label on its cover can be read. Other
     * arrangements of the same labels are allowed, so this is slow to speak: the label stands in the same table, outside the
     * longest run that keeps the blank's order, next to neither of its neighbours, and beyond {@value #FAR} others.
     */
    private List<String> moved() {
        Set<Owner> moved = new LinkedHashSet<>(moved(order(true)));
        moved.retainAll(moved(order(false)));
        moved.removeAll(match.known().pictures());
        return moved.stream().map(owner -> owner.spec().label()).toList();
    }

    private Set<Owner> moved(List<Owner> blank) {
        Map<Grid, List<Hit>> byTable = match.hits().values().stream()
                .filter(hit -> hit.how() == Hit.How.CELL && blank.contains(hit.owner()))
                .sorted(Comparator.comparingLong(Hit::order))
                .collect(Collectors.groupingBy(
                        hit -> hit.grid().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        Set<Owner> moved = new LinkedHashSet<>();
        for (List<Hit> hits : byTable.values()) {
            List<Owner> found = hits.stream().map(Hit::owner).distinct().toList();
            List<Owner> expected = blank.stream().filter(found::contains).toList();
            Set<Owner> kept = kept(found, expected);
            found.stream()
                    .filter(owner -> !kept.contains(owner)
                            && !besideNeighbour(owner, found, expected)
                            && Math.abs(found.indexOf(owner) - expected.indexOf(owner)) >= FAR)
                    .forEach(moved::add);
        }
        return moved;
    }

    /** The single labels in the order of the blank; one that stands there twice counts the first or the last time. */
    private List<Owner> order(boolean first) {
        List<Owner> order = new ArrayList<>();
        for (String label : match.form().labels()) {
            for (Owner owner : match.known().index().of(label)) {
                if (owner.single() && !(first && order.contains(owner))) {
                    order.remove(owner);
                    order.add(owner);
                }
            }
        }
        return order;
    }

    private static boolean besideNeighbour(Owner owner, List<Owner> found, List<Owner> expected) {
        int here = found.indexOf(owner);
        int there = expected.indexOf(owner);
        return same(found, here - 1, expected, there - 1) || same(found, here + 1, expected, there + 1);
    }

    private static boolean same(List<Owner> a, int i, List<Owner> b, int k) {
        boolean inside = i >= 0 && i < a.size() && k >= 0 && k < b.size();
        return inside && a.get(i).equals(b.get(k));
    }

    /** The longest common subsequence. */
    private static Set<Owner> kept(List<Owner> found, List<Owner> expected) {
        int[][] length = new int[found.size() + 1][expected.size() + 1];
        for (int i = found.size() - 1; i >= 0; i--) {
            for (int k = expected.size() - 1; k >= 0; k--) {
                length[i][k] = found.get(i).equals(expected.get(k))
                        ? length[i + 1][k + 1] + 1
                        : Math.max(length[i + 1][k], length[i][k + 1]);
            }
        }
        Set<Owner> kept = new LinkedHashSet<>();
        for (int i = 0, k = 0; i < found.size() && k < expected.size(); ) {
            if (found.get(i).equals(expected.get(k))) {
                kept.add(found.get(i));
                i++;
                k++;
            } else if (length[i + 1][k] >= length[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
        return kept;
    }
}
