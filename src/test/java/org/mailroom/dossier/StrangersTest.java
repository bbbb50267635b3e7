package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.sender.Contact;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

/** What people decide about addresses that nobody has vouched for. */
class StrangersTest {
    private static final Unit JIANGSU = FiledMails.unit("320000");
    private static final String DAY = "2021-08-27T01:00:00Z";
    private static final String STRANGER = "zhang@jiangsu.example";
    private static final By LI = new By("li", "", "已电话核实");
    private static final By WANG = new By("wang", "", "不认识");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void approved_his_waiting_mails_are_filed_as_if_he_had_been_known_and_wait_for_one_answer(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        long first = desk.file(DAY, summary());
        desk.file(DAY, summary().subject("江苏省报送材料（补充）"));
        assertThat(desk.strangers.waiting()).singleElement().satisfies(one -> {
            assertThat(one.address()).isEqualTo(STRANGER);
            assertThat(one.proposed()).contains("320000");
            assertThat(one.mails()).hasSize(2).contains(first);
        });
        String seen = desk.strangers.seen(STRANGER);

        assertThat(desk.strangers.approve(STRANGER, "320000", false, seen, LI)).isInstanceOf(Decided.Done.class);
        desk.readWaiting();

        assertThat(desk.state("320000", "S1")).isNotEqualTo("NOT_STARTED");
        assertThat(desk.count("receipt_window where state = 'OPEN'")).isEqualTo(1);
        assertThat(desk.count("window_mail")).isEqualTo(2);
        assertThat(desk.tasks("unknown-sender")).isEmpty();
        assertThat(desk.strangers.waiting()).isEmpty();
        assertThat(desk.jdbc
                        .sql("select details from event where kind = 'CONTACT_APPROVED'")
                        .query(String.class)
                        .single())
                .doesNotContain("zhang", "@");

        assertThat(desk.strangers.approve(STRANGER, "320000", false, seen, LI))
                .extracting("again")
                .isEqualTo(true);
        assertThat(desk.strangers.approve(STRANGER, "640000", false, seen, WANG))
                .extracting("by", "what")
                .containsExactly("li", "CONTACT_APPROVED");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void refused_his_mails_stay_unanswered_and_nothing_waits(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(DAY, summary());

        assertThat(desk.strangers.refuse(STRANGER, desk.strangers.seen(STRANGER), WANG))
                .isInstanceOf(Decided.Done.class);
        desk.readWaiting();

        assertThat(desk.tasks("unknown-sender")).isEmpty();
        assertThat(desk.contacts.at(STRANGER)).isEmpty();
        assertThat(desk.count("receipt_window")).isZero();
        assertThat(desk.strangers.refuse(STRANGER, desk.strangers.seen(STRANGER), LI))
                .isEqualTo(Decided.Refused.because("nothing-waits"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mail_that_came_meanwhile_makes_the_decision_stale(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(DAY, summary());
        String seen = desk.strangers.seen(STRANGER);
        desk.file(DAY, summary().subject("江苏省报送材料（补充）"));

        assertThat(desk.strangers.refuse(STRANGER, seen, WANG)).isInstanceOf(Decided.Stale.class);
        assertThat(desk.tasks("unknown-sender")).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_address_that_speaks_for_another_unit_is_registered_only_if_that_is_said(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        String address = desk.registered("640000");

        assertThat(desk.strangers.approve(address, "320000", false, desk.strangers.seen(address), LI))
                .isEqualTo(new Decided.Refused("address-of-other-unit", Map.of("unit", "宁夏回族自治区")));
        assertThat(desk.contacts.at(address)).hasSize(1);
        assertThat(desk.strangers.approve(address, "320000", true, desk.strangers.seen(address), LI))
                .isInstanceOf(Decided.Done.class);
        assertThat(desk.contacts.at(address)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void neither_our_own_mailbox_nor_what_is_no_address_nor_an_unknown_unit_is_registered(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());

        for (String address : List.of("rssrsc@cnipa.gov.cn", "nobody", "a@b.example, c@d.example")) {
            assertThat(desk.strangers.approve(address, "320000", false, desk.strangers.seen(address), LI))
                    .isEqualTo(Decided.Refused.because("address-wrong"));
        }
        assertThat(desk.strangers.approve("a@b.example", "990000", false, desk.strangers.seen("a@b.example"), LI))
                .isEqualTo(Decided.Refused.because("unit-unknown"));
        assertThat(desk.count("contact")).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_confirmed_contact_has_its_first_form_answered_and_filed_only_once(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(DAY, contactForm());
        long documents = desk.count("document");
        long parts = desk.count("part");
        List<String> proposed =
                desk.contacts.of("320000").stream().map(Contact::address).toList();
        assertThat(proposed).hasSizeGreaterThan(1);

        assertThat(desk.strangers.approve(STRANGER, "320000", false, desk.strangers.seen(STRANGER), LI))
                .isInstanceOf(Decided.Done.class);
        desk.readWaiting();
        assertThat(desk.tasks("confirm-contact")).as("the others wait").hasSize(1);
        for (String address : proposed) {
            if (!address.equals(STRANGER)) {
                assertThat(desk.strangers.refuse(address, desk.strangers.seen(address), LI))
                        .isInstanceOf(Decided.Done.class);
            }
        }

        assertThat(desk.tasks("confirm-contact")).isEmpty();
        assertThat(desk.count("document")).isEqualTo(documents);
        assertThat(desk.count("part")).isEqualTo(parts);
        assertThat(desk.count("receipt_window where state = 'OPEN'")).isEqualTo(1);
        assertThat(desk.contacts.registeredOf("320000"))
                .extracting(Contact::address)
                .containsExactly(STRANGER);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refused_contact_is_no_evidence_when_it_writes(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(DAY, contactForm());
        desk.strangers.refuse(STRANGER, desk.strangers.seen(STRANGER), WANG);

        desk.file(DAY, summary());

        assertThat(desk.state("320000", "S1")).isEqualTo("NOT_STARTED");
        assertThat(desk.tasks("unknown-sender")).containsExactly("320000");
    }

    private static MailBuilder summary() {
        return MailBuilder.aMail()
                .from(STRANGER)
                .subject("江苏省报送材料")
                .attach("汇总表.docx", Forms.summary(JIANGSU).collectives(1).docx());
    }

    private static MailBuilder contactForm() {
        return MailBuilder.aMail()
                .from(STRANGER, "张三")
                .subject("江苏省联系表")
                .attach("联系表.docx", Forms.contact(JIANGSU).docx());
    }
}
