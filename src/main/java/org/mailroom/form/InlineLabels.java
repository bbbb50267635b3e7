package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Labels within a line of text: "name: ____  unit: ____". */
final class InlineLabels {
    /** A label we do not know ends a value all the same. */
    private static final Pattern STRANGE =
            Pattern.compile("[\\s\\p{Z}_]+[^\\s\\p{Z}_:\uFF1A\\p{N}\\p{P}]{2,12}[\\s\\p{Z}]*[:\uFF1A]");

    private static final Pattern REMARK = Pattern.compile("^\\([^()]{0,12}\\)");
    private static final String BEFORE = "_;\uFF1B,\uFF0C\u3002)\uFF09|";

    private final LabelIndex index;
    private final LabelText text;

    InlineLabels(LabelIndex index, LabelText text) {
        this.index = index;
        this.text = text;
    }

    /** A label with the raw text that follows it up to the next label. */
    record Found(Set<Owner> owners, int at, String value) {}

    private record Label(Set<Owner> owners, int from, int valueFrom) {}

    /** @param colon whether only a colon makes a label; else blanks or a line to write on do too */
    List<Found> in(String raw, boolean colon) {
        StringBuilder letters = new StringBuilder();
        List<Integer> from = new ArrayList<>();
        for (int i = 0; i < raw.length(); i++) {
            String letter = text.inline(raw.charAt(i));
            for (int k = 0; k < letter.length(); k++) {
                letters.append(letter.charAt(k));
                from.add(i);
            }
        }
        from.add(raw.length());
        List<Label> labels = labels(raw, letters.toString(), from, colon);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            int end = i + 1 < labels.size() ? labels.get(i + 1).from() : raw.length();
            String value = raw.substring(label.valueFrom(), Math.max(label.valueFrom(), end));
            Matcher strange = STRANGE.matcher(value);
            found.add(new Found(
                    label.owners(), label.from(), strange.find() ? value.substring(0, strange.start()) : value));
        }
        return found;
    }

    private List<Label> labels(String raw, String letters, List<Integer> from, boolean colon) {
        List<Label> labels = new ArrayList<>();
        int at = 0;
        while (at < letters.length()) {
            Label best = begins(raw, from.get(at)) ? longest(raw, letters, from, at, colon) : null;
            if (best == null) {
                at++;
            } else {
                labels.add(best);
                int next = at + 1;
                while (next < letters.length() && from.get(next) < best.valueFrom()) {
                    next++;
                }
                at = next;
            }
        }
        return labels;
    }

    private static boolean begins(String raw, int at) {
        return at == 0 || blank(raw.charAt(at - 1)) || BEFORE.indexOf(raw.charAt(at - 1)) >= 0;
    }

    private @Nullable Label longest(String raw, String letters, List<Integer> from, int at, boolean colon) {
        Label best = null;
        for (String known : index.inlineAt(letters, at)) {
            int valueFrom = valueFrom(raw, letters, from, at + known.length(), colon);
            if (valueFrom >= 0 && (best == null || valueFrom > best.valueFrom())) {
                best = new Label(index.inline(known), from.get(at), valueFrom);
            }
        }
        return best;
    }

    /** Where the value begins behind a label that ends at {@code end}; -1 if it is no label there. */
    private static int valueFrom(String raw, String letters, List<Integer> from, int end, boolean colon) {
        Matcher remark = REMARK.matcher(letters.substring(end));
        int after = remark.find() ? end + remark.end() : end;
        if (after < letters.length() && letters.charAt(after) == ':') {
            return from.get(after) + 1;
        }
        if (colon) {
            return -1;
        }
        int next = after == 0 ? 0 : from.get(after - 1) + 1;
        boolean open = next >= raw.length() || blank(raw.charAt(next)) || raw.charAt(next) == '_';
        return open ? Math.min(next, raw.length()) : -1;
    }

    private static boolean blank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
