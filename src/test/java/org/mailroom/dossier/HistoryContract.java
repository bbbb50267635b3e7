package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleNominee;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;

/** What the rules learn from the tables of a unit's past and of the other units. */
abstract class HistoryContract {
    private static final Unit NINGXIA = FiledMails.unit("640000");
    private static final Unit JIANGSU = FiledMails.unit("320000");
    private static final String DAY = "2021-08-27T08:05:00Z";

    private final FiledMails desk = new FiledMails(database().fresh());

    abstract TestDatabase database();

    @Test
    void acceptance_8_a_new_name_in_place_of_a_cancelled_nominee_is_R_27() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 2, 2);
        list("640000", DAY, listed);
        desk.decide("640000", listed.get(3).name(), "CANCELLED");
        List<SampleNominee> changed = new ArrayList<>(listed.subList(0, 3));
        changed.add(Forms.samples().individual(NINGXIA, 3));

        list("640000", "2021-08-28T01:00:00Z", changed);

        assertThat(desk.said("640000", "S1", "R-27")).containsExactly("R-27.substitute");
        assertThat(desk.details("640000", "S1", "R-27").get(0))
                .contains(changed.get(3).name());
        assertThat(desk.details("640000", "S1", "R-22").get(0))
                .contains("\"q\":1", "\"n\":2", changed.get(3).name());
    }

    @Test
    void a_substitute_stays_one_however_often_it_is_sent() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 1, 1);
        list("640000", DAY, listed);
        desk.decide("640000", listed.get(1).name(), "CANCELLED");
        SampleNominee other = Forms.samples().individual(NINGXIA, 2);

        list("640000", "2021-08-28T01:00:00Z", List.of(listed.get(0), other));
        list("640000", "2021-08-28T02:00:00Z", List.of(other));

        assertThat(desk.said("640000", "S1", "R-27")).containsExactly("R-27.substitute");
    }

    @Test
    void a_corrected_name_under_the_same_identity_number_is_no_substitute() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 0, 2);
        list("640000", DAY, listed);
        desk.decide("640000", listed.get(0).name(), "CANCELLED");

        list("640000", "2021-08-28T01:00:00Z", List.of(listed.get(1).with("name", "马某")));

        assertThat(desk.said("640000", "S1", "R-27")).isEmpty();
    }

    @Test
    void a_cancelled_nominee_who_is_still_listed_is_named_takes_no_place_and_lacks_nothing() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 2, 2);
        list("640000", DAY, listed);
        int gaps = gaps("640000");
        desk.decide("640000", listed.get(0).name(), "CANCELLED");

        list("640000", "2021-08-28T01:00:00Z", listed, " 更正");

        assertThat(desk.said("640000", "S1", "R-27")).containsExactly("R-27.cancelled");
        assertThat(desk.details("640000", "S1", "R-27").get(0))
                .contains(listed.get(0).name());
        assertThat(desk.said("640000", "S1", "R-21")).isEmpty();
        assertThat(gaps("640000")).isEqualTo(gaps - 2);
    }

    @Test
    void cancellations_of_one_category_or_unit_leave_the_others_alone() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 1, 1);
        list("640000", DAY, listed);
        desk.decide("640000", listed.get(1).name(), "CANCELLED");

        list("640000", "2021-08-28T01:00:00Z", Forms.samples().nominees(NINGXIA, 2, 0));
        list("320000", "2021-08-28T01:00:00Z", Forms.samples().nominees(JIANGSU, 1, 1));

        assertThat(desk.said("640000", "S1", "R-27")).isEmpty();
        assertThat(desk.said("320000", "S1", "R-27")).isEmpty();
    }

    @Test
    void second_review_is_only_for_those_who_passed_once_all_results_are_on_record() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 1, 1);
        list("640000", DAY, listed);
        formalReport(listed, "2021-09-27T01:00:00Z");
        assertThat(desk.said("640000", "S2", "R-28")).isEmpty();
        assertThat(desk.said("640000", "S2", "R-14")).containsExactly("R-14.open");

        desk.decide("640000", listed.get(0).name(), "FR_PASSED");
        desk.decide("640000", listed.get(1).name(), "FR_REVIEW");
        formalReport(listed, "2021-09-27T02:00:00Z");
        assertThat(desk.said("640000", "S2", "R-28")).isEmpty();

        desk.decide("640000", listed.get(1).name(), "FR_FAILED");
        formalReport(listed, "2021-09-27T03:00:00Z");
        assertThat(desk.said("640000", "S2", "R-28")).containsExactly("R-28");
        assertThat(desk.details("640000", "S2", "R-28").get(0))
                .contains(listed.get(1).name());
        assertThat(desk.said("640000", "S2", "R-14")).isEmpty();
    }

    @Test
    void material_before_the_contact_form_is_R_14() {
        list("640000", DAY, Forms.samples().nominees(NINGXIA, 1, 1));

        assertThat(desk.said("640000", "S1", "R-14")).containsExactly("R-14.unbegun");
    }

    @Test
    void a_person_in_two_units_is_found_by_number_and_the_other_unit_is_not_named() {
        SampleNominee person = Forms.samples().individual(JIANGSU, 1);
        list("320000", DAY, List.of(person));
        list("640000", DAY, List.of(person.with("name", "哈某"), Forms.samples().individual(NINGXIA, 2)));

        assertThat(desk.said("320000", "S1", "R-29")).isEmpty();
        assertThat(desk.said("640000", "S1", "R-29")).containsExactly("R-29.elsewhere");
        assertThat(desk.details("640000", "S1", "R-29")).containsExactly("{\"name\":\"哈某\"}");
    }

    @Test
    void namesakes_with_numbers_of_their_own_are_two_people_and_a_collective_is_known_by_its_name() {
        SampleNominee one = Forms.samples().individual(JIANGSU, 1);
        SampleNominee other = Forms.samples().individual(NINGXIA, 1).with("name", one.name());
        SampleNominee bureau = Forms.samples().collective(JIANGSU, 1);
        list("320000", DAY, List.of(bureau, one));
        list("640000", DAY, List.of(bureau, other));

        assertThat(desk.details("640000", "S1", "R-29")).containsExactly("{\"name\":\"" + bureau.name() + "\"}");
    }

    @Test
    void all_units_together_are_counted_against_the_places_of_all() {
        list("320000", DAY, bureaus(JIANGSU, 120));
        assertThat(desk.said("320000", "S1", "R-20")).isEmpty();

        list("640000", DAY, bureaus(NINGXIA, 9));

        assertThat(desk.said("640000", "S1", "R-20")).containsExactly("R-20.collective");
        assertThat(desk.details("640000", "S1", "R-20").get(0)).contains("\"n\":129", "\"q\":128");
        list("640000", "2021-08-28T01:00:00Z", bureaus(NINGXIA, 8));
        assertThat(desk.said("640000", "S1", "R-20")).isEmpty();
    }

    @Test
    void the_matrix_says_how_many_items_are_missing() {
        list("640000", DAY, Forms.samples().nominees(NINGXIA, 1, 1));

        // the report in two media, two forms in two media each, and the scan of the list
        assertThat(desk.room.standings().matrix())
                .filteredOn(cell -> cell.stage().equals("S1"))
                .extracting(Standings.Cell::gaps)
                .containsExactly(7);
    }

    private static List<SampleNominee> bureaus(Unit unit, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> Forms.samples().collective(unit, 1).with("name", unit.name() + "第" + i + "知识产权局"))
                .toList();
    }

    @Test
    void R_80_and_R_81_the_second_review_is_held_against_the_first() {
        List<SampleNominee> first = Forms.samples().nominees(NINGXIA, 0, 2);
        list("640000", DAY, first);
        SampleNominee changed = first.get(0).with("birth", "1969.01");

        formalReport(List.of(first.get(1), changed), "2021-09-27T02:00:00Z");

        assertThat(desk.said("640000", "S2", "R-80")).contains("R-80.order");
        assertThat(desk.said("640000", "S2", "R-81")).contains("R-81.before");
        assertThat(desk.said("640000", "S1", "R-81")).isEmpty();
    }

    @Test
    void R_72_a_sender_who_bears_a_nominees_name_is_noticed() {
        List<SampleNominee> listed = Forms.samples().nominees(NINGXIA, 0, 1);
        desk.file(
                DAY,
                MailBuilder.aMail()
                        .from(desk.registered("640000"), listed.get(0).name())
                        .subject("报送材料")
                        .attach(
                                "汇总表.docx",
                                Forms.summary(NINGXIA).nominees(listed).docx()));

        assertThat(desk.details("640000", "S1", "R-72").get(0))
                .contains(listed.get(0).name());
    }

    @Test
    void R_05_a_mail_that_came_past_the_designated_mailbox_is_noted_and_filed() {
        list("640000", DAY, Forms.samples().nominees(NINGXIA, 0, 1));

        assertThat(desk.count("event where kind = 'MAIL_FILED' and details like '%\"designated\":false%'"))
                .isEqualTo(1);
        assertThat(desk.state("640000", "S1")).isNotEqualTo("NOT_STARTED");
    }

    private int gaps(String unit) {
        return desk.room.standings().matrix().stream()
                .filter(cell -> cell.unit().equals(unit))
                .mapToInt(Standings.Cell::gaps)
                .sum();
    }

    private void list(String unit, String received, List<SampleNominee> nominees) {
        list(unit, received, nominees, "");
    }

    private void list(String unit, String received, List<SampleNominee> nominees, String remark) {
        Forms form = Forms.summary(FiledMails.unit(unit)).nominees(nominees).with("filledBy", "李某" + remark);
        desk.file(
                received,
                MailBuilder.aMail().from(desk.registered(unit)).subject("报送材料").attach("汇总表.docx", form.docx()));
    }

    /** Report and list of the second review. */
    private void formalReport(List<SampleNominee> nominees, String received) {
        desk.file(
                received,
                MailBuilder.aMail()
                        .from(desk.registered("640000"))
                        .subject("报送复审材料")
                        .attach(
                                "报告.docx",
                                Forms.formalReport(NINGXIA).nominees(nominees).docx())
                        .attach(
                                "汇总表.docx",
                                Forms.summary(NINGXIA)
                                        .nominees(nominees)
                                        .with("filledBy", "李某" + received)
                                        .docx()));
    }
}
