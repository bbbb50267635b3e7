package org.mailroom.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Unit;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Filled;
import org.mailroom.form.Filling;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormWriter;

/**
 * What a unit might send, made from the campaign's {@code samples.yaml}: the same for the same unit and number, valid in every
 * field unless a caller changes one.
 *
 * <pre>
 * SampleNominee collective = samples.collective(jiangsu, 1);
 * byte[] file = samples.docx(samples.nomineeForm("first-review-form", jiangsu, collective.with("deeds", samples.text(342))));
 * </pre>
 */
public final class SampleForms {
    private static final int LEADERS = 20;
    private static final int CONTACTS = 35;
    private static final int FIRST_JOB = 22;

    private final Map<String, FormDescriptor> forms;
    private final Entry samples;
    private final SamplePeople people;
    private final SampleText texts;
    private final FormWriter writer = new FormWriter();

    /** @param samples the campaign's samples.yaml */
    public SampleForms(List<FormDescriptor> forms, Entry samples) {
        this.forms = forms.stream().collect(Collectors.toMap(FormDescriptor::document, Function.identity()));
        this.samples = samples;
        this.people = new SamplePeople(samples);
        this.texts = new SampleText(samples.texts("sentences"));
    }

    /** @param number from 1; its place in the unit's order */
    public SampleNominee collective(Unit unit, int number) {
        return nominee("collective", words("collective", unit, number, people.person(unit, LEADERS + number)), number);
    }

    /** @param number from 1; its place in the unit's order */
    public SampleNominee individual(Unit unit, int number) {
        SamplePeople.Person person = people.person(unit, number);
        LocalDate birth = person.birth();
        Words words = words("individual", unit, number, person)
                .put("name", person.name())
                .put("sex", person.sex())
                .put("birth", month(birth))
                .put("identityNumber", person.identityNumber())
                .put("studiedFrom", String.format(Locale.ROOT, "%d.09", birth.getYear() + FIRST_JOB - 4))
                .put("workSince", String.format(Locale.ROOT, "%d.07", birth.getYear() + FIRST_JOB));
        return nominee("individual", words, number);
    }

    /** As many of both, in order. */
    public List<SampleNominee> nominees(Unit unit, int collectives, int individuals) {
        List<SampleNominee> nominees = new ArrayList<>();
        for (int i = 1; i <= collectives; i++) {
            nominees.add(collective(unit, i));
        }
        for (int i = 1; i <= individuals; i++) {
            nominees.add(individual(unit, i));
        }
        return nominees;
    }

    /** A form about one nominee. */
    public Filled nomineeForm(String document, Unit unit, SampleNominee nominee) {
        FormDescriptor form = form(document);
        Filling filling = Filling.none();
        for (FieldSpec field : form.fields()) {
            String value = nominee.value(document, field.name());
            boolean asked = field.when().isEmpty() || field.when().get().equals(nominee.category());
            if (asked && !value.isEmpty()) {
                filling = filling.with(field.name(), value);
            }
        }
        return signed(form, filling.with(unitValues(document, unitWords(unit))));
    }

    /** The unit's list of its nominees, those of each category in their order. */
    public Filled summaryForm(Unit unit, List<SampleNominee> nominees) {
        FormDescriptor form = form("summary-form");
        Filling filling = Filling.of(unitValues(form.document(), unitWords(unit)));
        for (BlockSpec block : form.blocks()) {
            for (SampleNominee nominee : nominees) {
                if (block.category().filter(nominee.category()::equals).isPresent()) {
                    filling = filling.row(block.name(), row(form.document(), block, nominee));
                }
            }
        }
        return signed(form, filling);
    }

    /** @param mail the address of its second contact */
    public Filled contactForm(Unit unit, String mail) {
        FormDescriptor form = form("contact-form");
        Words words = unitWords(unit).put("mail", mail);
        Filling filling = Filling.of(unitValues(form.document(), words));
        for (Entry contact : samples.entries("contacts")) {
            Map<String, String> row = new LinkedHashMap<>();
            contact.keys().forEach(key -> row.put(key, words.fill(contact.text(key))));
            filling = filling.row("contacts", row);
        }
        return signed(form, filling);
    }

