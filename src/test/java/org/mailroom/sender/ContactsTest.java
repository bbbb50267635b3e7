package org.mailroom.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.sender.Contact.State.INVALID;
import static org.mailroom.sender.Contact.State.PROVISIONAL;
import static org.mailroom.sender.Contact.State.REGISTERED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class ContactsTest {
    private final Contacts contacts;

    ContactsTest(TestDatabase database) {
        contacts = new Contacts(JdbcClient.create(database.fresh()));
    }

    @Test
    void an_address_is_registered_once_a_unit_and_found_in_any_case() {
        assertThat(contacts.register(contact("320000", "Zhang@GOV.cn", REGISTERED)))
                .isTrue();
        assertThat(contacts.register(contact("320000", "zhang@gov.cn", PROVISIONAL)))
                .isFalse();
        assertThat(contacts.register(contact("330000", "zhang@gov.cn", PROVISIONAL)))
                .isTrue();

        assertThat(contacts.at("ZHANG@gov.cn"))
                .containsExactly(
                        contact("320000", "zhang@gov.cn", REGISTERED), contact("330000", "zhang@gov.cn", PROVISIONAL));
    }

    @Test
    void only_registered_addresses_of_a_unit_are_written_to() {
        contacts.register(contact("320000", "a@gov.cn", REGISTERED));
        contacts.register(contact("320000", "b@gov.cn", PROVISIONAL));
        contacts.register(contact("320000", "c@gov.cn", INVALID));

        assertThat(contacts.registeredOf("320000")).extracting(Contact::address).containsExactly("a@gov.cn");
        assertThat(contacts.of("320000")).hasSize(3);
    }

    @Test
    void a_state_changes_once() {
        contacts.register(contact("320000", "b@gov.cn", PROVISIONAL));

        assertThat(contacts.change("320000", "B@gov.cn", REGISTERED)).isTrue();
        assertThat(contacts.change("320000", "b@gov.cn", REGISTERED)).isFalse();
        assertThat(contacts.registeredOf("320000")).hasSize(1);
    }

    @Test
    void what_a_person_says_of_a_provisional_address_holds_and_an_invalid_one_stays_invalid() {
        contacts.register(contact("320000", "b@gov.cn", PROVISIONAL));
        contacts.register(contact("320000", "c@gov.cn", INVALID));

        contacts.confirm(contact("320000", "B@gov.cn", REGISTERED));
        contacts.confirm(contact("320000", "c@gov.cn", REGISTERED));

        assertThat(contacts.registeredOf("320000")).extracting(Contact::address).containsExactly("b@gov.cn");
    }

    @Test
    void an_address_is_masked_where_it_may_reach_a_log() {
        assertThat(contact("320000", "zhang@gov.cn", REGISTERED).toString()).isEqualTo("320000 z***@gov.cn REGISTERED");
    }

    private static Contact contact(String unit, String address, Contact.State state) {
        return new Contact(unit, address, "张三", state, "settings");
    }
}
