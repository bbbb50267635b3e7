package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.testing.Campaigns;

class MaskingTest {
    private final Masking masking = new Masking(Campaigns.chinese());

    @ParameterizedTest
    @CsvSource({
        "身份证43010219700101005X。, 身份证430102********005X。",
        "430102 19700101 005x, 430102 ******** 005x",
        "４３０１０２１９７００１０１００５Ｘ, ４３０１０２********００５Ｘ",
        "手机13812340001/13987654321, 手机138****0001/139****4321",
        "138-1234-0001, 138-****-0001",
        "13812340001@163.com, 138****0001@163.com",
        "编号ZSCQ-2021-S1-430000-01，2021-08-27 09:00, 编号ZSCQ-2021-S1-430000-01，2021-08-27 09:00"
    })
    void identity_numbers_keep_six_and_four_phones_three_and_four(String text, String shown) {
        assertThat(masking.numbers(text)).isEqualTo(shown);
    }

    @Test
    void a_number_of_another_campaign_keeps_its_end() {
        assertThat(new Masking(Campaigns.english()).numbers("SIN 046 454 286")).isEqualTo("SIN *** *** 286");
    }

    @Test
    void an_address_keeps_its_first_letter_and_its_office() {
        assertThat(Masking.addresses("zhang.san@gov.cn, li@ip.gov.cn")).isEqualTo("z***@gov.cn, l***@ip.gov.cn");
    }
}
