package org.mailroom.check;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Stage;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.FormDescriptor;

/**
 * One line of rules.yaml while a kind reads it. Every key a kind asks for is known; what remains is a mistake. All mistakes
 * are {@link org.mailroom.campaign.CampaignException}s that name file and line.
 */
final class Line {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Entry entry;
    private final RuleContext context;
    private final Values values;
    private final Answers answers;
    private final Set<String> asked = new HashSet<>(Set.of("id", "clause", "kind", "stages"));

    Line(Entry entry, RuleContext context, Values values, Answers answers) {
        this.entry = entry;
        this.context = context;
        this.values = values;
        this.answers = answers;
    }

    RuleContext context() {
        return context;
    }

    Values values() {
        return values;
    }

    Answers answers() {
        return answers;
    }

    Entry asking(String key) {
        asked.add(key);
        return entry;
    }

    String text(String key) {
        return asking(key).text(key);
    }

    Optional<String> optionalText(String key) {
        return asking(key).optionalText(key);
    }

    /** A share from 0 to 1, written as per cent. */
    double percent(String key) {
        int stated = number(key);
        require(stated >= 0 && stated <= 100, key, "must be from 0 to 100, found " + stated);
        return stated / 100.0;
    }

    boolean flag(String key) {
        return asking(key).flag(key, false);
    }

    /** A document of the campaign, with a form or without. */
    String document(String key) {
        String id = text(key);
        require(context.documents().containsKey(id), key, "must be a document of the campaign, found \"" + id + "\"");
        return id;
    }

    /**
     * The key {@code scans}: from which confidence, in per cent, answers read on scans count, too; empty without it. A line
     * that looks at scans may only give hints.
     */
    Optional<Double> scans() {
        if (!asking("scans").has("scans")) {
            return Optional.empty();
        }
        onlyHints();
        return Optional.of(percent("scans"));
    }

    /** What is read from scans may only point a person somewhere. */
    void onlyHints() {
        require(
                severity().compareTo(Severity.WARN) >= 0,
                "severity",
                "must be warn or info: what is read from scans never decides alone");
    }

    int number(String key) {
        return asking(key).number(key);
    }

    List<String> texts(String key) {
        return asking(key).texts(key);
    }

    /** @param known what the texts may be; {@code what} names it in the mistake */
    Set<String> known(String key, String what, Predicate<String> known) {
        List<String> found = texts(key);
        for (String text : found) {
            if (!known.test(text)) {
                throw entry.wrong(key, "must be " + what + ", found \"" + text + "\"");
            }
        }
        return Set.copyOf(found);
    }

    LocalDate date(String key) {
        try {
            return LocalDate.parse(text(key));
        } catch (DateTimeParseException e) {
            throw entry.wrong(key, "must be a date like 2021-08-31, found \"" + text(key) + "\"");
        }
    }

    /** Patterns, any of which may match; matches nothing if the key is absent. */
    Pattern pattern(String key) {
        return pattern(asking(key), key);
    }

    static Pattern pattern(Entry entry, String key) {
        try {
            return Alternatives.patterns(entry.texts(key));
        } catch (PatternSyntaxException e) {
            throw entry.wrong(key, "must hold regular expressions: " + e.getDescription());
        }
    }

    void require(boolean condition, String key, String expected) {
        if (!condition) {
            throw entry.wrong(key, expected);
        }
    }

    String category(String key) {
        String id = text(key);
        require(isCategory(id), key, "must be a category of the campaign, found \"" + id + "\"");
        return id;
    }

