package org.mailroom.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet.Cell;

/** Where in a passage a form begins anew without a title: its anchors come a second time. */
final class Repeats {
    private final KnownForm known;
    private final List<Passage.Piece> lines;
    private final List<Set<Owner>> owners = new ArrayList<>();

    Repeats(KnownForm known, Passage passage) {
        this.known = known;
        this.lines = passage.lines();
        CellLabels labels = new CellLabels(known.index(), passage);
        for (Passage.Piece line : lines) {
            owners.add(owners(line, labels));
        }
    }

    private Set<Owner> owners(Passage.Piece line, CellLabels labels) {
        Set<Owner> found = new LinkedHashSet<>();
        if (line instanceof Passage.Text text) {
            known.inline().in(text.text(), true).forEach(label -> found.addAll(label.owners()));
            return found;
        }
        Grid grid = ((Passage.Rows) line).grid();
        for (Cell cell : grid.starting(grid.firstRow())) {
            found.addAll(labels.of(cell));
        }
        return found.stream().filter(Owner::single).collect(Collectors.toSet());
    }

    List<Integer> starts() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        Map<Owner, Integer> first = new HashMap<>();
        for (int at = 0; at < lines.size(); at++) {
            boolean again = owners.get(at).stream().anyMatch(owner -> first.containsKey(owner) && anchor(owner));
            if (again && anchors(first.keySet()) && anchors(after(at))) {
                int start = back(at, first, starts.get(starts.size() - 1));
                starts.add(start);
                first.clear();
                for (int line = start; line < at; line++) {
                    remember(first, line);
                }
            }
            remember(first, at);
        }
        return starts;
    }

    private void remember(Map<Owner, Integer> first, int line) {
        owners.get(line).forEach(owner -> first.putIfAbsent(owner, line));
    }

    private boolean anchor(Owner owner) {
        return known.anchors().stream().anyMatch(anchor -> anchor.contains(owner));
    }

    private boolean anchors(Set<Owner> found) {
        long count = known.anchors().stream()
                .filter(anchor -> anchor.stream().anyMatch(found::contains))
                .count();
        return count > 0 && count >= known.form().anchorsNeeded();
    }

    private Set<Owner> after(int at) {
        Set<Owner> later = new HashSet<>();
        owners.subList(at, owners.size()).forEach(later::addAll);
        return later;
    }

    /** The first line of the new form: before its repeated anchor stand labels that are repeated too, or a title. */
    private int back(int at, Map<Owner, Integer> first, int floor) {
        int start = at;
        while (start - 1 > floor) {
            int line = start - 1;
            boolean plain = owners.get(line).isEmpty() && lines.get(line) instanceof Passage.Text;
            boolean repeated = !owners.get(line).isEmpty()
                    && owners.get(line).stream().allMatch(owner -> first.getOrDefault(owner, line) < line);
            if (!plain && !repeated) {
                return start;
            }
            start = line;
        }
        return start;
    }
}