    /** A report of the unit on its nominees, for example first-review-report. */
    public Filled report(String document, Unit unit, List<SampleNominee> nominees) {
        Words words = unitWords(unit);
        List<String> paragraphs = new ArrayList<>();
        for (String category : List.of("collective", "individual")) {
            List<SampleNominee> ofCategory = nominees.stream()
                    .filter(nominee -> nominee.category().equals(category))
                    .toList();
            words.put(category + "Count", "" + ofCategory.size());
            words.put(
                    category + "s",
                    ofCategory.stream().map(nominee -> line(document, nominee)).collect(Collectors.joining("\n")));
        }
        for (String paragraph : samples.entry("letters").texts(document)) {
            words.fill(paragraph).lines().forEach(paragraphs::add);
        }
        return new Filled(form(document), Filling.letter(paragraphs));
    }

    /** Invented deeds of exactly so many characters. */
    public String text(int characters) {
        return texts.text(characters, 0);
    }

    /** One file with these forms one after the other. */
    public byte[] docx(Filled... filled) {
        return docx(List.of(filled));
    }

    public byte[] docx(List<Filled> filled) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(filled, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The main part of a file with this form alone. */
    String markup(Filled form) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx(form)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        throw new IllegalStateException("a form without a main part");
    }

    private SampleNominee nominee(String category, Words words, int number) {
        Entry sample = samples.entry(category);
        List<Entry> profiles = sample.entries("profiles");
        words.putAll(profiles.get((number - 1) % profiles.size()), number - 1)
                .putAll(sample.entry("values"), number - 1);
        Entry deeds = samples.entry("deeds");
        deeds.keys().forEach(document -> words.put(document + ".deeds", texts.upTo(deeds.number(document), number)));
        return new SampleNominee(category, number, words.all());
    }

    private Words unitWords(Unit unit) {
        return words("collective", unit, 1, people.person(unit, CONTACTS));
    }

    private Words words(String category, Unit unit, int number, SamplePeople.Person person) {
        List<String> places = unit.places();
        // Moves on by one place after each round of profiles, so that no place meets the same profile twice.
        int profiles = samples.entry(category).entries("profiles").size();
        boolean under = samples.texts("placesUnder").contains(unit.kind());
        String prefix = under ? unit.name() : "";
        return new Words()
                .put("unit", unit.name())
                .put("unitShort", unit.shortName())
                .put("places", prefix + places.get(0))
                .put("place", prefix + Words.inTurn(places, number - 1 + (number - 1) / profiles))
                .put("n", "" + number)
                .put("person", person.name())
                .put("mobile", person.mobile())
                .put("contact", people.person(unit, CONTACTS + 1).name());
    }

    private Map<String, String> unitValues(String document, Words words) {
        Map<String, String> values = new LinkedHashMap<>();
        samples.entry("unit")
                .optionalEntry(document)
                .ifPresent(entry -> entry.keys().forEach(key -> values.put(key, words.fill(entry.text(key)))));
        return values;
    }

    private static Map<String, String> row(String document, BlockSpec block, SampleNominee nominee) {
        Map<String, String> row = new LinkedHashMap<>();
        for (FieldSpec column : block.columns()) {
            row.put(column.name(), nominee.value(document, column.name()));
        }
        row.put("serial", "" + nominee.number());
        return row;
    }

    private String line(String document, SampleNominee nominee) {
        return new Words()
                .put("n", "" + nominee.number())
                .put("name", nominee.name())
                .put("deeds", nominee.value(document, "deeds"))
                .fill(samples.text("nominee"));
    }

    private Filled signed(FormDescriptor form, Filling filling) {
        Filling signed = filling;
        for (Entry entry : samples.entries("signed")) {
            if (entry.text("document").equals(form.document())) {
                signed = signed.signed(
                        entry.text("signature"), entry.optionalText("opinion").orElse(""), entry.text("date"));
            }
        }
        return new Filled(form, signed);
    }

    private FormDescriptor form(String document) {
        FormDescriptor form = forms.get(document);
        if (form == null) {
            throw new IllegalArgumentException("no form " + document);
        }
        return form;
    }

    private static String month(LocalDate date) {
        return String.format(Locale.ROOT, "%d.%02d", date.getYear(), date.getMonthValue());
    }
}
