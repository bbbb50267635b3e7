package org.mailroom.form;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.campaign.Lexicon;

/**
 * A descriptor made ready for looking forms up.
 *
 * @param anchors what the anchors are labels of, an anchor each
 * @param pictures the fields for which the blank leaves room for a picture
 * @param paper what the blank is printed on, if it has a layout
 */
record KnownForm(
        FormDescriptor form,
        LabelIndex index,
        InlineLabels inline,
        Set<Set<Owner>> anchors,
        Set<Owner> pictures,
        Optional<Paper> paper) {

    static KnownForm of(FormDescriptor form, LabelText text, Lexicon lexicon) {
        LabelIndex index = new LabelIndex(form, text, lexicon);
        Set<Set<Owner>> anchors = form.anchors().stream().map(index::of).collect(Collectors.toSet());
        Set<String> pictures = LayoutLabels.pictures(form.layout());
        return new KnownForm(
                form,
                index,
                new InlineLabels(index, text),
                anchors,
                index.all().stream()
                        .filter(owner ->
                                owner.single() && pictures.contains(owner.spec().name()))
                        .collect(Collectors.toSet()),
                form.layout().has("page") ? Optional.of(Paper.of(form.layout())) : Optional.empty());
    }
}
