package org.mailroom.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailroom.form.Field;
import org.mailroom.form.Form;
import org.mailroom.form.Row;

/**
 * How much of what stands in files was found.
 *
 * @param files files read
 * @param forms forms that are in them
 * @param kinds of these, known for what they are
 * @param named of these, forms about somebody
 * @param nominees of the named, with the right name
 * @param fields texts in the forms
 * @param exact of these, read as they stand
 * @param falseForms files in which a form was found that is not there
 * @param missed what went wrong, one line each
 */
record Score(
        int files,
        int forms,
        int kinds,
        int named,
        int nominees,
        int fields,
        int exact,
        int falseForms,
        List<String> missed) {
    static final Score NONE = new Score(0, 0, 0, 0, 0, 0, 0, 0, List.of());

    Score {
        missed = List.copyOf(missed);
    }

    Score and(Score other) {
        List<String> both = new ArrayList<>(missed);
        both.addAll(other.missed);
        return new Score(
                files + other.files,
                forms + other.forms,
                kinds + other.kinds,
                named + other.named,
                nominees + other.nominees,
                fields + other.fields,
                exact + other.exact,
                falseForms + other.falseForms,
                both);
    }

    /** Each true form is compared with the first one found of its kind, best with its name, that answers no other. */
    static Score of(CorpusCase made, List<Form> found) {
        boolean typed = !made.format().contains("scan")
                && !made.format().contains("photo")
                && !made.format().equals("pdf");
        List<Form> left = new ArrayList<>(found);
        Score score = new Score(1, 0, 0, 0, 0, 0, 0, 0, List.of());
        for (Truth truth : made.truth()) {
            Form form = left.stream()
                    .filter(one -> one.document().equals(truth.document()))
                    .filter(one -> one.nominee().orElse("").equals(truth.nominee()))
                    .findFirst()
                    .or(() -> left.stream()
                            .filter(one -> one.document().equals(truth.document()))
                            .findFirst())
                    .orElse(null);
            left.remove(form);
            score = score.and(form == null ? unknown(made, truth, found) : compared(made, truth, form, typed));
        }
        if (left.isEmpty()) {
            return score;
        }
        List<String> kinds = left.stream().map(Form::document).toList();
        return score.and(new Score(0, 0, 0, 0, 0, 0, 0, 1, List.of(made + ": not there " + kinds)));
    }

    private static Score unknown(CorpusCase made, Truth truth, List<Form> found) {
        List<String> kinds = found.stream().map(Form::document).toList();
        int named = truth.nominee().isEmpty() ? 0 : 1;
        String line = made + ": " + truth.document() + " not found, but " + kinds;
        return new Score(0, 1, 0, named, 0, truth.size(), 0, 0, List.of(line));
    }

    private static Score compared(CorpusCase made, Truth truth, Form form, boolean typed) {
        List<String> wrong = new ArrayList<>();
        String name = form.nominee().orElse("");
        int named = truth.nominee().isEmpty() ? 0 : 1;
        int nominee = named == 1 && same(truth.nominee(), name, typed) ? 1 : 0;
        if (nominee < named) {
            wrong.add(made + ": " + truth.document() + " of " + truth.nominee() + ", not " + name);
        }
        int exact = 0;
        for (Map.Entry<String, String> field : truth.fields().entrySet()) {
            String read = form.field(field.getKey()).map(Field::text).orElse("(no such field)");
            exact += right(made, truth, field.getKey(), field.getValue(), read, typed, wrong);
        }
        List<Row> rows = form.rows();
        for (int i = 0; i < truth.rows().size(); i++) {
            for (Map.Entry<String, String> field : truth.rows().get(i).entrySet()) {
                String read = i < rows.size()
                        ? rows.get(i).field(field.getKey()).map(Field::text).orElse("(no such column)")
                        : "(no such row)";
                exact += right(
                        made, truth, "row " + (i + 1) + " " + field.getKey(), field.getValue(), read, typed, wrong);
            }
        }
        return new Score(0, 1, 1, named, nominee, truth.size(), exact, 0, wrong);
    }

    private static int right(
            CorpusCase made, Truth truth, String field, String wanted, String read, boolean typed, List<String> wrong) {
        if (same(wanted, read, typed)) {
            return 1;
        }
        wrong.add(made + ": " + truth.document() + " " + field + " = " + shortened(wanted) + " read as "
                + shortened(read));
        return 0;
    }

    /** From a page blanks and the width of characters cannot be told for sure; from a file they can. */
    private static boolean same(String wanted, String read, boolean typed) {
        return typed ? wanted.strip().equals(read) : compact(wanted).equals(compact(read));
    }

    private static String compact(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]+", "");
    }

    private static String shortened(String text) {
        String line = text.replace("\n", "⏎");
        return "“" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "”";
    }
}
