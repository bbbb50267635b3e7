package org.mailroom.sender;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.custody.Decisions;
import org.mailroom.custody.Decisions.About;
import org.mailroom.custody.Decisions.Case;
import org.mailroom.custody.Decisions.Not;
import org.mailroom.custody.Decisions.Outcome;
import org.mailroom.custody.Decisions.Question;
import org.mailroom.custody.Decisions.Taken;
import org.mailroom.custody.Tasks;
import org.mailroom.job.Jobs;
import org.mailroom.message.Address;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A door for people: addresses that nobody has vouched for, whether they wrote or a form named them. */
public final class Strangers {
    private static final int LONGEST = 320;
    private static final List<String> WAITING = List.of("unknown-sender", "confirm-contact");

    private final Campaign campaign;
    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Decisions decisions;
    private final Tasks tasks;
    private final Jobs jobs;
    private final Clock machine;

    public Strangers(Campaign campaign, JdbcClient jdbc, Decisions decisions, Tasks tasks, Jobs jobs, Clock machine) {
        this.campaign = campaign;
        this.jdbc = jdbc;
        this.contacts = new Contacts(jdbc);
        this.decisions = decisions;
        this.tasks = tasks;
        this.jobs = jobs;
        this.machine = machine;
    }

    /**
     * An address to decide upon.
     *
     * @param name as it calls itself; "" if it does not
     * @param proposed the unit that evidence or a form names, if any
     * @param mails ids of its mails that wait
     * @param seen the version to hand back with the decision
     */
    public record Stranger(String address, String name, Optional<String> proposed, List<Long> mails, String seen) {
        @Override
        public String toString() {
            return new Address(address, "").masked() + " " + proposed + " " + mails;
        }
    }

    private record Waiting(
            long mailId,
            @Nullable String senderName,
            @Nullable String unit) {}

    /** Every address that waits for a person: senders of waiting mails first, then whom forms name. */
    public List<Stranger> waiting() {
        Stream<String> senders = jdbc.sql("""
                        select lower(m.sender_address) from task t join mail m on m.id = t.mail_id
                         where t.kind = 'unknown-sender' and t.closed_at is null and m.sender_address is not null
                         group by lower(m.sender_address) order by min(t.id)""").query(String.class).list().stream();
        Stream<String> named = jdbc
                .sql("select address from contact where state = 'PROVISIONAL' order by id")
                .query(String.class)
                .list()
                .stream();
        return Stream.concat(senders, named).distinct().map(this::stranger).toList();
    }

    private Stranger stranger(String address) {
        List<Contact> known = contacts.at(address);
        List<Waiting> mails = mails(address);
        Optional<String> proposed = known.stream()
                .filter(contact -> contact.state() == Contact.State.PROVISIONAL)
                .map(Contact::unit)
                .findFirst()
                .or(() -> mails.stream()
                        .flatMap(mail -> Optional.ofNullable(mail.unit()).stream())
                        .findFirst());
        String name = Stream.concat(
                        mails.stream().flatMap(mail -> Optional.ofNullable(mail.senderName()).stream()),
                        known.stream().map(Contact::name))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return new Stranger(
                address, name, proposed, mails.stream().map(Waiting::mailId).toList(), seen(address));
    }

    /** The version of an address to decide upon. */
    public String seen(String address) {
        String one = Contacts.lower(address);
        return decisions.seen(subject(one), version(one));
    }

    /**
     * The address speaks for the unit from now on, and its waiting mails are read again as those of a known sender.
     *
     * @param alsoOther whether it may speak for this unit although it is registered for another
     */
    public Decided approve(String address, String unit, boolean alsoOther, String seen, By by) {
        String one = Contacts.lower(address);
        String asked = unit + "|" + alsoOther;
        return decisions.decide(new Case(
                new Question("CONTACT_APPROVED", subject(one), seen, by, asked, false),
                () -> locked(one),
                Optional::empty,
                decision -> approve(one, unit, alsoOther, by)));
    }

