package org.mailroom.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/**
 * What kind of mail it is. Where it is doubtful, whatever carries material is a submission: a mail read in vain costs
 * nothing, an unread one costs a unit its place.
 */
final class Sorting {
    private static final List<String> COMMANDS = List.of("precheck", "status", "blank-forms");
    private static final Set<String> MAY_BE_A_PERSON = Set.of("1 no-sender", "9 suppress");
    private static final Pattern DAEMON = Pattern.compile("mailer-?daemon|postmaster");
    private static final Pattern NOT_A_WORD = Pattern.compile("^[^\\p{L}\\p{N}]+");

    private final Map<String, Patterns> commands = new LinkedHashMap<>();
    private final Patterns bounceSubjects;
    private final Patterns bounceText;
    private final Patterns objections;
    private final Patterns objectionText;
    private final SecretMarks secretMarks;

    Sorting(Lexicon lexicon) {
        bounceSubjects = Patterns.of(lexicon, "mail.bounce-subjects");
        bounceText = Patterns.of(lexicon, "mail.bounce-text");
        objections = Patterns.of(lexicon, "mail.objections");
        objectionText = Patterns.of(lexicon, "mail.objection-text");
        secretMarks = new SecretMarks(lexicon);
        COMMANDS.forEach(command -> commands.put(command, Patterns.of(lexicon, "mail.command." + command)));
    }

    MailClass sort(Letter letter, MayAnswer mayAnswer) {
        if (isMarked(letter)) {
            return MailClass.RESTRICTED;
        }
        if (isBounce(letter)) {
            return MailClass.BOUNCE;
        }
        if (isAutomatic(letter, mayAnswer)) {
            return MailClass.AUTOMATIC;
        }
        if (isObjection(letter)) {
            return MailClass.OBJECTION;
        }
        if (command(letter).isPresent()) {
            return MailClass.COMMAND;
        }
        if (letter.material()) {
            return MailClass.SUBMISSION;
        }
        return letter.text().isBlank() && letter.topic().isBlank() ? MailClass.UNKNOWN : MailClass.INQUIRY;
    }

    /** The key of the command that begins the subject; status and blank-forms are none if something is attached. */
    Optional<String> command(Letter letter) {
        String topic = NOT_A_WORD.matcher(letter.topic()).replaceFirst("");
        return commands.entrySet().stream()
                .filter(command -> command.getValue().find(topic))
                .map(Map.Entry::getKey)
                .filter(command -> command.equals("precheck") || !letter.material())
                .findFirst();
    }

    private boolean isBounce(Letter letter) {
        boolean fromDaemon = letter.from().stream()
                .map(from -> from.address().substring(0, from.address().lastIndexOf('@')))
                .anyMatch(
                        local -> DAEMON.matcher(local.toLowerCase(Locale.ROOT)).matches());
        boolean words = bounceSubjects.find(letter.subject()) || bounceText.find(letter.text());
        return letter.isReport("delivery-status")
                || letter.headers().has("x-failed-recipients")
                || fromDaemon
                || words && (letter.hasNullReturnPath() || !letter.material());
    }

    private static boolean isAutomatic(Letter letter, MayAnswer mayAnswer) {
        if (!(mayAnswer instanceof MayAnswer.No no)) {
            return false;
        }
        boolean always = no.reason().startsWith("2 ") || no.reason().equals("3 loop-mark");
        return always || !letter.material() && !MAY_BE_A_PERSON.contains(no.reason());
    }

    private boolean isMarked(Letter letter) {
        return secretMarks.in(letter.subject())
                || secretMarks.in(letter.text())
                || letter.fileNames().stream().anyMatch(secretMarks::in);
    }

    private boolean isObjection(Letter letter) {
        return objections.find(letter.topic())
                || letter.fileNames().stream().anyMatch(objections::find)
                || objectionText.find(letter.text());
    }
}
