package org.mailroom.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.check.History.Progress;

/** Rules that ask what happened to the unit before, and what other units hand in. */
class HistoryRulesTest {
    private static final Nominee BUREAU = new Nominee("collective", Sample.BUREAU);
    private static final Nominee PERSON = new Nominee("individual", Sample.PERSON);

    @Test
    void without_history_nothing_is_said() {
        assertThat(Sample.first().said()).containsExactly("R-26");
        assertThat(Sample.second().said()).isEmpty();
    }

    @Test
    void R_14_the_first_review_comes_after_the_contact_form() {
        assertThat(Sample.first()
                        .after(stages(Map.of("S0", Progress.NOT_BEGUN)))
                        .sentences("R-14"))
                .containsExactly("初审材料已收到，但未见推荐工作联系表，请核实报送次序");
        assertThat(Sample.first().after(stages(Map.of("S0", Progress.BEGUN))).findings("R-14"))
                .isEmpty();
    }

    @Test
    void R_14_the_second_review_comes_after_the_results_of_the_first() {
        Map<String, Progress> begun = Map.of("S1", Progress.BEGUN);

        assertThat(Sample.second().after(stages(begun)).findings("R-14"))
                .extracting(Finding::message, Finding::severity)
                .containsExactly(tuple("R-14.open", Severity.WARN));
        assertThat(Sample.second()
                        .after(stages(Map.of("S1", Progress.NOT_BEGUN)))
                        .said())
                .containsExactly("R-14.unbegun");
        assertThat(Sample.second().after(stages(Map.of("S1", Progress.CLOSED))).said())
                .isEmpty();
        assertThat(Sample.second().after(passed(begun, Set.of(BUREAU, PERSON))).said())
                .isEmpty();
    }

    @Test
    void R_14_a_unit_of_which_nobody_passed_is_for_a_person() {
        Handed handed = Sample.second().after(passed(Map.of("S1", Progress.CLOSED), Set.of()));

        assertThat(handed.sentences("R-14")).containsExactly("复审材料已收到，但初审材料审核结果中无通过的推荐对象，请核实");
    }

    @Test
    void R_20_all_units_together_have_128_and_126_places() {
        assertThat(Sample.first()
                        .after(nominated(Map.of("collective", 128, "individual", 126)))
                        .findings("R-20"))
                .isEmpty();
        Handed handed = Sample.first().after(nominated(Map.of("collective", 129, "individual", 127)));
        assertThat(handed.sentences("R-20"))
                .containsExactly("各省级评选机构推荐的先进集体合计129个，超过推荐总名额（128个），请核实", "各省级评选机构推荐的先进个人合计127名，超过推荐总名额（126名），请核实");
        assertThat(handed.findings("R-20")).extracting(Finding::severity).containsOnly(Severity.WARN);
    }

    @Test
    void acceptance_8_R_27_a_new_name_in_place_of_a_cancelled_nominee_is_refused() {
        History history = cancelled(Map.of("individual", 1), Set.of(), Set.of(BUREAU));
        Handed handed = Sample.first().after(history);

        assertThat(handed.sentences("R-27")).containsExactly("按照通知要求，取消资格的推荐对象相应名额一并取消，不得递补或重报，张三不予接收");
        assertThat(handed.findings("R-27")).extracting(Finding::severity).containsExactly(Severity.REJECT);
    }

    @Test
    void R_27_those_known_before_the_cancellation_stay() {
        History history = cancelled(Map.of("individual", 1), Set.of(), Set.of(PERSON));

        assertThat(Sample.first().after(history).findings("R-27")).isEmpty();
    }

    @Test
    void R_27_a_cancelled_nominee_who_is_still_listed_is_named() {
        History history = cancelled(Map.of("individual", 1), Set.of(PERSON), Set.of(BUREAU, PERSON));

        assertThat(Sample.first().after(history).sentences("R-27"))
                .containsExactly("按照通知要求，取消资格的推荐对象相应名额一并取消，不得递补或重报，张三已取消评选资格，不予接收");
    }

    @Test
    void R_21_places_lost_to_cancellations_are_no_places_and_a_substitute_is_the_one_too_many() {
        Paper list = Paper.summary();
        IntStream.rangeClosed(1, 6).forEach(i -> list.collective("第" + i + "知识产权局"));
        Set<Nominee> known =
                Set.copyOf(List.of(collective(1), collective(3), collective(4), collective(5), collective(6), PERSON));
        History history = cancelled(Map.of("collective", 1), Set.of(), known);

        assertThat(Handed.first(list).findings("R-21")).isEmpty();
        assertThat(Handed.first(list).after(history).sentences("R-21"))
                .containsExactly("贵省先进集体推荐名额为5个，实际报送6个，请按推荐优先顺序核减后重新报送（超出名额：第2知识产权局）");
        assertThat(Handed.first(list).after(history).said()).contains("R-27.substitute");
    }

    @Test
    void R_21_a_cancelled_nominee_who_is_still_listed_takes_no_place() {
        Paper list = Paper.summary();
        IntStream.rangeClosed(1, 6).forEach(i -> list.collective("第" + i + "知识产权局"));
        Set<Nominee> all =
                Set.of(collective(1), collective(2), collective(3), collective(4), collective(5), collective(6));
        Handed handed = Handed.first(list).after(cancelled(Map.of("collective", 1), Set.of(collective(2)), all));

        assertThat(handed.findings("R-21")).isEmpty();
        assertThat(handed.said()).contains("R-27.cancelled");
    }

    @Test
    void R_28_who_did_not_pass_the_first_review_is_refused_once_its_results_are_on_record() {
        Handed handed = Sample.second().after(passed(Map.of("S1", Progress.CLOSED), Set.of(BUREAU)));

        assertThat(handed.sentences("R-28")).containsExactly("张三未在初审通过名单内，不予接收，请核对");
        assertThat(handed.findings("R-28")).extracting(Finding::severity).containsExactly(Severity.REJECT);
        assertThat(Sample.second().findings("R-28")).isEmpty();
    }

    @Test
    void R_29_a_nominee_of_two_units_is_for_a_person_and_the_other_unit_stays_untold() {
        History history =
                new History(Map.of(), Set.of(), Set.of(), Optional.empty(), Map.of(), Map.of(), Set.of(PERSON));
        Handed handed = Sample.first().after(history);

        assertThat(handed.sentences("R-29")).containsExactly("张三同时由其他省级评选机构推荐，请核实");
        assertThat(handed.findings("R-29"))
                .extracting(Finding::severity, Finding::values)
                .containsExactly(tuple(Severity.WARN, Map.of("name", "张三")));
    }

    private static Nominee collective(int number) {
        return new Nominee("collective", "第" + number + "知识产权局");
    }

    private static History stages(Map<String, Progress> stages) {
        return new History(Map.of(), Set.of(), Set.of(), Optional.empty(), stages, Map.of(), Set.of());
    }

    private static History passed(Map<String, Progress> stages, Set<Nominee> passed) {
        return new History(Map.of(), Set.of(), Set.of(), Optional.of(passed), stages, Map.of(), Set.of());
    }

    private static History nominated(Map<String, Integer> nominated) {
        return new History(Map.of(), Set.of(), Set.of(), Optional.empty(), Map.of(), nominated, Set.of());
    }

    private static History cancelled(Map<String, Integer> places, Set<Nominee> cancelled, Set<Nominee> known) {
        return new History(places, cancelled, known, Optional.empty(), Map.of(), Map.of(), Set.of());
    }
}
