package org.mailroom.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Mails;
import org.mailroom.form.Field;
import org.mailroom.form.Form;
import org.mailroom.form.RecognisedMail;
import org.mailroom.message.Address;
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;

/**
 * The form by which a unit names its contacts, when it comes for the first time (specification 3.6). Whoever sends it is
 * unknown by nature; who it names is only proposed to a person.
 */
final class FirstContact {
    private static final int LONGEST = 320;

    private final Campaign campaign;
    private final Documents documents;
    private final Contacts contacts;
    private final Senders senders;
    private final Mails mails;

    FirstContact(Campaign campaign, Documents documents, Contacts contacts, Senders senders) {
        this.campaign = campaign;
        this.documents = documents;
        this.contacts = contacts;
        this.senders = senders;
        this.mails = new Mails(campaign.lexicon());
    }

    /** The document to file of this mail, if it holds the unit's first such form, and the form itself names the unit. */
    Optional<String> in(RecognisedMail mail, Unit unit) {
        return campaign.registry()
                .filter(document -> forms(mail, document).anyMatch(form -> isOf(unit, form)))
                .filter(document -> !documents.everFiled(unit.code(), document));
    }

    /**
     * Notes the sender and the addresses in the form as provisional; known ones stay as they are.
     *
     * @return how many are new
     */
    int propose(RecognisedMail mail, Unit unit, String document) {
        String source = "contact form of mail " + mail.mail().mail().stored().id();
        Stream<Address> sender = mail.mail().mail().from().stream();
        Stream<Address> named = forms(mail, document)
                .filter(form -> isOf(unit, form))
                .flatMap(form -> form.rows().stream())
                .filter(row -> row.block().equals("contacts"))
                .flatMap(row -> mails.among(List.of(text(row.field("mail")))).stream()
                        .map(address -> new Address(address, text(row.field("name")))));
        return (int) Stream.concat(sender, named)
                .filter(address -> address.address().length() <= LONGEST && !isOurs(address))
                .map(address -> new Contact(
                        unit.code(), address.address(), cut(address.name()), Contact.State.PROVISIONAL, source))
                .filter(contacts::register)
                .count();
    }

    private boolean isOurs(Address address) {
        return address.address()
                .toLowerCase(Locale.ROOT)
                .equals(campaign.office().mailbox().toLowerCase(Locale.ROOT));
    }

    private static Stream<Form> forms(RecognisedMail mail, String document) {
        return mail.files().stream()
                .flatMap(file -> file.forms().stream())
                .filter(form -> form.document().equals(document));
    }

    private boolean isOf(Unit unit, Form form) {
        return senders.ofForm(text(form.field("recommendingUnit"))).stream()
                .anyMatch(evidence -> evidence.score() > 0 && evidence.unit().equals(unit.code()));
    }

    private static String text(Optional<Field> field) {
        return field.map(Field::text).orElse("");
    }

    private static String cut(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
