package org.mailroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.AlteredForm;
import org.mailroom.demo.SampleForms;
import org.mailroom.demo.SampleNominee;
import org.mailroom.form.Descriptors;
import org.mailroom.form.Filled;

/**
 * Forms built by their meaning: valid in every field, so that a test says only what differs.
 *
 * <pre>
 * byte[] docx = Forms.firstReview(JIANGSU).collective("南京市知识产权保护中心").deeds(342).docx();
 * byte[] list = Forms.summary(JIANGSU).collectives(6).individuals(7).docx();
 * </pre>
 */
public final class Forms {
    private static final SampleForms SAMPLES = load();

    private final String document;
    private final Unit unit;
    private final List<SampleNominee> nominees = new ArrayList<>();
    private final List<String[]> changes = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private final List<String[]> renamed = new ArrayList<>();

    private Forms(String document, Unit unit) {
        this.document = document;
        this.unit = unit;
    }

    /** The sample material itself, for whole submissions. */
    public static SampleForms samples() {
        return SAMPLES;
    }

    public static Forms firstReview(Unit unit) {
        return new Forms("first-review-form", unit);
    }

    public static Forms collectiveApproval(Unit unit) {
        return new Forms("collective-approval-form", unit);
    }

    public static Forms individualApproval(Unit unit) {
        return new Forms("individual-approval-form", unit);
    }

    public static Forms opinion(Unit unit) {
        return new Forms("opinion-form", unit);
    }

    public static Forms summary(Unit unit) {
        return new Forms("summary-form", unit);
    }

    public static Forms contact(Unit unit) {
        return new Forms("contact-form", unit);
    }

    public static Forms report(Unit unit) {
        return new Forms("first-review-report", unit);
    }

    public static Forms formalReport(Unit unit) {
        return new Forms("formal-report", unit);
    }

    public Forms collective(String name) {
        nominees.add(SAMPLES.collective(unit, 1 + count("collective")).with("name", name));
        return this;
    }

    public Forms individual(String name) {
        nominees.add(SAMPLES.individual(unit, 1 + count("individual")).with("name", name));
        return this;
    }

    public Forms collectives(int count) {
        nominees.addAll(SAMPLES.nominees(unit, count, 0));
        return this;
    }

    public Forms individuals(int count) {
        nominees.addAll(SAMPLES.nominees(unit, 0, count));
        return this;
    }

    public Forms nominees(List<SampleNominee> those) {
        nominees.addAll(those);
        return this;
    }

    /** Another value: of every nominee in the form, or of the unit's own field where the form has no nominee. */
    public Forms with(String field, String value) {
        changes.add(new String[] {field, value});
        return this;
    }

    public Forms deeds(int characters) {
        return with("deeds", SAMPLES.text(characters));
    }

    public Forms identityNumber(String number) {
        return with("identityNumber", number);
    }

    /** Takes the row of this label out, as the blank prints it. */
    public Forms without(String label) {
        without.add(label);
        return this;
    }

    public Forms renamed(String label, String other) {
        renamed.add(new String[] {label, other});
        return this;
    }

    /** One file; a form about one nominee once for each, one after the other. */
    public byte[] docx() {
        byte[] docx = SAMPLES.docx(filled());
        for (String[] labels : renamed) {
            docx = AlteredForm.renamed(docx, labels[0], labels[1]);
        }
        for (String label : without) {
            docx = AlteredForm.withoutRow(docx, label);
        }
        return docx;
    }

    public List<Filled> filled() {
        List<SampleNominee> changed = nominees.stream().map(this::changed).toList();
        return switch (document) {
            case "summary-form" -> List.of(changed(SAMPLES.summaryForm(unit, changed)));
            case "contact-form" -> List.of(changed(SAMPLES.contactForm(unit, "office@example.gov.cn")));
            case "first-review-report", "formal-report" -> List.of(SAMPLES.report(document, unit, changed));
            default ->
                changed.stream()
                        .map(nominee -> changed(SAMPLES.nomineeForm(document, unit, nominee)))
                        .toList();
        };
    }

    private SampleNominee changed(SampleNominee nominee) {
        SampleNominee changed = nominee;
        for (String[] change : changes) {
            changed = changed.with(change[0], change[1]);
        }
        return changed;
    }

    private Filled changed(Filled form) {
        Filled changed = form;
        for (String[] change : changes) {
            changed = changed.with(change[0], change[1]);
        }
        return changed;
    }

    private int count(String category) {
        return (int) nominees.stream()
                .filter(nominee -> nominee.category().equals(category))
                .count();
    }

    private static SampleForms load() {
        try {
            return new SampleForms(
                    Descriptors.of(Descriptors.CNIPA), new CampaignLoader().file(Descriptors.CNIPA, "samples.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
