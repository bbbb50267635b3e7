package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.check.Severity;
import org.mailroom.message.MailClass;
import org.mailroom.reply.Kind;
import org.mailroom.reply.OutboxState;
import org.mailroom.reply.WithheldException;
import org.mailroom.sender.Contact;

/** Nobody reads a bare key: whatever the program speaks of has its word, in both languages. */
class DeskWordsTest {
    /** Written like kinds of events, but settings, states and kinds of other things. */
    private static final Set<String> NO_EVENTS = Set.of(
            "MAILROOM_HOME",
            "LC_ALL",
            "LC_CTYPE",
            "MALLOC_ARENA_MAX",
            "TABLE_NAME",
            "END_OF_DAY",
            "FETCH_FAILED",
            "NOT_STARTED",
            "FR_REVIEW",
            "FR_FAILED");

    private final Map<String, String> english = bundle("desk-words");
    private final SpokenKinds spoken = new SpokenKinds();

    @ParameterizedTest
    @ValueSource(strings = {"desk-words", "ledger-words"})
    void both_languages_have_the_same_words_with_the_same_arguments(String name) {
        Map<String, String> one = bundle(name);
        Map<String, String> other = bundle(name + "_zh");

        assertThat(one).isNotEmpty();
        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((key, word) -> assertThat(arguments(other.get(key))).as(key).isEqualTo(arguments(word)));
        assertThat(Stream.of(one, other).flatMap(words -> words.values().stream()))
                .noneMatch(String::isBlank)
                .as("an apostrophe would swallow the arguments after it")
                .noneMatch(word -> word.contains("'"));
    }

    @Test
    void every_kind_of_event_has_its_word() {
        Set<String> kinds = spoken.inCapitals();

        assertThat(kinds).as("no exception is left that nobody needs").containsAll(NO_EVENTS);
        kinds.removeAll(NO_EVENTS);
        assertThat(kinds).contains("MAIL_KEPT", "DOCUMENT_REPLACED", "ACCOUNT_UNLOCKED", "DIGEST_COMPOSED");
        assertThat(missing(keys("event.", kinds))).isEmpty();
    }

    @Test
    void every_kind_of_task_has_its_word() {
        Set<String> kinds = spoken.tasks();

        assertThat(kinds)
                .contains("unknown-sender", "objection", "late-submission", "smtp-login", "calendar-unverified")
                // said of a mail that is set aside without a task
                .contains("automatic");
        kinds.remove("automatic");
        assertThat(missing(keys("task.", kinds))).isEmpty();
        assertThat(spoken.unresolved())
                .as("only helpers, whose callers are read too")
                .allMatch(argument -> argument.matches(".*: (String kind|String why|kind|why|aside\\.get\\(\\))"));
    }

    @Test
    void every_reason_of_a_refusal_has_its_word() {
        assertThat(spoken.refusals()).contains("reason-missing", "calendar-unknown");
        assertThat(missing(keys("refused.", spoken.refusals()))).isEmpty();
        for (WithheldException.Reason reason : WithheldException.Reason.values()) {
            assertThat(missing(List.of("withheld." + reason.key(), "refused.guard-" + reason.key())))
                    .isEmpty();
        }
    }

    @Test
    void every_mail_we_send_and_every_state_has_its_word() {
        List<String> mails = Stream.concat(Arrays.stream(Kind.values()).map(Kind::key), Stream.of("digest"))
                .toList();

        assertThat(missing(keys("outgoing.", mails))).isEmpty();
        assertThat(missing(keys("outbox.", names(OutboxState.values())))).isEmpty();
        assertThat(missing(keys("class.", names(MailClass.values())))).isEmpty();
        assertThat(missing(keys("contact.", names(Contact.State.values())))).isEmpty();
        assertThat(missing(keys("severity.", names(Severity.values())))).isEmpty();
        assertThat(missing(keys("role.", names(Role.values())))).isEmpty();
        assertThat(missing(keys("account.", names(Accounts.Outcome.values())))).isEmpty();
    }

    @Test
    void every_word_a_page_asks_for_is_there() {
        Set<String> whole = SpokenKinds.inTemplates("words\\.of\\(\"([^\"]+)\"(?!\\s*\\+)");
        Set<String> begun = SpokenKinds.inTemplates("words\\.(?:of|has)\\(\"([^\"]+)\"\\s*\\+");

        assertThat(whole).hasSizeGreaterThan(100);
        assertThat(missing(whole)).isEmpty();
        assertThat(begun)
                .isNotEmpty()
                .allMatch(start -> english.keySet().stream().anyMatch(key -> key.startsWith(start)));
        assertThat(missing(spoken.asked("desk", "words.of")))
                .as("the words of the command line are a bundle of their own")
                .isSubsetOf(bundle("command-words").keySet());
    }

    @Test
    void every_line_of_the_demonstration_is_there() {
        Set<String> lines = new TreeSet<>(spoken.asked("demo/Narration.java", "of"));
        lines.addAll(spoken.asked("demo", "words.of"));

        assertThat(lines).contains("step", "postedAt", "clock");
        assertThat(missing(keys("demo.", lines))).isEmpty();
    }

    @Test
    void every_word_of_the_ledger_is_there() {
        Set<String> words = spoken.asked("agenda", "word");

        assertThat(words).contains("stages", "documents", "tasks");
        assertThat(keys("ledger.", words)).isSubsetOf(bundle("ledger-words").keySet());
    }

    private List<String> missing(Collection<String> keys) {
        return keys.stream().filter(key -> !english.containsKey(key)).toList();
    }

    private static List<String> keys(String prefix, Collection<String> names) {
        return names.stream().map(name -> prefix + name).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** The numbers of a word's arguments. */
    private static Set<String> arguments(String word) {
        return Pattern.compile("\\{(\\d+)[^}]*}")
                .matcher(word)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> bundle(String name) {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources", name + ".properties"))) {
            words.load(file);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
        Map<String, String> all = new TreeMap<>();
        words.stringPropertyNames().forEach(key -> all.put(key, words.getProperty(key)));
        return all;
    }
}
