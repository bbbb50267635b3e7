package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.form.Form;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;

class WhoseTest {
    private static final Nominee WANG = new Nominee("individual", "王思敏");
    private static final Nominee LI = new Nominee("individual", "李思敏");
    private static final Nominee CENTRE = new Nominee("collective", "贵阳市知识产权保护中心");
    private static final List<Nominee> KNOWN = List.of(WANG, LI, CENTRE);

    private static Optional<Nominee> whose(String category, String name, String... lines) {
        Form form = new Form(
                "opinion-form",
                1,
                Optional.of(category).filter(text -> !text.isEmpty()),
                Optional.of(name).filter(text -> !text.isEmpty()),
                Map.of(),
                List.of(),
                List.of(),
                "");
        return Whose.form(new ScannedForm(form, List.of(2)), List.of(page(1, "李思敏"), page(2, lines)), KNOWN);
    }

    private static ScanPage page(int number, String... lines) {
        List<Line> read = Stream.of(lines)
                .map(line -> new Line(line, new Box(0.1, 0.1, 0.5, 0.02), 0.9))
                .toList();
        return new ScanPage(number, 1000, 1400, 150, 0, false, true, List.of(), ScanPage.Text.RECOGNISED, read);
    }

    @Test
    void the_name_on_the_form_decides_and_one_misread_character_does_no_harm() {
        assertThat(whose("individual", "王思敏")).contains(WANG);
        assertThat(whose("collective", "贵阳市知识户权保护中心")).contains(CENTRE);
    }

    @Test
    void a_misread_name_that_may_be_two_peoples_is_nobodys() {
        assertThat(whose("individual", "土思敏")).isEmpty();
        assertThat(whose("collective", "王思敏")).as("another category").isEmpty();
    }

    @Test
    void a_name_read_together_with_its_neighbour_is_found_in_it() {
        assertThat(whose("", "贵阳市知识产权保护中心先进集体口先进个人")).contains(CENTRE);
        assertThat(whose("", "王思敏李思敏")).isEmpty();
    }

    @Test
    void a_name_that_no_label_points_to_is_found_as_a_line_of_the_forms_own_pages() {
        assertThat(whose("collective", "填报时间：2021年9月24日", "单位名称：贵阳市知识产权保护中心")).contains(CENTRE);
        assertThat(whose("individual", "", "姓 名 王思敏")).contains(WANG);
        assertThat(whose("individual", "", "与王思敏共同承担专利导航项目")).isEmpty();
        assertThat(whose("individual", "", "王思敏", "李思敏")).isEmpty();
    }

    @Test
    void where_somebody_works_is_not_whose_form_it_is() {
        assertThat(whose("", "", "贵阳市知识产权保护中心")).isEmpty();
    }
}
