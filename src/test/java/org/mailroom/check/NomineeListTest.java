package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Form;

class NomineeListTest {
    private static final LocalDate RECEIVED = LocalDate.of(2021, 8, 30);
    private static final Nominee ZHANG = new Nominee("individual", "张三");

    private final NomineeList list = new NomineeList(Cnipa.CONTEXT);

    @Test
    void nominees_stand_in_the_order_of_the_list_and_then_those_who_only_have_a_form() {
        List<Form> forms = forms(
                Paper.firstReview("individual", "赵六"),
                Paper.summary().collective("甲中心").individual("王五").individual("张 三"),
                Sample.person());

        assertThat(list.nominees(forms))
                .containsExactly(
                        new Nominee("collective", "甲中心"),
                        new Nominee("individual", "王五"),
                        ZHANG,
                        new Nominee("individual", "赵六"));
    }

    @Test
    void the_identity_number_comes_with_the_nominee_if_it_is_valid() {
        assertThat(list.read(forms(Sample.person()), RECEIVED).get(0).identity())
                .contains(new IdentityNumber(Paper.MALE_ID));
        assertThat(list.read(forms(Sample.person().set("identityNumber", "110101197508150019")), RECEIVED)
                        .get(0)
                        .identity())
                .isEmpty();
    }

    @Test
    void the_form_gives_the_number_that_the_list_lacks() {
        Paper listed = Paper.summary().row("individuals", Map.of("name", "张三", "identityNumber", "4.3E+17"));

        assertThat(list.read(forms(listed, Sample.person()), RECEIVED))
                .containsExactly(
                        new NomineeList.Listed(ZHANG, java.util.Optional.of(new IdentityNumber(Paper.MALE_ID))));
    }

    @Test
    void two_people_of_one_name_in_the_list_are_two_and_a_form_with_another_number_is_no_third() {
        Paper two = Paper.summary()
                .individual("张三")
                .row("individuals", Map.of("name", "张三", "identityNumber", Paper.OTHER_MALE_ID));

        assertThat(list.nominees(forms(two, Sample.person().set("identityNumber", Paper.FEMALE_ID))))
                .containsExactly(ZHANG, ZHANG);
    }

    @Test
    void somebody_twice_in_the_list_is_one_nominee() {
        assertThat(list.nominees(forms(Paper.summary().individual("张三").individual("张三"))))
                .containsExactly(ZHANG);
    }

    @Test
    void P9_nothing_here_prints_an_identity_number() {
        assertThat(list.read(forms(Sample.person()), RECEIVED).toString()).doesNotContain(Paper.MALE_ID);
    }

    private static List<Form> forms(Paper... papers) {
        return java.util.Arrays.stream(papers).map(Paper::form).toList();
    }
}