    private Outcome approve(String address, String unit, boolean alsoOther, By by) {
        if (campaign.unit(unit).isEmpty()) {
            return Not.because("unit-unknown");
        }
        if (!address.matches("[^\\s@<>,;]+@[^\\s@<>,;]+") || address.length() > LONGEST || isOurs(address)) {
            return Not.because("address-wrong");
        }
        Optional<Contact> other = contacts.at(address).stream()
                .filter(contact -> !contact.unit().equals(unit))
                .filter(contact ->
                        contact.state() == Contact.State.REGISTERED || contact.state() == Contact.State.INVALID)
                .findFirst();
        if (other.isPresent() && !alsoOther) {
            return new Not(new Decided.Refused(
                    "address-of-other-unit", Map.of("unit", name(other.get().unit()))));
        }
        List<Waiting> mails = mails(address);
        List<String> before = sources(address);
        contacts.decide(new Contact(unit, address, stranger(address).name(), Contact.State.REGISTERED, by.account()));
        // a form of another unit may have named it as well: decided with this
        contacts.at(address).stream()
                .filter(contact -> contact.state() == Contact.State.PROVISIONAL)
                .forEach(contact -> contacts.change(contact.unit(), address, Contact.State.REFUSED));
        for (Waiting mail : mails) {
            tasks.close("unknown-sender", "mail/" + mail.mailId());
            readAgain(mail.mailId());
        }
        settle(before);
        return taken(unit, address, mails);
    }

    /** The address does not speak for any unit; its waiting mails stay unanswered. A reason must be given. */
    public Decided refuse(String address, String seen, By by) {
        String one = Contacts.lower(address);
        return decisions.decide(new Case(
                new Question("CONTACT_REFUSED", subject(one), seen, by, "", true),
                () -> locked(one),
                Optional::empty,
                decision -> refuse(one)));
    }

    private Outcome refuse(String address) {
        List<Waiting> mails = mails(address);
        List<String> before = sources(address);
        List<Contact> proposed = contacts.at(address).stream()
                .filter(contact -> contact.state() == Contact.State.PROVISIONAL)
                .toList();
        if (mails.isEmpty() && proposed.isEmpty()) {
            return Not.because("nothing-waits");
        }
        proposed.forEach(contact -> contacts.change(contact.unit(), address, Contact.State.REFUSED));
        mails.forEach(mail -> tasks.close("unknown-sender", "mail/" + mail.mailId()));
        settle(before);
        return taken(proposed.isEmpty() ? null : proposed.get(0).unit(), address, mails);
    }

    /** The mail is filed as if its sender had been known when it came. */
    private void readAgain(long mailId) {
        int changed = jdbc.sql("update mail set state = 'STORED' where id = :id and state = 'FILED'")
                .param("id", mailId)
                .update();
        if (changed == 1) {
            jobs.schedule("read", Long.toString(mailId), machine.instant());
        }
    }

    /** Mails whose forms named the address: their task is done when nobody named in them waits any more. */
    private void settle(List<String> sources) {
        for (String source : sources) {
            String mail = source.substring(source.lastIndexOf(' ') + 1);
            boolean open = jdbc.sql("select count(*) from contact where source = :source and state = 'PROVISIONAL'")
                            .param("source", source)
                            .query(Integer.class)
                            .single()
                    > 0;
            if (!open) {
                tasks.close("confirm-contact", "mail/" + mail);
            }
        }
    }

    private List<String> sources(String address) {
        return contacts.at(address).stream()
                .filter(contact -> contact.state() == Contact.State.PROVISIONAL)
                .map(Contact::source)
                .toList();
    }

    /** Events know an address by the id of its entry, P8. */
    private Taken taken(@Nullable String unit, String address, List<Waiting> mails) {
        List<Long> ids = jdbc.sql("select id from contact where address = :address order by id")
                .param("address", address)
                .query(Long.class)
                .list();
        return new Taken(
                new About(unit, null, mails.isEmpty() ? null : mails.get(0).mailId()),
                Map.of(
                        "contacts",
                        ids,
                        "mails",
                        mails.stream().map(Waiting::mailId).toList()));
    }

    private List<Waiting> mails(String address) {
        return jdbc.sql("""
                        select distinct m.id as mail_id, m.sender_name, m.unit from task t join mail m on m.id = t.mail_id
                         where t.kind in (:kinds) and t.closed_at is null and lower(m.sender_address) = :address
                         order by m.id""")
                .param("kinds", WAITING)
                .param("address", address)
                .query(Waiting.class)
                .list();
    }

    private Optional<String> locked(String address) {
        decisions.alone("contacts");
        return Optional.of(version(address));
    }

    private String version(String address) {
        String known = contacts.at(address).stream()
                .map(contact -> contact.unit() + "=" + contact.state())
                .collect(Collectors.joining(","));
        return known + "|"
                + mails(address).stream()
                        .map(mail -> Long.toString(mail.mailId()))
                        .collect(Collectors.joining(","));
    }

    private boolean isOurs(String address) {
        return address.equals(Contacts.lower(campaign.office().mailbox()));
    }

    private String name(String unit) {
        return campaign.unit(unit).map(one -> one.name()).orElse(unit);
    }

    private static String subject(String address) {
        return "address/" + address;
    }
}
