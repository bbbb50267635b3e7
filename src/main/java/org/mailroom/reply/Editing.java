package org.mailroom.reply;

import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.Decided;

/** A composed mail in other words: both bodies in step, looked at by the guard as any other. */
public final class Editing {
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 100_000;

    private final Campaign campaign;
    private final Composer composer;
    private final Guard guard;
    private final AnsweredMails mails;

    public Editing(Campaign campaign, Composer composer, Guard guard, AnsweredMails mails) {
        this.campaign = campaign;
        this.composer = composer;
        this.guard = guard;
        this.mails = mails;
    }

    /** Subject and plain text of a mail, for a person to change. */
    public record Words(String subject, String text) {}

    /** What came of the change. */
    public sealed interface Edited {}

    /** The mail as it would leave now. */
    public record Changed(Outgoing mail) implements Edited {}

    /** It must not leave like this. */
    public record Refused(Decided.Refused why) implements Edited {}

    public Words words(Outgoing mail) {
        Letter.Contents contents = Letter.read(mail.message());
        return new Words(contents.subject(), contents.text());
    }

    /** The mail with another subject and text; recipient, thread and Message-ID stay. */
    public Edited edit(Outgoing mail, Words words) {
        String subject = words.subject().strip();
        String text = words.text().replaceAll("\\R", "\n").stripTrailing() + "\n";
        Optional<Unit> unit = mail.unit().flatMap(campaign::unit);
        if (unit.isEmpty()) {
            return refused("draft-not-editable", Map.of());
        }
        if (subject.isEmpty() || text.isBlank()) {
            return refused("draft-empty", Map.of());
        }
        if (subject.length() > LONGEST_SUBJECT || text.length() > LONGEST_TEXT || subject.matches("(?s).*\\R.*")) {
            return refused("draft-too-long", Map.of("subject", LONGEST_SUBJECT, "text", LONGEST_TEXT));
        }
        Optional<String> number = mail.receiptNumber().filter(one -> !subject.contains(one));
        if (number.isPresent()) {
            return refused("draft-number-missing", Map.of("number", number.get()));
        }
        Outgoing changed = composer.edited(mail, subject, text);
        try {
            String code = unit.get().code();
            guard.check(changed, unit.get(), mails.nominees(code), mails.foreignNominees(code));
        } catch (WithheldException withheld) {
            return refused("guard-" + withheld.reason().key(), Map.of());
        }
        return new Changed(changed);
    }

    private static Edited refused(String reason, Map<String, Object> values) {
        return new Refused(new Decided.Refused(reason, values));
    }
}
