package org.mailroom.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.mailroom.form.Filled;
import org.mailroom.form.Filling;

/** What is typed into the right place in the wrong words. */
final class TypedFaults {
    private static final int FULL_WIDTH = 0xFEE0;

    private TypedFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of(
                        "full-width-digits-and-letters",
                        (name, sample) -> List.of(
                                docx(name, changed(sample.review(), TypedFaults::fullWidth))
                                        .harmless(),
                                docx(name, changed(sample.approval(), TypedFaults::fullWidth))
                                        .harmless(),
                                docx(name, changed(sample.summary(), TypedFaults::fullWidth))
                                        .harmless())),
                Fault.of(
                        "ethnic-group-without-its-ending",
                        (name, sample) -> List.of(
                                docx(name, sample.review().with("ethnicGroup", "汉"))
                                        .harmless(),
                                docx(name, sample.approval().with("ethnicGroup", "汉"))
                                        .harmless())),
                Fault.of(
                        "political-status-in-other-words",
                        (name, sample) -> List.of(docx(
                                        name,
                                        sample.review()
                                                .with(
                                                        "politicalStatus",
                                                        sample.one(List.of("党员", "民革会员", "中共党员（1999.06）", "共产党员"))))
                                .harmless())),
                Fault.of(
                        "education-and-degree-in-one",
                        (name, sample) -> List.of(docx(
                                        name,
                                        sample.review()
                                                .with("education", "本科学士")
                                                .with("degree", ""))
                                .breaks(Breach.of("R-13", "学位")))),
                Fault.of(
                        "age-instead-of-birth-month",
                        (name, sample) -> List.of(docx(
                                        name, sample.review().with("birth", sample.one(List.of("46岁", "四十六岁", "46"))))
                                .breaks(Breach.of("R-13", "出生年月")))),
                Fault.of(
                        "rank-in-other-words",
                        (name, sample) -> List.of(docx(
                                        name,
                                        sample.review()
                                                .with("rank", sample.one(List.of("正科级待遇", "副处（四级调研员）", "相当于副处级"))))
                                .harmless())),
                Fault.heldOut(
                        "none-in-every-spelling",
                        (name, sample) -> List.of(
                                docx(
                                                name,
                                                sample.approval()
                                                        .with("awards", "无。")
                                                        .with("punishments", "/")
                                                        .with("professionalTitle", "")
                                                        .with("rank", "—")
                                                        .with("degree", "无"))
                                        .breaks(Breach.of("R-13", "职称")),
                                docx(
                                                name,
                                                sample.collectiveApproval()
                                                        .with("awards", "暂无")
                                                        .with("punishments", "没有")
                                                        .with("rank", "/"))
                                        .harmless())),
                Fault.of(
                        "identity-number-with-blanks",
                        (name, sample) -> List.of(
                                docx(name, changedField(sample.review(), "identityNumber", TypedFaults::spaced))
                                        .harmless(),
                                // By itself it does not say whose opinions are needed: that stands in the approval
                                // form.
                                docx(name, changedField(sample.opinions(), "identityNumber", TypedFaults::spaced))
                                        .breaks(Breach.of("R-69")))),
                Fault.of(
                        "deeds-of-two-thousand-characters",
                        (name, sample) -> List.of(docx(
                                        name,
                                        sample.review()
                                                .with("deeds", sample.forms().text(2000)))
                                .breaks(Breach.of("R-57", "简要事迹")))),
                Fault.of("deeds-on-another-page", (name, sample) -> {
                    String elsewhere = sample.one(List.of("见附页", "（另附页）", "详见附页。"));
                    return List.of(
                            docx(name, sample.approval().with("deeds", elsewhere))
                                    .harmless(),
                            docx(name, sample.review().with("deeds", elsewhere)).breaks(Breach.of("R-13", "简要事迹")));
                }),
                Fault.of(
                        "filled-on-left-open",
                        (name, sample) -> List.of(
                                docx(name, sample.approval().with("filledOn", "2021年　月　日"))
                                        .breaks(Breach.of("R-13", "填报时间")),
                                docx(name, sample.collectiveApproval().with("filledOn", "2021年 月 日"))
                                        .breaks(Breach.of("R-13", "填报时间")))),
                Fault.of("names-with-blanks", (name, sample) -> {
                    Filled form = sample.review().with("name", "马　明");
                    CorpusCase made = CorpusCase.docx(
                            name, sample.forms().docx(form), Truth.of(form).named("马明"));
                    return List.of(made.harmless());
                }),
                Fault.of("two-people-in-one-form", TypedFaults::twoPeople));
    }

    private static List<CorpusCase> twoPeople(String name, Sample sample) {
        Map<String, String> first = sample.person().values();
        Map<String, String> second = sample.person(1).values();
        Filled form = sample.review();
        for (String field : List.of("name", "identityNumber", "birth")) {
            form = form.with(field, first.get(field) + "\n" + second.get(field));
        }
        String both = first.get("name") + second.get("name");
        return List.of(
                CorpusCase.docx(name, sample.forms().docx(form), Truth.of(form).named(both))
                        .breaks(Breach.of("R-13", "出生年月"), Breach.of("R-46", "身份证号码")));
    }

    static CorpusCase docx(String kind, Filled form) {
        return CorpusCase.docx(kind, Sampled.docx(form), Truth.of(form));
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.codePoints().map(c -> c > ' ' && c < 0x7F ? c + FULL_WIDTH : c).forEach(wide::appendCodePoint);
        return wide.toString();
    }

    private static String spaced(String number) {
        return number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
    }

    private static Filled changedField(Filled form, String field, UnaryOperator<String> change) {
        return form.with(field, change.apply(form.filling().values().get(field)));
    }

    private static Filled changed(Filled form, UnaryOperator<String> change) {
        Filling filling = form.filling();
        Map<String, String> values = new LinkedHashMap<>();
        filling.values().forEach((name, value) -> values.put(name, change.apply(value)));
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        filling.rows()
                .forEach((block, entries) -> rows.put(
                        block,
                        entries.stream()
                                .map(entry -> {
                                    Map<String, String> changed = new LinkedHashMap<>();
                                    entry.forEach((name, value) -> changed.put(name, change.apply(value)));
                                    return changed;
                                })
                                .toList()));
        return new Filled(form.form(), new Filling(values, rows, filling.signed(), filling.letter()));
    }
}
