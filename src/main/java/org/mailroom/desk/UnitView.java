package org.mailroom.desk;

import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;

/** A unit: its stages, contacts, mails, answers and what waits for a person. */
final class UnitView {
    private final Campaign campaign;
    private final Overview overview;
    private final Contacts contacts;
    private final Rows rows;
    private final Masking masking;

    UnitView(Campaign campaign, Overview overview, Contacts contacts, Rows rows, Masking masking) {
        this.campaign = campaign;
        this.overview = overview;
        this.contacts = contacts;
        this.rows = rows;
        this.masking = masking;
    }

    public record ContactLine(String address, String name, String state, String source) {}

    public record QuotaLine(String name, int places) {}

    public record Page(
            Unit unit,
            List<Overview.StageLine> stages,
            List<Overview.CellLine> cells,
            List<QuotaLine> quotas,
            List<ContactLine> contacts,
            List<Rows.MailLine> mails,
            List<Rows.OutboxLine> outbox,
            List<Rows.TaskLine> tasks) {}

    /** @param names whether persons and mails may be shown */
    Optional<Page> page(String code, boolean names) {
        return campaign.unit(code).map(unit -> {
            Overview.Page whole = overview.page();
            return new Page(
                    unit,
                    whole.stages(),
                    whole.units().stream()
                            .filter(line -> line.code().equals(code))
                            .flatMap(line -> line.cells().stream())
                            .toList(),
                    campaign.categories().stream()
                            .map(category ->
                                    new QuotaLine(category.name(), unit.quotas().getOrDefault(category.quota(), 0)))
                            .toList(),
                    contacts.of(code).stream()
                            .map(contact -> contact(contact, names))
                            .toList(),
                    names ? rows.mailsOfUnit(code) : List.of(),
                    names ? rows.outboxOfUnit(code) : List.of(),
                    names ? rows.tasksOfUnit(code) : List.of());
        });
    }

    private ContactLine contact(Contact contact, boolean names) {
        return new ContactLine(
                names ? masking.numbers(contact.address()) : Masking.addresses(contact.address()),
                names ? masking.numbers(contact.name()) : "",
                contact.state().name(),
                masking.numbers(contact.source()));
    }
}
