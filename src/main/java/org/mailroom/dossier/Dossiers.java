package org.mailroom.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.form.Field;
import org.mailroom.form.RecognisedMail;
import org.mailroom.message.MailClass;
import org.mailroom.message.OpenedMail;
import org.mailroom.message.SecretMarks;
import org.mailroom.reading.Reading;
import org.mailroom.reading.Sheet;
import org.mailroom.sender.Evidence;
import org.mailroom.sender.Senders;
import org.mailroom.sender.Spoken;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's door: files a recognised mail, in one transaction with its events, its window and its state. */
public final class Dossiers {
    private static final String UNKNOWN_SENDER = "unknown-sender";
    private static final String RESTRICTED = "restricted";

    private final Campaign campaign;
    private final TransactionTemplate transaction;
    private final Filing filing;
    private final MailRows mails;
    private final LinkRows links;
    private final FirstContact firstContact;
    private final Senders senders;
    private final Tasks tasks;
    private final EventLog events;
    private final SecretMarks secretMarks;

    Dossiers(
            Campaign campaign,
            TransactionTemplate transaction,
            Filing filing,
            MailRows mails,
            LinkRows links,
            FirstContact firstContact,
            Senders senders,
            Tasks tasks,
            EventLog events) {
        this.campaign = campaign;
        this.transaction = transaction;
        this.filing = filing;
        this.mails = mails;
        this.links = links;
        this.firstContact = firstContact;
        this.senders = senders;
        this.tasks = tasks;
        this.events = events;
        this.secretMarks = new SecretMarks(campaign.lexicon());
    }

    /** Files the mail; a repeat of the same job finds it filed and does nothing. */
    public void file(RecognisedMail mail) {
        transaction.executeWithoutResult(status -> {
            if (mails.claim(mail.mail().mail().stored().id())) {
                fileClaimed(mail);
            }
        });
    }

    private void fileClaimed(RecognisedMail mail) {
        OpenedMail opened = mail.mail().mail();
        long id = opened.stored().id();
        List<Evidence> evidence = evidence(mail);
        Optional<Unit> assigned = mails.assignedUnit(id).flatMap(campaign::unit);
        Spoken spoken = assigned.map(one -> byPerson(one, evidence)).orElseGet(() -> senders.decide(evidence));
        Optional<Unit> unit = spoken.known();
        // A person who gives a marked mail to its unit has looked at it.
        boolean marked = assigned.isEmpty() && isMarked(mail);
        mails.filed(opened, marked, unit.map(Unit::code), spoken.evidence());
        if (!marked) {
            opened.links().forEach(link -> links.add(id, link));
        }

        if (opened.stored().duplicateOf().isPresent()) {
            note(
                    "COPY_SEEN",
                    unit,
                    id,
                    Map.of("of", opened.stored().duplicateOf().get()));
            return;
        }
        boolean forms = mail.files().stream().anyMatch(file -> !file.forms().isEmpty());
        boolean answerable = opened.mayAnswer().given(forms);
        boolean registered = spoken instanceof Spoken.Known known && known.registered();
        Optional<String> aside = assigned.isPresent()
                ? Optional.empty()
                : marked ? Optional.of(RESTRICTED) : aside(opened, forms, answerable, registered);
        Optional<String> contactForm =
                aside.filter(UNKNOWN_SENDER::equals).flatMap(why -> unit.flatMap(one -> firstContact.in(mail, one)));
        if (contactForm.isPresent()) {
            fileFirstContact(mail, unit.orElseThrow(), contactForm.get());
        } else if (aside.isPresent()) {
            setAside(aside.get(), opened, unit);
        } else {
            filing.file(mail, unit.orElseThrow(), answerable);
            note(
                    "MAIL_FILED",
                    unit,
                    id,
                    Map.of(
                            "files", mail.files().size(),
                            "answerable", answerable,
                            "designated", toDesignatedMailbox(opened)));
            if (!answerable) {
                tasks.open("received-unanswered", "mail/" + id, unit.get().code(), null, id, Map.of());
            }
        }
    }

