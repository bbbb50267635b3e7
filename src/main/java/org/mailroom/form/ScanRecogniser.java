package org.mailroom.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Lexicon;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.Sheet;

/**
 * Tells which forms lie on the pages of a scan. A page that bears a form's title begins a form, or goes on with the one before
 * if that is of the same nominee; a page without a title goes on. Sees only lines and their places: a text layer's or OCR's.
 */
public final class ScanRecogniser {
    /** A title stands in the upper part of its page. */
    private static final double TITLE_ABOVE = 0.5;

    /** What may stand before a title in its line, for example the number of the annex. */
    private static final int MORE = 8;

    private static final int TO_THE_LETTER = 101;

    /** A title may be broken over so many lines. */
    private static final int TITLE_LINES = 3;

    /** Labels that must stand on a page without a readable title, in percent of the form's. */
    private static final int UNTITLED = 60;

    /** The same under a title that is none of ours: forms of other awards share many labels. */
    private static final int STRANGELY_TITLED = 95;

    private final List<FormDescriptor> descriptors;
    private final Recogniser recogniser;
    private final LabelText text;
    private final Map<FormDescriptor, Set<String>> labels;
    private final PageSheet sheets;
    private final Titles titles;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks a {@code form.} key */
    public ScanRecogniser(List<FormDescriptor> descriptors, Lexicon lexicon) {
        this.descriptors = List.copyOf(descriptors);
        this.recogniser = new Recogniser(descriptors, lexicon);
        this.text = new LabelText(lexicon);
        this.titles = new Titles(lexicon);
        this.labels = descriptors.stream().collect(Collectors.toMap(form -> form, this::labels));
        this.sheets = new PageSheet(
                text, labels.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    private Set<String> labels(FormDescriptor form) {
        return Stream.of(
                        form.fields().stream(),
                        form.signatures().stream(),
                        form.blocks().stream().flatMap(block -> block.columns().stream()))
                .flatMap(specs -> specs)
                .flatMap(spec -> spec.labels().stream())
                .map(text::label)
                .filter(label -> label.length() > 1)
                .collect(Collectors.toSet());
    }

    /** The forms in the order of their pages; none if no page begins one. Blank pages belong to what they follow. */
    public List<ScannedForm> recognise(List<ScanPage> pages) {
        List<Stretch> stretches = new ArrayList<>();
        for (ScanPage page : pages) {
            Optional<FormDescriptor> begun =
                    begins(page, stretches.isEmpty() ? null : stretches.get(stretches.size() - 1));
            if (begun.isPresent()) {
                stretches.add(new Stretch(begun.get(), new ArrayList<>(List.of(page))));
            } else if (!stretches.isEmpty()) {
                stretches.get(stretches.size() - 1).pages().add(page);
            }
        }
        List<ScannedForm> found = new ArrayList<>();
        for (Stretch stretch : whole(stretches)) {
            found.add(new ScannedForm(
                    stretch.form(recogniser, sheets, found.size() + 1),
                    stretch.pages().stream().map(ScanPage::number).toList()));
        }
        return found;
    }

    private record Stretch(FormDescriptor descriptor, List<ScanPage> pages) {
        Form form(Recogniser recogniser, PageSheet sheets, int ordinal) {
            Form read = descriptor.letter()
                    ? plain(ordinal)
                    : recogniser.recognise(sheets.of(pages)).stream()
                            .filter(form -> form.document().equals(descriptor.document()))
                            .findFirst()
                            .orElseGet(() -> plain(ordinal));
            return new Form(
                    read.document(),
                    ordinal,
                    read.category(),
                    read.nominee(),
                    read.fields(),
                    read.rows(),
                    List.of(),
                    read.text());
        }

        private Form plain(int ordinal) {
            return new Form(
                    descriptor.document(),
                    ordinal,
                    descriptor.category(),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    pages.stream()
                            .flatMap(page -> page.lines().stream())
                            .map(Line::text)
                            .collect(Collectors.joining("\n")));
        }

        Stretch and(Stretch next) {
            List<ScanPage> both = new ArrayList<>(pages);
            both.addAll(next.pages());
            return new Stretch(descriptor, both);
        }
    }

    /** A cover and the table behind it both bear the title; two nominees' forms do too, but with two names. */
    private List<Stretch> whole(List<Stretch> stretches) {
        List<Stretch> whole = new ArrayList<>();
        for (Stretch stretch : stretches) {
            Stretch last = whole.isEmpty() ? null : whole.get(whole.size() - 1);
            if (last != null && last.descriptor().equals(stretch.descriptor()) && onePaper(last, stretch)) {
                whole.set(whole.size() - 1, last.and(stretch));
            } else {
                whole.add(stretch);
            }
        }
        return whole;
    }

    private boolean onePaper(Stretch first, Stretch second) {
        if (first.descriptor().letter()) {
            return false;
        }
        Optional<String> one = first.form(recogniser, sheets, 1).nominee();
        Optional<String> other = second.form(recogniser, sheets, 1).nominee();
        return one.equals(other) || first.pages().size() == 1 && one.isPresent() != other.isPresent();
    }

    /** The form whose title the page bears, else the form most of whose labels stand on it. */
    private Optional<FormDescriptor> begins(ScanPage page, @Nullable Stretch open) {
        Set<String> standing = standing(page);
        List<String> upper =
                PageSheet.rows(page.lines().stream()
                                .filter(line -> line.box().top() < TITLE_ABOVE)
                                .toList())
                        .stream()
                        .map(row -> LabelText.title(row.stream().map(Line::text).collect(Collectors.joining())))
                        .toList();
        for (int at = 0; at < upper.size(); at++) {
            for (int end = Math.min(upper.size(), at + TITLE_LINES); end > at; end--) {
                Optional<FormDescriptor> titled = titled(String.join("", upper.subList(at, end)), standing);
                if (titled.isPresent()) {
                    return titled;
                }
            }
        }
        boolean strange = upper.stream().anyMatch(titles::title);
        return byLabels(standing, open, strange ? STRANGELY_TITLED : UNTITLED);
    }

    /**
     * A letter's title suffices; with a form's at least one of its labels must stand on the page. Two forms of one family have
     * titles that resemble each other: the one that is there to the letter, else the one that resembles most.
     */
    private Optional<FormDescriptor> titled(String line, Set<String> standing) {
        return descriptors.stream()
                .filter(form -> likeness(form, line) > 0)
                .filter(form -> form.letter() || !Collections.disjoint(labels.get(form), standing))
                .max(Comparator.comparingInt(form -> likeness(form, line)));
    }

    /** Texts that stand on the page by themselves, as labels are compared. */
    private Set<String> standing(ScanPage page) {
        Set<String> standing = new HashSet<>();
        for (Sheet.Block block : sheets.of(List.of(page)).blocks()) {
            if (block instanceof Sheet.Table table) {
                table.cells().forEach(cell -> standing.add(text.label(cell.text())));
            }
        }
        page.lines().forEach(line -> standing.add(text.label(line.text().split("[:\uFF1A]", 2)[0])));
        return standing;
    }

    /** 0 if the line is not the form's title. */
    private static int likeness(FormDescriptor form, String line) {
        if (line.isEmpty() || line.length() > LabelText.title(form.title()).length() + MORE) {
            return 0;
        }
        if (form.titles().stream().anyMatch(title -> title.matcher(line).find())) {
            return TO_THE_LETTER;
        }
        return !form.letter() && Titles.resembles(form.title(), line) ? Titles.resemblance(form.title(), line) : 0;
    }

    /** The one form with most labels on a page without a title; none if the page goes on with the form before. */
    private Optional<FormDescriptor> byLabels(Set<String> standing, @Nullable Stretch open, int needed) {
        List<FormDescriptor> likely = descriptors.stream()
                .filter(form -> !form.letter())
                .filter(form -> share(form, standing) >= needed && anchored(form, standing))
                .sorted(Comparator.comparing(form -> -found(form, standing)))
                .toList();
        boolean clear = likely.size() == 1
                || likely.size() > 1 && found(likely.get(0), standing) > found(likely.get(1), standing);
        return clear && !goesOn(likely.get(0), standing, open) ? Optional.of(likely.get(0)) : Optional.empty();
    }

    /** Whether the page is rather one more of the form before: it has as many labels of it, and mostly others than before. */
    private boolean goesOn(FormDescriptor best, Set<String> standing, @Nullable Stretch open) {
        if (open == null || found(open.descriptor(), standing) < found(best, standing)) {
            return false;
        }
        Set<String> before = new HashSet<>();
        open.pages().forEach(page -> before.addAll(standing(page)));
        Set<String> fresh = new HashSet<>(standing);
        fresh.removeAll(before);
        return found(open.descriptor(), fresh) * 2 >= found(open.descriptor(), standing);
    }

    private boolean anchored(FormDescriptor form, Set<String> standing) {
        return form.anchors().stream()
                        .map(text::label)
                        .filter(standing::contains)
                        .count()
                >= form.anchorsNeeded();
    }

    private int found(FormDescriptor form, Set<String> standing) {
        return (int) labels.getOrDefault(form, Set.of()).stream()
                .filter(standing::contains)
                .count();
    }

    /** Found labels for each field that has one, in percent. */
    private int share(FormDescriptor form, Set<String> standing) {
        List<FieldSpec> specs = Stream.concat(
                        form.fields().stream(), form.blocks().stream().flatMap(block -> block.columns().stream()))
                .toList();
        long found = specs.stream()
                .filter(spec -> spec.labels().stream().map(text::label).anyMatch(standing::contains))
                .count();
        return specs.isEmpty() ? 0 : (int) (found * 100 / specs.size());
    }
}
