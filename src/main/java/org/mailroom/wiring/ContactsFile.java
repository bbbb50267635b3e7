package org.mailroom.wiring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.campaign.Entry;
import org.mailroom.sender.Contact;

/** The file of registered addresses that {@code mailroom.contacts} names. */
final class ContactsFile {
    private ContactsFile() {}

    /** @throws org.mailroom.campaign.CampaignException naming file and line of the first mistake */
    static List<Contact> read(Path file, Campaign campaign) {
        Entry root = new CampaignLoader().file(file.resolveSibling(""), String.valueOf(file.getFileName()));
        root.allowOnly("contacts");
        List<Contact> contacts = new ArrayList<>();
        for (Entry entry : root.entries("contacts")) {
            entry.allowOnly("unit", "address", "name");
            if (campaign.unit(entry.text("unit")).isEmpty()) {
                throw entry.wrong("unit", "must be the code of a unit in units.yaml");
            }
            if (!entry.text("address").matches("[^@\\s]+@[^@\\s]+")) {
                throw entry.wrong("address", "must be a mail address");
            }
            contacts.add(new Contact(
                    entry.text("unit"),
                    entry.text("address"),
                    entry.optionalText("name").orElse(""),
                    Contact.State.REGISTERED,
                    "settings"));
        }
        return contacts;
    }
}