    Stage stage(String key) {
        String id = text(key);
        return context.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> entry.wrong(key, "must be a stage of the campaign, found \"" + id + "\""));
    }

    String codeList(String key) {
        String id = text(key);
        require(
                context.codes().lists().containsKey(id),
                key,
                "must be a code list of the campaign, found \"" + id + "\"");
        return id;
    }

    String quota(String key) {
        String quota = text(key);
        require(
                context.units().stream().allMatch(unit -> unit.quotas().containsKey(quota)),
                key,
                "must be a quota that every unit has, found \"" + quota + "\"");
        return quota;
    }

    /** What stands between the items of a list in a sentence. */
    String join() {
        return String.join("", context.lexicon().words("value.join"));
    }

    /** The spelling of dates and times in sentences, a pattern of {@link DateTimeFormatter}. */
    DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(String.join("", context.lexicon().words(key)), context.locale());
    }

    /** A document that has a descriptor. */
    String form(String key) {
        String id = text(key);
        require(answers.descriptor(id).isPresent(), key, "must be a document with a form, found \"" + id + "\"");
        return id;
    }

    /** The field named under {@code key}; it must stand in a form of the scope. */
    String field(String key, Scope scope) {
        String name = text(key);
        require(hasField(scope.documents(), name), key, "must be a field of these documents, found \"" + name + "\"");
        return name;
    }

    /** The types of the fields the scope names. */
    Set<String> types(Scope scope) {
        return answers.descriptors()
                .filter(form -> scope.covers(form.document()))
                .flatMap(Line::specs)
                .filter(spec -> scope.fields().contains(spec.name()))
                .map(FieldSpec::type)
                .collect(Collectors.toUnmodifiableSet());
    }

    Scope scope() {
        Set<String> documents = known(
                "documents",
                "a document with a form",
                id -> answers.descriptor(id).isPresent());
        Predicate<String> isField = name -> hasField(documents, name);
        Set<String> fields = Stream.of("field", "fields")
                .flatMap(key -> known(key, "a field of these documents", isField).stream())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> except = known("except", "a field of these documents", isField);
        Set<String> category = known("category", "a category of the campaign", this::isCategory);
        return new Scope(answers, documents, fields, except, category.stream().findFirst());
    }

    /** The words of the line. Verifies that each message is there and uses only variables it will be given. */
    Words words(Variant... variants) {
        String id = entry.text("id");
        String message = optionalText("message").orElse(id);
        Map<String, Variant> all =
                Arrays.stream(variants).collect(Collectors.toUnmodifiableMap(Variant::name, Function.identity()));
        Set<String> wanted =
                known("outcomes", "one of " + all.keySet().stream().sorted().toList(), all::containsKey);
        Map<String, Variant> spoken = all.values().stream()
                .filter(variant -> wanted.isEmpty() || wanted.contains(variant.name()))
                .collect(Collectors.toUnmodifiableMap(Variant::name, Function.identity()));
        spoken.values().forEach(variant -> verify(Words.key(message, variant.name()), variant));
        Set<String> warned =
                known("warn", "one of " + spoken.keySet().stream().sorted().toList(), spoken::containsKey);
        return new Words(id, message, severity(), warned, spoken, values.discretion());
    }

    /** The text of a message that {@code key} calls for. */
    String message(String key, String message) {
        return context.messages()
                .find(message)
                .orElseThrow(() ->
                        entry.wrong(key, "needs the message \"" + message + "\", which the campaign's messages lack"));
    }

    /** Refuses the keys nobody asked for. */
    void finish() {
        entry.allowOnly(asked.toArray(String[]::new));
    }

    private Severity severity() {
        String name = text("severity");
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> entry.wrong("severity", "must be reject, return, warn or info, found \"" + name + "\""));
    }

    private void verify(String key, Variant variant) {
        Matcher variable = VARIABLE.matcher(message("id", key));
        while (variable.find()) {
            require(
                    variant.variables().contains(variable.group(1)),
                    "id",
                    "its message \"" + key + "\" may use "
                            + variant.variables().stream().sorted().toList() + ", not ${" + variable.group(1) + "}");
        }
    }

    private boolean isCategory(String id) {
        return context.categories().stream().anyMatch(category -> category.id().equals(id));
    }

    boolean hasField(Set<String> documents, String name) {
        return answers.descriptors()
                .filter(form -> documents.isEmpty() || documents.contains(form.document()))
                .flatMap(Line::specs)
                .anyMatch(spec -> spec.name().equals(name));
    }

    private static Stream<FieldSpec> specs(FormDescriptor form) {
        return Stream.of(
                        form.fields().stream(),
                        form.signatures().stream(),
                        form.blocks().stream().map(BlockSpec::columns).flatMap(List::stream))
                .flatMap(Function.identity());
    }
}
