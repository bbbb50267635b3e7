package org.mailroom.form;

import java.util.ArrayList;
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

    /** A label with its remark is no longer than this. */
    private static final int LONGEST = 80;

    private final LabelText text;
    private final Map<String, Set<Owner>> owners = new HashMap<>();
    private final Map<String, Set<Owner>> bare = new HashMap<>();
    private final Map<String, Set<Owner>> inline = new LinkedHashMap<>();
    private final List<Owner> all = new ArrayList<>();
    private final int longestLabel;
    private final Pattern connector;

    LabelIndex(FormDescriptor form, LabelText text, Lexicon lexicon) {
        this.text = text;
        form.fields().forEach(field -> add(new Owner(field, Owner.Kind.FIELD, "")));
        form.signatures().forEach(signature -> add(new Owner(signature, Owner.Kind.SIGNATURE, "")));
        for (BlockSpec block : form.blocks()) {
            block.columns().forEach(column -> add(new Owner(column, Owner.Kind.COLUMN, block.name())));
        }
        this.longestLabel = Stream.concat(owners.keySet().stream(), inline.keySet().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
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

    /** What the whole text is the label of; several if one cell names two things; empty if it is no label. */
    Set<Owner> of(String raw) {
        return of(LabelKeys.key(text, raw));
    }

    Set<Owner> of(LabelKeys.Key key) {
        if (key.label().isEmpty()) {
            return Set.of();
        }
        Set<Owner> exact = exactly(key);
        if (exact.stream().anyMatch(owner -> text.label(owner.spec().label()).equals(key.label()))) {
            return exact;
        }
        Set<Owner> several = severally(key.label());
        boolean wider = several.size() > 1 && several.containsAll(exact);
        return wider ? several : exact;
    }

    /** What exactly this label belongs to, given as {@link LabelText#label}. */
    Set<Owner> exactly(String label) {
        return owners.getOrDefault(label, Set.of());
    }

    private Set<Owner> exactly(LabelKeys.Key key) {
        Set<Owner> found = owners.get(key.label());
        if (found != null) {
            return found;
        }
        return Stream.of(key.bare(), withoutNumber(key.label()), withoutNumber(key.bare()))
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
        String head = longest(owners, text, 0);
        return head.equals(whole) ? longest(owners, text.substring(0, text.length() - 1), 0) : head;
    }

    /** The longest key that stands in the text at a place, of two characters or more; "" if none does. */
    private String longest(Map<String, Set<Owner>> labels, String text, int at) {
        for (int end = Math.min(text.length(), at + longestLabel); end - at > 1; end--) {
            String candidate = text.substring(at, end);
            if (labels.containsKey(candidate)) {
                return candidate;
            }
        }
        return "";
    }

    /** The single labels that stand in a line, as {@link LabelText#inline}, at a place; the longest first. */
    List<String> inlineAt(String line, int at) {
        List<String> found = new ArrayList<>();
        for (int end = Math.min(line.length(), at + longestLabel); end > at; end--) {
            String candidate = line.substring(at, end);
            if (inline.containsKey(candidate)) {
                found.add(candidate);
            }
        }
        return found;
    }

    Set<Owner> inline(String label) {
        return inline.getOrDefault(label, Set.of());
    }

    /** A label with its value typed right behind it: what it belongs to, and how many of the raw characters are the label. */
    record Glued(Set<Owner> owners, int length) {}

    Glued glued(String raw) {
        String inner = text.inline(raw.substring(0, Math.min(raw.length(), LONGEST)));
        String best = longest(inline, inner, 0);
        if (best.isEmpty() || best.length() == inner.length()) {
            return new Glued(Set.of(), 0);
        }
        int length = 0;
        while (length < raw.length() && text.inline(raw.substring(0, length)).length() < best.length()) {
            length++;
        }
        return new Glued(inline.getOrDefault(best, Set.of()), length);
    }
}
