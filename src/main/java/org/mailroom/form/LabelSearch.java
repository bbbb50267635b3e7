package org.mailroom.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mailroom.reading.Sheet.Cell;

/** Finds the single labels of a form in a passage, each with what stands to it. Specification 3, label normalisation. */
final class LabelSearch {
    private static final long PIECE = 1_000_000_000L;
    private static final long ROW = 10_000L;
    /** Lines a label may be broken over at the head of a cell. */
    private static final int HEAD_LINES = 12;

    private static final String PICTURE = "\uFFFC";

    private final KnownForm known;
    private final Passage passage;
    private final CellLabels labels;
    private final Predicate<Cell> elsewhere;
    private final Predicate<String> instructions;
    private final Set<Cell> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Owner> inCells = new HashSet<>();
    private final List<Hit> hits = new ArrayList<>();

    /**
     * @param elsewhere cells that belong to repeating blocks
     * @param instructions lines that begin the instructions for filling in
     */
    LabelSearch(
            KnownForm known,
            Passage passage,
            CellLabels labels,
            Predicate<Cell> elsewhere,
            Predicate<String> instructions) {
        this.known = known;
        this.passage = passage;
        this.labels = labels;
        this.elsewhere = elsewhere;
        this.instructions = instructions;
    }

    /** The surest hit of every label that was found. */
    Map<Owner, Hit> find() {
        List<Spot> spots = spots();
        spots.forEach(spot -> inCells.addAll(spot.owners()));
        List<Spot> beside = spots.stream().filter(this::right).toList();
        spots.stream().filter(spot -> !beside.contains(spot)).forEach(this::below);
        eachFreeCell(this::heads);
        lines();
        eachFreeCell(this::glued);
        eachFreeCell(this::picture);
        Map<Owner, List<Hit>> byOwner = hits.stream().collect(Collectors.groupingBy(Hit::owner));
        Map<Owner, Hit> best = new HashMap<>();
        Comparator<Hit> surest = SUREST.thenComparing(this::shared).thenComparing(Hit::order);
        byOwner.forEach((owner, found) -> found.stream().min(surest).ifPresent(hit -> best.put(owner, hit)));
        return best;
    }

    /**
     * Among cells a filled one is surer than a blank one, then one with a label of its own; among lines the first, for
     * instructions may follow.
     */
    private static final Comparator<Hit> SUREST = Comparator.comparing(Hit::how)
            .thenComparing(hit -> hit.how() == Hit.How.CELL && hit.text().isBlank());

    private boolean shared(Hit hit) {
        return hit.how() == Hit.How.CELL
                && hit.cell().map(cell -> labels.of(cell).size() > 1).orElse(false);
    }

    /** A label cell and its place. */
    private record Spot(Grid grid, Cell cell, long order, Set<Owner> owners) {
        boolean signature() {
            return owners.stream().anyMatch(owner -> owner.kind() == Owner.Kind.SIGNATURE);
        }

        boolean tick() {
            return owners.stream().anyMatch(owner -> owner.spec().type().equals("tick"));
        }
    }

    @FunctionalInterface
    private interface OnCell {
        void look(Grid grid, Cell cell, long order);
    }

    private void eachCell(OnCell look) {
        for (int i = 0; i < passage.pieces().size(); i++) {
            if (passage.pieces().get(i) instanceof Passage.Rows rows) {
                Grid grid = rows.grid();
                for (int row = grid.firstRow(); row <= grid.lastRow(); row++) {
                    for (Cell cell : grid.starting(row)) {
                        if (!elsewhere.test(cell)) {
                            look.look(grid, cell, i * PIECE + row * ROW + cell.column());
                        }
                    }
                }
            }
        }
    }

    private void eachFreeCell(OnCell look) {
        eachCell((grid, cell, order) -> {
            if (!labels.label(cell) && !taken.contains(cell) && !cell.text().isBlank()) {
                look.look(grid, cell, order);
            }
        });
    }

