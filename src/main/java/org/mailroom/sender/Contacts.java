package org.mailroom.sender;

import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registry: which addresses speak for which unit. Addresses are compared in lower case. */
public final class Contacts {
    private final JdbcClient jdbc;

    public Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every entry of an address, of whatever state; more than one if several units named it. */
    public List<Contact> at(String address) {
        return jdbc.sql("""
                select unit, address, coalesce(name, '') as name, state, source from contact
                 where address = :address order by id""")
                .param("address", lower(address))
                .query(Contact.class)
                .list();
    }

    /** The registered addresses of a unit, oldest entry first. */
    public List<Contact> registeredOf(String unit) {
        return jdbc.sql("""
                select unit, address, coalesce(name, '') as name, state, source from contact
                 where unit = :unit and state = 'REGISTERED' order by id""").param("unit", unit).query(Contact.class).list();
    }

    /** Every entry of a unit, of whatever state, oldest first. */
    public List<Contact> of(String unit) {
        return jdbc.sql("""
                select unit, address, coalesce(name, '') as name, state, source from contact
                 where unit = :unit order by id""").param("unit", unit).query(Contact.class).list();
    }

    /** Adds an entry unless the unit already has this address; an existing one stays as it is, whatever its state. */
    public boolean register(Contact contact) {
        return jdbc.sql("""
                        insert into contact (unit, address, name, state, source)
                        values (:unit, :address, :name, :state, :source) on conflict do nothing""")
                        .param("unit", contact.unit())
                        .param("address", lower(contact.address()))
                        .param("name", contact.name())
                        .param("state", contact.state().name())
                        .param("source", contact.source())
                        .update()
                == 1;
    }

    /** What a person says: adds the entry, and a provisional one becomes what he says. */
    public void confirm(Contact contact) {
        if (!register(contact)) {
            jdbc.sql("""
                            update contact set state = :state, source = :source
                             where unit = :unit and address = :address and state = 'PROVISIONAL'""")
                    .param("state", contact.state().name())
                    .param("source", contact.source())
                    .param("unit", contact.unit())
                    .param("address", lower(contact.address()))
                    .update();
        }
    }

    /** What a person decides of an address, whatever was known of it. */
    void decide(Contact contact) {
        if (!register(contact)) {
            jdbc.sql("update contact set state = :state, source = :source where unit = :unit and address = :address")
                    .param("state", contact.state().name())
                    .param("source", contact.source())
                    .param("unit", contact.unit())
                    .param("address", lower(contact.address()))
                    .update();
        }
    }

    /** Gives an existing entry another state; false if it has that state already or is not there. */
    public boolean change(String unit, String address, Contact.State state) {
        return jdbc.sql("""
                        update contact set state = :state
                         where unit = :unit and address = :address and state <> :state""")
                        .param("unit", unit)
                        .param("address", lower(address))
                        .param("state", state.name())
                        .update()
                == 1;
    }

    static String lower(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
