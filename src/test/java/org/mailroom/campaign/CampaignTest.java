package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.campaign.Medium.ELECTRONIC;
import static org.mailroom.campaign.Medium.SCAN;
import static org.mailroom.campaign.RequiredDocument.Per.NOMINEE;
import static org.mailroom.campaign.RequiredDocument.Per.UNIT;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.dossier.DossierState;
import org.mailroom.reading.Reading;

/** The two campaigns as they are. */
class CampaignTest {
    @TempDir
    Path temporary;

    private Campaign cnipa() {
        return CopiedCampaign.of(CopiedCampaign.CNIPA, temporary).load();
    }

    private Campaign maple() {
        return CopiedCampaign.of(CopiedCampaign.MAPLE, temporary).load();
    }

    @Test
    void thirty_two_units_share_128_collectives_126_individuals_and_25_of_division_level() {
        Campaign cnipa = cnipa();
        assertThat(cnipa.units()).hasSize(32);
        assertThat(cnipa.quotaTotals()).isEqualTo(Map.of("collective", 128, "individual", 126, "division", 25));
        cnipa.quotaTotals()
                .forEach((quota, total) -> assertThat(cnipa.units().stream()
                                .mapToInt(unit -> unit.quotas().get(quota))
                                .sum())
                        .as(quota)
                        .isEqualTo(total));
        assertThat(cnipa.quotaIsAssumption()).isTrue();
        assertThat(cnipa.unit("110000").orElseThrow().quotas())
                .isEqualTo(Map.of("collective", 6, "individual", 5, "division", 1));
        assertThat(cnipa.unit("460000").orElseThrow().quotas())
                .isEqualTo(Map.of("collective", 3, "individual", 2, "division", 0));
    }

