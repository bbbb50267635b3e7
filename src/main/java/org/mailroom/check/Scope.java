package org.mailroom.check;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.form.Form;

/**
 * Where a rule looks.
 *
 * @param documents kinds of document; empty = all
 * @param fields names of fields; empty = all
 * @param except names of fields left out
 * @param category only nominees of this category; empty = also what is about no nominee
 */
record Scope(Answers all, Set<String> documents, Set<String> fields, Set<String> except, Optional<String> category) {
    boolean covers(String document) {
        return documents.isEmpty() || documents.contains(document);
    }

    Stream<Form> forms(Dossier dossier) {
        return Answers.forms(dossier).filter(form -> covers(form.document()));
    }

    Stream<AnswerSet> sets(Dossier dossier) {
        return forms(dossier).flatMap(all::sets).filter(set -> category.isEmpty() || category.equals(set.category()));
    }

    Stream<Answer> answers(Dossier dossier) {
        return sets(dossier).flatMap(this::answers);
    }

    Stream<Answer> answers(AnswerSet set) {
        return set.answers()
                .filter(answer ->
                        fields.isEmpty() || fields.contains(answer.spec().name()))
                .filter(answer -> !except.contains(answer.spec().name()));
    }
}
