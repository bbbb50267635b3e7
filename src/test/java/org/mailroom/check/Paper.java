package org.mailroom.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.form.Difference;
import org.mailroom.form.Field;
import org.mailroom.form.FieldSpec;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;
import org.mailroom.form.Row;

/** A form filled in without a fault, to be spoilt in one place by a test. People and numbers are invented. */
final class Paper {
    static final String MALE_ID = "110101197508150018";
    static final String OTHER_MALE_ID = "43010219780615005X";
    static final String FEMALE_ID = "440104198212310027";

    private final FormDescriptor descriptor;
    private final Optional<String> category;
    private Optional<String> nominee = Optional.empty();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private String text = "";

    private Paper(String document, Optional<String> category) {
        this.descriptor = Cnipa.FORMS.stream()
                .filter(form -> form.document().equals(document))
                .findFirst()
                .orElseThrow();
        this.category = category;
        Stream.concat(descriptor.fields().stream(), descriptor.signatures().stream())
                .filter(spec -> spec.when().isEmpty() || spec.when().equals(category))
                .forEach(spec -> answers.put(spec.name(), sample(spec.name())));
    }

    static Paper firstReview(String category, String name) {
        return new Paper("first-review-form", Optional.of(category)).nominee(name);
    }

    static Paper approval(String category, String name) {
        return new Paper(category + "-approval-form", Optional.of(category)).nominee(name);
    }

    static Paper opinions(String category, String name) {
        return new Paper("opinion-form", Optional.of(category)).nominee(name);
    }

    static Paper summary() {
        return new Paper("summary-form", Optional.empty());
    }

    static Paper contacts() {
        Paper paper = new Paper("contact-form", Optional.empty());
        return paper.row("contacts", Map.of("department", "广东省人力资源和社会保障厅"))
                .row("contacts", Map.of("department", "广东省市场监督管理局（知识产权局）"));
    }

    static Paper contactsWith(Map<String, String> onlyRow) {
        return new Paper("contact-form", Optional.empty()).row("contacts", onlyRow);
    }

    static Paper report(String document, String text) {
        Paper paper = new Paper(document, Optional.empty());
        paper.text = text;
        return paper;
    }

    Paper nominee(String name) {
        nominee = Optional.of(name);
        return set("name", name);
    }

    Paper set(String field, String answer) {
        answers.put(field, answer);
        return this;
    }

    Paper differs(Difference.Kind kind, String label) {
        differences.add(new Difference(kind, label));
        if (kind == Difference.Kind.MISSING) {
            specs().filter(spec -> spec.labels().contains(label)).forEach(spec -> answers.remove(spec.name()));
        }
        return this;
    }

    Paper collective(String name) {
        return row("collectives", Map.of("name", name));
    }

    Paper individual(String name) {
        return row("individuals", Map.of("name", name));
    }

    /** The next entry of the block: numbered, filled without a fault, then as {@code spoilt} says. */
    Paper row(String block, Map<String, String> spoilt) {
        var spec = descriptor.blocks().stream()
                .filter(candidate -> candidate.name().equals(block))
                .findFirst()
                .orElseThrow();
        int number =
                (int) rows.stream().filter(row -> row.block().equals(block)).count() + 1;
        Map<String, Field> fields = new HashMap<>();
        for (FieldSpec column : spec.columns()) {
            String standard = column.name().equals("serial") ? String.valueOf(number) : sample(column.name());
            String answer = spoilt.getOrDefault(column.name(), standard);
            fields.put(column.name(), new Field(column.name(), answer, place(block, number, column.label())));
        }
        rows.add(new Row(block, spec.category(), number, fields));
        return this;
    }

    Form form() {
        Map<String, Field> fields = new HashMap<>();
        specs().filter(spec -> answers.containsKey(spec.name()))
                .forEach(spec -> fields.put(
                        spec.name(),
                        new Field(
                                spec.name(),
                                answers.get(spec.name()),
                                new Place(descriptor.document(), nominee, "", 0, spec.label()))));
        return new Form(descriptor.document(), 1, category, nominee, fields, rows, differences, text);
    }

    private Stream<FieldSpec> specs() {
        return Stream.concat(descriptor.fields().stream(), descriptor.signatures().stream());
    }

    private Place place(String block, int number, String label) {
        return new Place(descriptor.document(), Optional.empty(), block, number, label);
    }

    private String sample(String field) {
        return switch (field) {
            case "category" -> category.orElse("").equals("collective") ? "☑先进集体　□先进个人" : "□先进集体　☑先进个人";
            case "recommendingUnit" -> "广东省";
            case "sex" -> "男";
            case "ethnicGroup" -> "汉";
            case "birth" -> "1975.08";
            case "politicalStatus", "headPoliticalStatus" -> "中共党员（1999.06）";
            case "education" -> "大学本科";
            case "degree" -> "工学学士";
            case "rank" -> "正科级";
            case "enterpriseHead", "asSpecialist" -> "否";
            case "unitNature" -> "机关";
            case "ipYears" -> "12年";
            case "identityNumber" -> MALE_ID;
            case "headcount" -> "32";
            case "contactPhone", "phone", "fax" -> "020-38835000";
            case "mobile" -> "13800000001";
            case "mail" -> "office@gd.example.cn";
            case "postcode" -> "510000";
            case "filledOn" -> "2021年8月26日";
            case "workSince" -> "1998.07";
            case "unitPublicity" -> "2021年8月23日至27日在本单位公告栏公示，无异议";
            case "deeds" -> "该同志长期从事专利审查与保护工作，成绩突出。";
            case "resume" -> "1994.09-1998.07 某大学学习\n1998.07-2009.05 某局科员\n2009.05-至今 某局科长";
            case "creditCode" -> "91440000MA50000001";
            case "pledge" -> "本人承诺未发生意识形态重大问题，没有社会征信问题。";
            case "unitOpinion" ->
                category.orElse("").equals("collective")
                        ? "近5年内未发生违法违规等问题；本单位承诺未发生意识形态重大问题，没有社会征信问题。同意推荐。（盖章） 2021年8月26日"
                        : "同意推荐。（盖章）2021年8月26日";
            case "head", "headName", "contactPerson", "filledBy", "name" -> "李某";
            case "remark" -> "";
            default ->
                descriptor.signatures().stream().anyMatch(spec -> spec.name().equals(field))
                        ? "（盖章）\n　　年　　月　　日"
                        : "某项内容";
        };
    }
}