    @Test
    void the_notice_and_its_office_are_as_mails_write_them() {
        Campaign cnipa = cnipa();
        assertThat(cnipa.id()).isEqualTo("cnipa-2021");
        assertThat(cnipa.reference()).isEqualTo("人社部函〔2021〕108号");
        assertThat(cnipa.noticeDate()).isEqualTo(LocalDate.of(2021, 8, 9));
        assertThat(cnipa.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(cnipa.locale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(cnipa.receiptNumber()).isEqualTo("ZSCQ-2021-{stage}-{unit}-{n}");
        assertThat(cnipa.office().mailbox()).isEqualTo("rssrsc@cnipa.gov.cn");
        assertThat(cnipa.office().signature()).hasSize(2);
    }

    @Test
    void the_contact_form_seeds_the_registry_where_the_campaign_says_so() {
        assertThat(cnipa().registry()).contains("contact-form");
        assertThat(maple().registry()).isEmpty();
    }

    @Test
    void units_are_addressed_by_their_kind() {
        Campaign cnipa = cnipa();
        assertAddress(cnipa, "320000", "贵省", "江苏省级评选机构");
        assertAddress(cnipa, "310000", "贵市", "上海市省级评选机构");
        assertAddress(cnipa, "640000", "贵区", "宁夏回族自治区省级评选机构");
        assertAddress(cnipa, "660000", "兵团", "新疆生产建设兵团评选机构");
    }

    private static void assertAddress(Campaign campaign, String code, String pronoun, String addressee) {
        Unit unit = campaign.unit(code).orElseThrow();
        assertThat(unit.pronoun()).isEqualTo(pronoun);
        assertThat(unit.addressee()).isEqualTo(addressee);
    }

    @Test
    void a_unit_answers_to_its_name_its_short_name_and_its_aliases() {
        Unit corps = cnipa().unit("660000").orElseThrow();
        assertThat(corps.shortName()).isEqualTo("新疆兵团");
        assertThat(corps.aliases()).startsWith("新疆生产建设兵团", "新疆兵团").contains("兵团", "新疆建设兵团");
        Unit ontario = maple().unit("ON").orElseThrow();
        assertThat(ontario.shortName()).isEqualTo("Ontario");
        assertThat(ontario.aliases()).containsExactly("Ontario", "Government of Ontario");
    }

    @Test
    void fifteen_sub_provincial_cities_have_no_places_of_their_own() {
        assertThat(cnipa().units().stream().flatMap(unit -> unit.cities().stream()))
                .containsExactlyInAnyOrder(
                        "哈尔滨市", "长春市", "沈阳市", "大连市", "济南市", "青岛市", "南京市", "杭州市", "宁波市", "厦门市", "武汉市", "广州市", "深圳市",
                        "成都市", "西安市");
    }

    @Test
    void names_that_hold_another_units_name_are_told_apart() {
        Campaign cnipa = cnipa();
        assertThat(cnipa.collisions())
                .contains(
                        new Campaign.Collision("海南州", Optional.of("630000")),
                        new Campaign.Collision("海南区", Optional.of("150000")),
                        new Campaign.Collision("上海路", Optional.empty()));
    }

    @Test
    void each_stage_asks_for_the_documents_of_the_notice() {
        Campaign cnipa = cnipa();
        assertThat(cnipa.stages()).extracting(Stage::id).containsExactly("S0", "S1", "S2");
        assertThat(cnipa.stage("S0").orElseThrow().required())
                .containsExactly(asked(cnipa, "contact-form", UNIT, null, "R-06", SCAN, ELECTRONIC));
        assertThat(cnipa.stage("S1").orElseThrow().required())
                .containsExactly(
                        asked(cnipa, "first-review-report", UNIT, null, "R-55", SCAN, ELECTRONIC),
                        asked(cnipa, "first-review-form", NOMINEE, null, "R-55", SCAN, ELECTRONIC),
                        asked(cnipa, "summary-form", UNIT, null, "R-55", SCAN, ELECTRONIC));
        assertThat(cnipa.stage("S2").orElseThrow().required())
                .containsExactly(
                        asked(cnipa, "formal-report", UNIT, null, "R-65", SCAN, ELECTRONIC),
                        asked(cnipa, "collective-approval-form", NOMINEE, "collective", "R-66", SCAN, ELECTRONIC),
                        asked(cnipa, "individual-approval-form", NOMINEE, "individual", "R-67", SCAN, ELECTRONIC),
                        asked(cnipa, "opinion-form", NOMINEE, null, "R-68", SCAN, ELECTRONIC),
                        asked(cnipa, "summary-form", UNIT, null, "R-65", SCAN, ELECTRONIC),
                        asked(cnipa, "photo", NOMINEE, "individual", "R-78", ELECTRONIC));
    }

    private static RequiredDocument asked(
            Campaign campaign,
            String document,
            RequiredDocument.Per per,
            String category,
            String rule,
            Medium... media) {
        return new RequiredDocument(
                campaign.documents().get(document), per, Optional.ofNullable(category), Set.of(media), rule);
    }

    @Test
    void the_tiny_campaign_is_in_another_language_and_zone() {
        Campaign maple = maple();
        assertThat(maple.zone()).isEqualTo(ZoneId.of("America/Toronto"));
        assertThat(maple.locale()).isEqualTo(Locale.CANADA);
        assertThat(maple.units()).extracting(Unit::code).containsExactly("ON", "QC");
        assertThat(maple.unit("QC").orElseThrow().addressee()).isEqualTo("Provincial Office of Quebec");
        assertThat(maple.stages())
                .singleElement()
                .satisfies(stage -> assertThat(stage.required())
                        .containsExactly(asked(maple, "application-form", UNIT, null, "R-06", ELECTRONIC)));
        assertThat(maple.workingDays().isWorkingDay(LocalDate.of(2026, 2, 16))).isFalse();
    }

    @Test
    void both_campaigns_have_words_for_every_medium_state_and_reason_to_refuse_a_file() {
        for (Campaign campaign : new Campaign[] {cnipa(), maple()}) {
            for (Medium medium : Medium.values()) {
                assertThat(campaign.messages().find("medium." + medium))
                        .as("%s", medium)
                        .isPresent();
            }
            for (DossierState state : DossierState.values()) {
                assertThat(campaign.messages().find("state." + state))
                        .as("%s", state)
                        .isPresent();
            }
            for (Reading.Reason reason : Reading.Reason.values()) {
                assertThat(campaign.messages().find("refused." + reason))
                        .as("%s", reason)
                        .isPresent();
            }
        }
    }
}
