package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleScan;
import org.mailroom.sender.Contact;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

/** The unit's first contact form comes from an address nobody knows (specification 3.6). */
class FirstContactTest {
    private static final Unit JIANGSU = FiledMails.unit("320000");
    private static final String DAY = "2021-08-12T08:05:00Z";
    private static final String STRANGER = "zhang@jiangsu.example";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void it_is_filed_and_its_addresses_are_provisional_until_a_person_confirms(TestDatabase database) {
        FiledMails desk = new FiledMails(database.fresh());

        long mail = desk.file(DAY, contactForm().attach("联系表.pdf", SampleScan.pdf("联系表", 1)));

        assertThat(desk.room.standings().matrix())
                .extracting(Standings.Cell::unit, Standings.Cell::stage)
                .containsExactly(tuple("320000", "S0"));
        assertThat(desk.contacts.of("320000"))
                .allSatisfy(contact -> {
                    assertThat(contact.state()).isEqualTo(Contact.State.PROVISIONAL);
                    assertThat(contact.source()).isEqualTo("contact form of mail " + mail);
                })
                .extracting(Contact::address)
                .contains(STRANGER, "office@example.gov.cn")
                .doesNotContain("rssrsc@cnipa.gov.cn");
        assertThat(desk.tasks("confirm-contact")).containsExactly("320000");
        assertThat(desk.tasks("unknown-sender")).isEmpty();
        assertThat(desk.tasks("received-unanswered")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void it_is_not_answered(TestDatabase database) {
        FiledMails desk = new FiledMails(database.fresh());

        desk.file(DAY, contactForm());

        assertThat(desk.jdbc
                        .sql("select count(*) from receipt_window")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_else_the_mail_holds_waits_for_a_person(TestDatabase database) {
        FiledMails desk = new FiledMails(database.fresh());

        desk.file(
                DAY,
                contactForm()
                        .attach(
                                "汇总表.docx",
                                Forms.summary(JIANGSU).collectives(1).docx()));

        assertThat(desk.room.standings().matrix())
                .extracting(Standings.Cell::stage)
                .containsExactly("S0");
        assertThat(desk.tasks("confirm-contact")).hasSize(1);
        assertThat(desk.tasks("unknown-sender")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_second_one_from_an_unregistered_address_waits_for_a_person(TestDatabase database) {
        FiledMails desk = new FiledMails(database.fresh());

        desk.file(DAY, contactForm());
        desk.file(DAY, contactForm().from("other@jiangsu.example"));

        assertThat(desk.contacts.at("other@jiangsu.example")).isEmpty();
        assertThat(desk.tasks("confirm-contact")).hasSize(1);
        assertThat(desk.tasks("unknown-sender")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_form_from_an_unregistered_address_waits_for_a_person(TestDatabase database) {
        FiledMails desk = new FiledMails(database.fresh());

        desk.file(
                DAY,
                MailBuilder.aMail()
                        .from(STRANGER)
                        .subject("江苏省报送材料")
                        .attach(
                                "汇总表.docx",
                                Forms.summary(JIANGSU).collectives(1).docx()));

        assertThat(desk.room.standings().matrix()).isEmpty();
        assertThat(desk.contacts.of("320000")).isEmpty();
        assertThat(desk.tasks("unknown-sender")).containsExactly("320000");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_form_that_does_not_name_the_unit_is_no_form_of_the_unit(TestDatabase database) {
        FiledMails desk = new FiledMails(database.fresh());

        desk.file(
                DAY,
                MailBuilder.aMail()
                        .from(STRANGER)
                        .subject("江苏省联系表")
                        .attach(
                                "联系表.docx",
                                Forms.contact(JIANGSU)
                                        .with("recommendingUnit", "")
                                        .docx()));

        assertThat(desk.contacts.of("320000")).isEmpty();
        assertThat(desk.tasks("unknown-sender")).containsExactly("320000");
    }

    private static MailBuilder contactForm() {
        return MailBuilder.aMail()
                .from(STRANGER, "张三")
                .subject("江苏省联系表")
                .attach("联系表.docx", Forms.contact(JIANGSU).docx());
    }
}