    private List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        eachCell((grid, cell, order) -> {
            Set<Owner> single =
                    labels.of(cell).stream().filter(Owner::single).collect(Collectors.toCollection(LinkedHashSet::new));
            if (!single.isEmpty()) {
                spots.add(new Spot(grid, cell, order, single));
            }
        });
        return spots;
    }

    /** Takes what stands right of the label; says whether anything does that is not a label itself. */
    private boolean right(Spot spot) {
        List<List<Cell>> rows = new ArrayList<>();
        Cell label = spot.cell();
        for (int row = label.row(); row < label.row() + label.rowSpan(); row++) {
            rows.add(beside(spot, row));
            if (rows.get(0).isEmpty()) {
                return false;
            }
        }
        if (spot.signature()) {
            continuation(spot, label.row() + label.rowSpan(), rows);
        }
        rows.forEach(taken::addAll);
        String text = rows.stream()
                .map(cells -> joined(cells, spot))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
        add(spot, text);
        return true;
    }

    private List<Cell> beside(Spot spot, int row) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : spot.grid().rightOf(spot.cell(), row)) {
            boolean tallNeighbour =
                    !cells.isEmpty() && cell.rowSpan() > spot.cell().rowSpan();
            if (labels.label(cell) || elsewhere.test(cell) || tallNeighbour) {
                break;
            }
            if (!cells.isEmpty() && labelled(cell)) {
                break;
            }
            if (!taken.contains(cell)) {
                cells.add(cell);
            }
        }
        return cells;
    }

    /** A cell with a label and its value in one, where the label has no cell of its own. */
    private boolean labelled(Cell cell) {
        Set<Owner> owners = known.index().glued(cell.text()).owners();
        return !owners.isEmpty() && Collections.disjoint(owners, inCells);
    }

    /** Rows below an opinion whose label column is blank go on with it. */
    private void continuation(Spot spot, int from, List<List<Cell>> rows) {
        for (int row = from; row <= spot.grid().lastRow(); row++) {
            List<Cell> cells = spot.grid().starting(row);
            boolean blankFirst = !cells.isEmpty()
                    && cells.get(0).text().isBlank()
                    && cells.get(0).column() == spot.cell().column()
                    && cells.size() > 1;
            if (!blankFirst || cells.stream().anyMatch(labels::label)) {
                return;
            }
            rows.add(cells.subList(1, cells.size()));
        }
    }

    private static String joined(List<Cell> cells, Spot spot) {
        List<String> texts =
                cells.stream().map(Cell::text).filter(text -> !text.isBlank()).toList();
        if (spot.signature()) {
            return String.join("\n", texts);
        }
        if (spot.tick()) {
            return String.join(" ", texts);
        }
        boolean boxed =
                texts.size() > 3 && texts.stream().allMatch(text -> text.strip().length() == 1);
        return boxed ? String.join("", texts) : texts.stream().findFirst().orElse("");
    }

    private void below(Spot spot) {
        List<Cell> cells = spot.grid().below(spot.cell()).stream()
                .filter(cell -> !labels.label(cell) && !taken.contains(cell) && !elsewhere.test(cell))
                .toList();
        taken.addAll(cells);
        add(spot, joined(cells, spot));
    }

    private void add(Spot spot, String text) {
        boolean picture = text.isBlank() && spot.cell().text().contains(PICTURE);
        add(
                spot.owners(),
                Hit.How.CELL,
                spot.order(),
                picture ? PICTURE : text,
                Optional.of(spot.grid()),
                Optional.of(spot.cell()));
    }

    private void add(
            Set<Owner> owners, Hit.How how, long order, String text, Optional<Grid> grid, Optional<Cell> cell) {
        List<String> shares =
                opinions(owners) ? Collections.nCopies(owners.size(), text) : Values.shared(text, owners.size());
        int share = 0;
        for (Owner owner : owners) {
            hits.add(new Hit(owner, how, order, owners.size() == 1 ? text : shares.get(share++), grid, cell));
        }
    }

    /** One block for the opinions of several bodies: what stands in it is the opinion of each, whole. */
    private static boolean opinions(Set<Owner> owners) {
        return !owners.isEmpty() && owners.stream().allMatch(owner -> owner.kind() == Owner.Kind.SIGNATURE);
    }

    /** A cell whose first lines are a label, or that has labels with colons. */
    private void heads(Grid grid, Cell cell, long order) {
        String[] lines = cell.text().split("\n", -1);
        StringBuilder head = new StringBuilder();
        for (int i = 0; i < Math.min(lines.length - 1, HEAD_LINES); i++) {
            head.append(lines[i]);
            Set<Owner> owners = known.index().of(head.toString()).stream()
                    .filter(Owner::single)
                    .collect(Collectors.toSet());
            if (owners.size() == 1 || opinions(owners)) {
                String rest = String.join("\n", List.of(lines).subList(i + 1, lines.length));
                taken.add(cell);
                add(owners, Hit.How.HEAD, order, rest, Optional.of(grid), Optional.of(cell));
                return;
            }
        }
        List<InlineLabels.Found> found = known.inline().in(cell.text(), true);
        if (!found.isEmpty() && found.get(0).at() == 0) {
            taken.add(cell);
            found.forEach(label ->
                    add(label.owners(), Hit.How.HEAD, order, label.value(), Optional.of(grid), Optional.of(cell)));
        }
    }

    private void lines() {
        boolean skip = false;
        for (int i = 0; i < passage.pieces().size(); i++) {
            if (passage.pieces().get(i) instanceof Passage.Text line) {
                skip |= instructions.test(line.text());
                if (!skip) {
                    long order = i * PIECE;
                    known.inline()
                            .in(line.text(), false)
                            .forEach(label -> add(
                                    label.owners(),
                                    Hit.How.LINE,
                                    order,
                                    label.value(),
                                    Optional.empty(),
                                    Optional.empty()));
                }
            } else {
                skip = false;
            }
        }
    }

    private void glued(Grid grid, Cell cell, long order) {
        LabelIndex.Glued glued = known.index().glued(cell.text());
        if (!glued.owners().isEmpty()) {
            String beside = grid.rightOf(cell, cell.row()).stream()
                    .findFirst()
                    .filter(right -> !labels.label(right) && !taken.contains(right) && !elsewhere.test(right))
                    .map(Cell::text)
                    .orElse("");
            String rest = cell.text().substring(glued.length());
            boolean plain = known.index().glued(beside).owners().isEmpty();
            String text = beside.isBlank() || !plain ? rest : beside;
            add(glued.owners(), Hit.How.GLUED, order, text, Optional.of(grid), Optional.of(cell));
        }
    }

    /** A picture that was put over the words that asked for it. */
    private void picture(Grid grid, Cell cell, long order) {
        if (cell.text().replace(PICTURE, "").isBlank()) {
            known.pictures().stream()
                    .filter(owner -> hits.stream().noneMatch(hit -> hit.owner().equals(owner)))
                    .findFirst()
                    .ifPresent(owner ->
                            add(Set.of(owner), Hit.How.HEAD, order, PICTURE, Optional.of(grid), Optional.of(cell)));
        }
    }
}
