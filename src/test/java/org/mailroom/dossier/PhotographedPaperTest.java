package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.form.Descriptors;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.reading.ScanPage.Line;

class PhotographedPaperTest {
    /** A picture of a page. */
    private record Picture(String name, ScanPage page) {}

    private static final PhotographedPaper<Picture> PAPER = new PhotographedPaper<>(Picture::name, Picture::page);

    private static Picture picture(String name, String... lines) {
        List<Line> placed = new ArrayList<>();
        for (String line : lines) {
            double top = 0.05 + placed.size() * 0.04;
            placed.add(new Line(line, new Box(0.1, top, 0.02 * line.length(), 0.02), 0.95));
        }
        return new Picture(
                name,
                new ScanPage(1, 1240, 1754, 0, 0, placed.isEmpty(), true, List.of(), ScanPage.Text.RECOGNISED, placed));
    }

    private static Picture first(String name) {
        return picture(name, "附件3", "全国知识产权系统先进个人推荐审批表", "姓名：张三", "身份证号码：110101197508150019");
    }

    private static Picture further(String name) {
        return picture(name, "一九九八年七月至二〇〇三年六月在市专利管理处工作。", "二〇〇三年七月起任科长。");
    }

    private static List<List<String>> papers(Picture... pictures) throws Exception {
        ScanRecogniser recogniser =
                new ScanRecogniser(Descriptors.of(Descriptors.CNIPA), Descriptors.lexicon(Descriptors.CNIPA));
        return PAPER.among(List.of(pictures), recogniser).stream()
                .map(paper -> paper.stream().map(Picture::name).toList())
                .toList();
    }

    @Test
    void a_picture_without_a_title_goes_on_with_the_one_before_by_the_numbers_in_their_names() throws Exception {
        assertThat(papers(further("IMG_10.jpg"), first("IMG_8.jpg"), further("IMG_9.jpg")))
                .containsExactly(List.of("IMG_8.jpg", "IMG_9.jpg", "IMG_10.jpg"));
    }

    @Test
    void two_forms_of_a_page_each_stay_apart_and_so_do_folders() throws Exception {
        assertThat(papers(first("甲/1.jpg"), first("乙/1.jpg"), further("乙/2.jpg")))
                .containsExactly(List.of("乙/1.jpg", "乙/2.jpg"));
    }

    @Test
    void a_portrait_and_what_comes_before_any_title_belong_to_no_paper() throws Exception {
        assertThat(papers(further("IMG_1.jpg"), first("IMG_2.jpg"), picture("IMG_3.jpg"), further("IMG_4.jpg")))
                .containsExactly(List.of("IMG_2.jpg", "IMG_4.jpg"));
    }

    @Test
    void names_are_in_the_order_in_which_people_count() {
        assertThat(Stream.of("10.jpg", "2.jpg", "微信图片_2021.jpg", "02b.jpg", "1.jpg", "微信图片_20211.jpg")
                        .sorted(PhotographedPaper::byNumbers))
                .containsExactly("1.jpg", "2.jpg", "02b.jpg", "10.jpg", "微信图片_2021.jpg", "微信图片_20211.jpg");
    }
}
