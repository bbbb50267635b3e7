package org.mailroom.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Form;

/** Who is nominated: the rows of the lists in their order, then nominees who have a form and stand in no list. */
public final class NomineeList {
    private static final String IDENTITY_TYPE = "identity-number";

    private final Answers answers;
    private final IdentityNumbers identities;

    public NomineeList(RuleContext context) {
        this.answers = new Answers(context.forms());
        this.identities = IdentityNumbers.of(context.lexicon());
    }

    /**
     * A nominee and the identity number found with him, if a valid one was. It never leaves the program in clear.
     *
     * @param identity for the key of a person; a collective has none
     */
    public record Listed(Nominee nominee, Optional<IdentityNumber> identity) {}

    public List<Nominee> nominees(List<Form> forms) {
        return read(forms, LocalDate.MAX).stream().map(Listed::nominee).toList();
    }

    /**
     * @param forms the newest electronic forms of a unit and stage
     * @param received when the newest arrived; a birth after that day makes an identity number invalid
     * @return each nominee once; two of one name are two only if both stand in the list, or both in none, and have valid,
     *     different identity numbers
     */
    public List<Listed> read(List<Form> forms, LocalDate received) {
        List<Listed> found = new ArrayList<>();
        List<AnswerSet> sets = forms.stream().flatMap(answers::sets).toList();
        sets.stream()
                .filter(set -> set.row().isPresent())
                .flatMap(set -> listed(set, found, received).stream())
                .forEach(listed -> add(listed, found));
        List<Listed> unlisted = new ArrayList<>();
        sets.stream()
                .filter(set -> set.row().isEmpty())
                .flatMap(set -> listed(set, found, received).stream())
                .forEach(listed -> {
                    if (!joined(listed, found)) {
                        add(listed, unlisted);
                    }
                });
        found.addAll(unlisted);
        return List.copyOf(found);
    }

    /** The nominee whose form it is; its category is taken from the others where the form does not tell it. */
    public Optional<Nominee> nominee(Form form, List<Nominee> known) {
        return answers.sets(form)
                .filter(set -> set.row().isEmpty())
                .findFirst()
                .flatMap(set -> set.nominee()
                        .flatMap(name -> category(set, name, known).map(category -> new Nominee(category, name))));
    }

    private Optional<Listed> listed(AnswerSet set, List<Listed> found, LocalDate received) {
        List<Nominee> known = found.stream().map(Listed::nominee).toList();
        return set.nominee()
                .flatMap(name -> category(set, name, known)
                        .map(category -> new Listed(new Nominee(category, name), identity(set, received))));
    }

    private static Optional<String> category(AnswerSet set, String name, List<Nominee> known) {
        return set.category()
                .or(() -> known.stream()
                        .filter(nominee -> nominee.name().equals(name))
                        .map(Nominee::category)
                        .findFirst());
    }

    private Optional<IdentityNumber> identity(AnswerSet set, LocalDate received) {
        return set.answers()
                .filter(answer -> answer.spec().type().equals(IDENTITY_TYPE))
                .flatMap(answer -> identities.read(answer.text(), received).number().stream())
                .findFirst();
    }

    /** A form belongs to the row of its name; whether the numbers agree is a rule's question. */
    private static boolean joined(Listed form, List<Listed> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).nominee().equals(form.nominee())) {
                rows.set(i, rows.get(i).identity().isPresent() ? rows.get(i) : form);
                return true;
            }
        }
        return false;
    }

    private static void add(Listed listed, List<Listed> found) {
        for (int i = 0; i < found.size(); i++) {
            Listed other = found.get(i);
            boolean twoPersons = listed.identity().isPresent()
                    && other.identity().isPresent()
                    && !listed.identity().equals(other.identity());
            if (other.nominee().equals(listed.nominee()) && !twoPersons) {
                found.set(i, other.identity().isPresent() ? other : listed);
                return;
            }
        }
        found.add(listed);
    }
}
