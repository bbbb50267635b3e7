package org.mailroom.form;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.campaign.Lexicon;
import org.mailroom.reading.Sheet;

/** Tells which forms a sheet holds and what stands in them. Knows layouts only through descriptors; never sees a file name. */
public final class Recogniser {
    private final LabelText text;
    private final Values values;
    private final Splitting splitting;
    private final Letters letters;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks a {@code form.} key */
    public Recogniser(List<FormDescriptor> descriptors, Lexicon lexicon) {
        this.text = new LabelText(lexicon);
        this.values = new Values(lexicon);
        Titles titles = new Titles(lexicon);
        List<KnownForm> forms = descriptors.stream()
                .filter(form -> !form.letter())
                .map(form -> KnownForm.of(form, text, lexicon))
                .toList();
        Matching matching = new Matching(forms, titles, new EntryTexts(text, values), lexicon);
        this.splitting = new Splitting(forms, titles, matching);
        this.letters =
                new Letters(descriptors.stream().filter(FormDescriptor::letter).toList(), titles, lexicon);
    }

    /** The forms in the order of the sheet; none if it holds none of ours. */
    public List<Form> recognise(Sheet sheet) {
        Passage whole = Passage.of(sheet, text);
        List<Splitting.Stretch> stretches = splitting.forms(whole);
        int firstForm =
                stretches.isEmpty() ? whole.lines().size() : stretches.get(0).from();
        List<Form> forms = new ArrayList<>();
        letters.recognise(whole.lines(0, firstForm)).ifPresent(forms::add);
        for (Splitting.Stretch stretch : stretches) {
            stretch.match()
                    .ifPresent(match ->
                            forms.add(new FilledForm(match, values, text, sheet.page()).form(forms.size() + 1)));
        }
        return forms;
    }
}
