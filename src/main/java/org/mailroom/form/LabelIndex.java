package org.mailroom.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Lexicon;

/** The labels of one form with all their synonyms, and what each belongs to. */
final class LabelIndex {
    /** "1." or an ideographic numeral before a label. */
    private static final Pattern NUMBERING = Pattern.compile("^([0-9]{1,2}[.\u3001\u002c]|\\p{IsHan}{1,2}\u3001)");

    /** Longer than any label with a remark; saves looking at long texts. */
    private static final int LONGEST = 80;

    private final LabelText text;
    private final Map<String, Set<Owner>> owners = new HashMap<>();
    private final Map<String, Set<Owner>> bare = new HashMap<>();
    private final Map<String, Set<Owner>> inline = new LinkedHashMap<>();
    private final List<Owner> all = new ArrayList<>();
    private final List<String> longestFirst;
    private final Pattern connector;

    LabelIndex(FormDescriptor form, LabelText text, Lexicon lexicon) {
        this.text = text;
        form.fields().forEach(field -> add(new Owner(field, Owner.Kind.FIELD, "")));
        form.signatures().forEach(signature -> add(new Owner(signature, Owner.Kind.SIGNATURE, "")));
        for (BlockSpec block : form.blocks()) {
            block.columns().forEach(column -> add(new Owner(column, Owner.Kind.COLUMN, block.name())));
        }
        this.longestFirst = owners.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.connector = Pattern.compile("^(?:[/\u3001,;&+-]|"
                + lexicon.words("form.connectors").stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")");
    }

    private void add(Owner owner) {
        all.add(owner);
        for (String label : owner.spec().labels()) {
            owners.computeIfAbsent(text.label(label), key -> new LinkedHashSet<>())
                    .add(owner);
            String inner = text.inline(label).replace(":", "");
            String bared = text.bare(label);
            if (!bared.isEmpty()) {
                bare.computeIfAbsent(bared, key -> new LinkedHashSet<>()).add(owner);
            }
            if (owner.single()) {
                inline.computeIfAbsent(inner, key -> new LinkedHashSet<>()).add(owner);
            }
        }
    }

    List<Owner> all() {
        return all;
    }

    /** Single labels as they stand within a line, with their owners. */
    Map<String, Set<Owner>> inline() {
        return inline;
    }

    /** What the whole text is the label of; several if one cell names two things; empty if it is no label. */
    Set<Owner> of(String raw) {
        if (raw.length() > LONGEST || raw.isBlank()) {
            return Set.of();
        }
        String label = text.label(raw);
        Set<Owner> exact = exactly(label, raw);
        if (exact.stream().anyMatch(owner -> text.label(owner.spec().label()).equals(label))) {
            return exact;
        }
        Set<Owner> several = severally(label);
        boolean wider = several.size() > 1 && several.containsAll(exact);
        return wider ? several : exact;
    }

    private Set<Owner> exactly(String label, String raw) {
        Set<Owner> found = owners.get(label);
        if (found != null) {
            return found;
        }
        String bared = text.bare(raw);
        return Stream.of(bared, withoutNumber(label), withoutNumber(bared))
                .filter(candidate -> !candidate.isEmpty())
                .map(candidate -> owners.getOrDefault(candidate, bare.getOrDefault(candidate, Set.of())))
                .filter(candidates -> !candidates.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private static String withoutNumber(String label) {
        Matcher number = NUMBERING.matcher(label);
        return number.find() ? label.substring(number.end()) : "";
    }

    /** "a/b" or "a and b" where a and b are labels of their own. */
    private Set<Owner> severally(String label) {
        Set<Owner> found = new LinkedHashSet<>();
        String rest = label;
        while (!rest.isEmpty()) {
            String head = head(rest, label);
            if (head.isEmpty()) {
                return Set.of();
            }
            found.addAll(owners.getOrDefault(head, Set.of()));
            rest = rest.substring(head.length());
            Matcher joined = connector.matcher(rest);
            rest = joined.find() ? rest.substring(joined.end()) : rest;
        }
        return found;
    }

    /** The longest label the text begins with, other than the whole. */
    private String head(String text, String whole) {
        return longestFirst.stream()
                .filter(known -> known.length() > 1 && text.startsWith(known) && !known.equals(whole))
                .findFirst()
                .orElse("");
    }

    /** A label with its value typed right behind it: what it belongs to, and how many of the raw characters are the label. */
    record Glued(Set<Owner> owners, int length) {}

    Glued glued(String raw) {
        String inner = text.inline(raw.substring(0, Math.min(raw.length(), LONGEST)));
        String best = inline.keySet().stream()
                .filter(label -> label.length() > 1 && inner.startsWith(label) && inner.length() > label.length())
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (best.isEmpty()) {
            return new Glued(Set.of(), 0);
        }
        int length = 0;
        while (length < raw.length() && text.inline(raw.substring(0, length)).length() < best.length()) {
            length++;
        }
        return new Glued(inline.getOrDefault(best, Set.of()), length);
    }
}