    private static Spoken byPerson(Unit unit, List<Evidence> evidence) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(new Evidence(unit.code(), 100, Evidence.PERSON, ""));
        return new Spoken.Known(unit, true, all);
    }

    /** Only the form that names the unit's contacts, with its scan; what else the mail holds waits for a person. */
    private void fileFirstContact(RecognisedMail mail, Unit unit, String document) {
        long id = mail.mail().mail().stored().id();
        int left = filing.fileOnly(document, mail, unit);
        int proposed = firstContact.propose(mail, unit, document);
        Map<String, Object> details = Map.of("contacts", proposed, "leftOut", left);
        note("FIRST_CONTACT_FILED", Optional.of(unit), id, details);
        tasks.open("confirm-contact", "mail/" + id, unit.code(), null, id, details);
        if (left > 0) {
            setAside(UNKNOWN_SENDER, mail.mail().mail(), Optional.of(unit));
        }
    }

    /** Why a mail is not filed; empty if it is. Whatever is set aside is shown to a person, but for automatic mail. */
    private static Optional<String> aside(OpenedMail mail, boolean forms, boolean answerable, boolean registered) {
        MailClass type = mail.mailClass();
        if (type == MailClass.OBJECTION || type == MailClass.COMMAND) {
            return Optional.of(type == MailClass.OBJECTION ? "objection" : "command");
        }
        if (registered && forms) {
            return Optional.empty();
        }
        if (type == MailClass.BOUNCE) {
            return Optional.of("bounce");
        }
        if (type == MailClass.AUTOMATIC || !answerable) {
            return Optional.of("automatic");
        }
        if (!registered) {
            return Optional.of(UNKNOWN_SENDER);
        }
        return mail.parts().isEmpty() && mail.links().isEmpty() ? Optional.of("inquiry") : Optional.empty();
    }

    /** Whether a mark of secrecy stands in the mail, in a file's name, or in what could be read of a file. */
    private boolean isMarked(RecognisedMail mail) {
        return mail.mail().mail().mailClass() == MailClass.RESTRICTED
                || mail.files().stream()
                        .anyMatch(file -> secretMarks.in(file.file().name())
                                || isMarked(file.file().reading()));
    }

    private boolean isMarked(Reading reading) {
        if (reading instanceof Reading.Readable readable) {
            return readable.sheet().blocks().stream().anyMatch(this::isMarked);
        }
        return reading instanceof Reading.Scan scan
                && scan.pages().stream()
                        .flatMap(page -> page.lines().stream())
                        .anyMatch(line -> secretMarks.in(line.text()));
    }

    private boolean isMarked(Sheet.Block block) {
        return block instanceof Sheet.Paragraph paragraph && secretMarks.in(paragraph.text())
                || block instanceof Sheet.Table table
                        && table.cells().stream().anyMatch(cell -> secretMarks.in(cell.text()));
    }

    /** Whether the office's mailbox is among the recipients; a mail that came another way is handled the same. */
    private boolean toDesignatedMailbox(OpenedMail mail) {
        return mail.recipients().stream()
                .anyMatch(recipient ->
                        recipient.address().equalsIgnoreCase(campaign.office().mailbox()));
    }

    private void setAside(String why, OpenedMail mail, Optional<Unit> unit) {
        long id = mail.stored().id();
        note("MAIL_SET_ASIDE", unit, id, Map.of("why", why));
        if (!why.equals("automatic")) {
            tasks.open(why, "mail/" + id, unit.map(Unit::code).orElse(null), null, id, Map.of());
        }
    }

    /** What mail, registry and forms say of the sender; the forms speak through the field of the recommending unit. */
    private List<Evidence> evidence(RecognisedMail mail) {
        List<Evidence> evidence = new ArrayList<>(mail.mail().evidence());
        mail.files().stream()
                .flatMap(file -> file.forms().stream())
                .map(form -> form.field("recommendingUnit").map(Field::text).orElse(""))
                .filter(text -> !text.isBlank())
                .distinct()
                .forEach(text -> senders.ofForm(text).ifPresent(evidence::add));
        return evidence;
    }

    private void note(String kind, Optional<Unit> unit, long mailId, Map<String, Object> details) {
        events.append(kind, "mail", unit.map(Unit::code).orElse(null), null, mailId, details);
    }
}
