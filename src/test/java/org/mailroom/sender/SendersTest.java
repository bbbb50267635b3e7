package org.mailroom.sender;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.MailBuilder.aMail;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.StoredMail;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OpenedMail;
import org.mailroom.message.OurMark;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which unit speaks, with the campaign's own units and words; specification 4.3, acceptance check 6. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class SendersTest {
    private static final byte[] DOCX = "x".getBytes(UTF_8);

    private static Campaign campaign;

    private final Contacts contacts;
    private final Senders senders;

    SendersTest(TestDatabase database) {
        contacts = new Contacts(JdbcClient.create(database.fresh()));
        senders = new Senders(contacts, campaign.units(), campaign.collisions(), campaign.lexicon());
    }

    @BeforeAll
    static void takes_the_campaign_as_it_is() {
        campaign = Campaigns.chinese();
    }

    @Test
    void a_registered_address_speaks_for_its_unit() {
        contacts.register(new Contact("320000", "zhang@163.com", "张三", Contact.State.REGISTERED, "settings"));

        Spoken spoken = decide(aMail().from("Zhang@163.com").subject("报送材料"));

        assertThat(spoken).isInstanceOfSatisfying(Spoken.Known.class, known -> {
            assertThat(known.unit().code()).isEqualTo("320000");
            assertThat(known.registered()).isTrue();
            assertThat(known.evidence()).extracting(Evidence::text).containsExactly("Z***@163.com");
        });
    }

    @Test
    void a_provisional_address_is_no_evidence() {
        contacts.register(new Contact("320000", "z@163.com", "", Contact.State.PROVISIONAL, "contact form of mail 1"));

        assertThat(decide(aMail().from("z@163.com").subject("报送材料")))
                .isEqualTo(new Spoken.Doubtful("no-evidence", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "关于报送初审材料的函（江苏）, 320000",
        "【宁夏】联系表, 640000",
        "新疆兵团初审材料, 660000",
        "新疆生产建设兵团评选机构报送材料, 660000",
        "新疆初审材料, 650000",
        "内蒙古自治区推荐材料, 150000",
        "广西区初审材料, 450000",
        "吉林省推荐材料, 220000",
        "江 苏 省 初 审 材 料, 320000",
        "山西省市场监督管理局报送材料, 140000",
        "陕西省报送材料, 610000",
        "苏知发〔2021〕5号 关于报送材料的函, 320000",
        "新兵人社〔2021〕5号, 660000",
        "新人社函〔2021〕5号, 650000",
        "黔知办[2021]5号 材料, 520000",
    })
    void a_subject_names_its_unit(String subject, String unit) {
        assertThat(decide(aMail().from("a@163.com").subject(subject)).known().map(Unit::code))
                .contains(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "海南州推荐材料", "海南藏族自治州推荐材料", "海南区推荐材料", "河南县材料", "河南蒙古族自治县材料", "吉林市材料",
                "上海路派出所", "陕西南路材料", "四川北路12号", "上海大学推荐材料", "浙江工业大学材料", "河北区知识产权局",
                "国家知识产权局通知", "贵单位材料", "云材料", "新材料产业推荐", "关于贵省材料", "材料（见苏知发〔2021〕5号）",
                "通讯地址：江苏省南京市汉中路145号"
            })
    void a_place_a_street_a_school_or_a_single_character_names_no_unit(String subject) {
        assertThat(identify(aMail().from("a@163.com").subject(subject)))
                .as(subject)
                .noneMatch(evidence -> evidence.score() >= 50);
    }

    @Test
    void Xinjiang_corps_is_not_Xinjiang_and_Hainan_prefecture_is_not_Hainan_and_Shanghai_road_is_not_Shanghai() {
        assertThat(identify(aMail().from("a@163.com").subject("新疆兵团材料")))
                .extracting(Evidence::unit)
                .containsOnly("660000");
        assertThat(identify(aMail().from("a@163.com").subject("青海省海南州材料")))
                .extracting(Evidence::unit)
                .containsOnly("630000");
        assertThat(identify(aMail().from("a@163.com").subject("江苏省南京市上海路")))
                .extracting(Evidence::unit)
                .containsOnly("320000");
    }

    @Test
    void names_in_quoted_mails_and_in_our_own_signature_are_no_evidence() {
        assertThat(identify(aMail().from("a@163.com")
                        .subject("回复: 材料")
                        .text("收到。\n北京市海淀区西土城路6号\n国家知识产权局人事司人事处\n"
                                + "------------------ 原始邮件 ------------------\n发件人: x\n浙江省知识产权局")))
                .isEmpty();
    }

    @Test
    void the_sender_s_own_signature_is_weak_evidence() {
        List<Evidence> evidence =
                identify(aMail().from("a@163.com", "李四").subject("报送材料").text("请查收。\n\n李四\n湖北省知识产权局\n武汉市洪山区公正路8号"));

        assertThat(evidence).containsExactly(new Evidence("420000", 50, Evidence.SIGNATURE, "湖北省知识产权局"));
        assertThat(senders.decide(evidence)).isEqualTo(new Spoken.Doubtful("weak", evidence));
    }

    @Test
    void attachment_names_and_domain_count_less_than_the_subject() {
        List<Evidence> evidence =
                identify(aMail().from("a@mail.jiangsu.gov.cn").subject("报送材料").attach("江苏省推荐对象汇总表.docx", DOCX));

        assertThat(evidence).extracting(Evidence::score).containsExactly(60, 20);
        assertThat(senders.decide(evidence).known().map(Unit::code)).contains("320000");
    }

    @ParameterizedTest
    @CsvSource({"a@shaanxi.gov.cn, 610000", "a@shanxi.gov.cn, 140000", "a@x.nx.gov.cn, 640000"})
    void domains_are_told_apart_to_the_letter(String address, String unit) {
        assertThat(identify(aMail().from(address).subject("材料")))
                .containsExactly(new Evidence(unit, 20, Evidence.DOMAIN, address.replaceAll(".*@(x\\.)?", "")));
    }

    @Test
    void two_units_that_are_nearly_as_likely_are_a_person_s_case() {
        assertThat(decide(aMail().from("a@163.com").subject("江苏、浙江材料")))
                .isInstanceOfSatisfying(
                        Spoken.Doubtful.class,
                        doubtful -> assertThat(doubtful.reason()).isEqualTo("ambiguous"));
        assertThat(decide(aMail().from("a@163.com", "浙江省知识产权局").subject("江苏材料"))
                        .known()
                        .map(Unit::code))
                .as("70 against 50")
                .contains("320000");
    }

    @Test
    void a_registered_address_against_the_unit_of_a_form_is_always_a_person_s_case() {
        contacts.register(new Contact("320000", "z@163.com", "", Contact.State.REGISTERED, "settings"));
        List<Evidence> evidence = new ArrayList<>(identify(aMail().from("z@163.com")));
        evidence.add(senders.ofForm("浙江省").orElseThrow());

        assertThat(senders.decide(evidence)).isEqualTo(new Spoken.Doubtful("address-and-form-differ", evidence));
    }

    @Test
    void a_form_says_its_unit() {
        assertThat(senders.ofForm("新疆兵团")).contains(new Evidence("660000", 90, Evidence.FORM, "新疆兵团"));
        assertThat(senders.ofForm("江苏、浙江")).isEmpty();
        assertThat(senders.ofForm("")).isEmpty();
    }

    @Test
    void R_11_a_sub_provincial_city_that_writes_itself_is_a_person_s_case_and_its_province_is_known() {
        Spoken spoken = decide(aMail().from("a@163.com", "南京市知识产权局").subject("南京市推荐材料"));

        assertThat(spoken).isInstanceOfSatisfying(Spoken.Doubtful.class, doubtful -> {
            assertThat(doubtful.reason()).isEqualTo("city");
            assertThat(doubtful.evidence()).contains(new Evidence("320000", 0, Evidence.CITY, "南京市"));
        });
    }

    @Test
    void R_11_a_city_cannot_speak_for_its_province_by_naming_it_in_the_forms() {
        List<Evidence> evidence =
                new ArrayList<>(identify(aMail().from("a@163.com", "深圳市市场监督管理局").subject("材料")));
        evidence.add(senders.ofForm("广东省").orElseThrow());

        assertThat(senders.decide(evidence)).isEqualTo(new Spoken.Doubtful("city", evidence));
    }

    @Test
    void R_11_a_nominee_of_such_a_city_does_not_hide_the_province() {
        assertThat(decide(aMail().from("a@163.com", "江苏省知识产权局")
                                .subject("江苏省初审材料")
                                .attach("先进集体_南京市知识产权局.docx", DOCX))
                        .known()
                        .map(Unit::code))
                .contains("320000");
    }

    private Spoken decide(MailBuilder mail) {
        return senders.decide(identify(mail));
    }

    private List<Evidence> identify(MailBuilder mail) {
        return senders.identify(open(mail)).evidence();
    }

    private OpenedMail open(MailBuilder mail) {
        byte[] raw = mail.bytes();
        MailOpener opener = new MailOpener(
                sha256 -> new SharedByteArrayInputStream(raw),
                campaign.lexicon(),
                campaign.receiptNumber(),
                new OurMark(Set.of("desk@example.org"), "X-Mailroom-Loop", "desk-4711"));
        return opener.open(new StoredMail(
                1, "designated", "INBOX", "1/1", Instant.EPOCH, "ab", "cd", raw.length, Optional.empty()));
    }
}
