package org.mailroom.reply;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.CodeLists;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Lexicon;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Messages;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.RequiredDocument.Per;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.campaign.WorkingDays;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standing.Count;
import org.mailroom.dossier.Standing.File;
import org.mailroom.dossier.Standing.Gap;
import org.mailroom.dossier.Standing.Received;
import org.mailroom.form.BlockSpec;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.Place;
import org.yaml.snakeyaml.Yaml;

/** The examples of specification 6.1 to 6.3 as values. All persons are made up. */
final class Examples {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    static final Path TEMPLATES = Path.of("mail-templates");

    static final Category COLLECTIVE = new Category("collective", "先进集体", "collective", "个");
    static final Category INDIVIDUAL = new Category("individual", "先进个人", "individual", "名");

    static final DocumentKind CONTACT_FORM = form("contact-form", "推荐工作联系表", "附件6");
    static final DocumentKind REPORT =
            new DocumentKind("first-review-report", "初审评选推荐工作报告", Optional.empty(), false, List.of(), "份");
    static final DocumentKind FIRST_REVIEW_FORM = form("first-review-form", "推荐对象初审表", "附件1");
    static final DocumentKind SUMMARY_FORM = form("summary-form", "推荐对象汇总表", "附件5");
    static final DocumentKind FORMAL_REPORT =
            new DocumentKind("formal-report", "正式推荐工作报告", Optional.empty(), false, List.of(), "份");
    static final DocumentKind PHOTO =
            new DocumentKind("photo", "2寸蓝底彩色证件照片电子版", Optional.empty(), false, List.of(), "张");

    private static final Set<Medium> BOTH = Set.of(Medium.SCAN, Medium.ELECTRONIC);

    static final Stage S0 = stage("S0", "推荐工作联系表", 8, 13, once(CONTACT_FORM));
    static final Stage S1 = stage(
            "S1",
            "初审材料",
            8,
            31,
            once(REPORT),
            new RequiredDocument(FIRST_REVIEW_FORM, Per.NOMINEE, Optional.empty(), BOTH, "R-55"),
            once(SUMMARY_FORM));
    static final Stage S2 = stage(
            "S2",
            "复审材料",
            9,
            30,
            once(FORMAL_REPORT),
            new RequiredDocument(PHOTO, Per.NOMINEE, Optional.of("individual"), Set.of(Medium.ELECTRONIC), "R-65"));

    static final Unit JIANGSU = unit("320000", "江苏省", "江苏", "province", "江苏省级评选机构", "贵省", 6, 6, 1);
    static final Unit NINGXIA = unit("640000", "宁夏回族自治区", "宁夏", "autonomous_region", "宁夏回族自治区省级评选机构", "贵区", 2, 2, 0);
    static final Unit XINJIANG = unit("650000", "新疆维吾尔自治区", "新疆", "autonomous_region", "新疆维吾尔自治区省级评选机构", "贵区", 3, 3, 0);
    static final Unit CORPS = unit("660000", "新疆生产建设兵团", "新疆兵团", "xpcc", "新疆生产建设兵团评选机构", "兵团", 2, 2, 0);
    static final Unit BEIJING = unit("110000", "北京市", "北京", "municipality", "北京市级评选机构", "贵市", 6, 5, 1);
    /** The unit of specification 6.3, whose name is left open there. */
    static final Unit ANY = unit("××0000", "××省", "××", "province", "××省级评选机构", "贵省", 3, 3, 0);

    private static final Map<String, String> MESSAGES = Map.of(
            "R-46.check", "“${label}”栏：校验未通过，请与本人居民身份证核对",
            "R-57", "“${label}”栏：按Word“字数”口径统计为${n}字，超过${max}字，请压缩。",
            "R-43", "“${label}”栏：未填写，无行政级别的请填“无”",
            "R-17", "附件“${file}”无法打开（${reason}），请以未加密的常用格式重新发送。",
            "R-21", "${pronoun}先进集体推荐名额为${quota}个，实际报送${count}个，请按推荐优先顺序核减后重新报送。",
            "R-26", "${pronoun}本次报送先进集体${n}个、先进个人${m}名，少于分配名额，请确认是否为最终推荐意见。");

    private Examples() {}

    static Campaign campaign() {
        Path folder = Path.of("campaigns", "cnipa-2021");
        Map<String, String> messages = new HashMap<>(MESSAGES);
        messages.putAll(properties(folder));
        return new Campaign(
                "cnipa-2021",
                "全国知识产权系统先进集体和先进个人评选表彰",
                "人社部函〔2021〕108号",
                LocalDate.of(2021, 8, 9),
                SHANGHAI,
                Locale.SIMPLIFIED_CHINESE,
                new Campaign.Office(
                        "rssrsc@cnipa.gov.cn",
                        "评选表彰工作领导小组办公室",
                        List.of("全国知识产权系统先进集体和先进个人评选表彰工作领导小组办公室", "（国家知识产权局人事司人事处）"),
                        "联系电话：（010）62086145、62086541　传真：（010）62083675",
                        "010-62086145"),
                "ZSCQ-2021-{stage}-{unit}-{n}",
                List.of(COLLECTIVE, INDIVIDUAL),
                documents(CONTACT_FORM, REPORT, FIRST_REVIEW_FORM, SUMMARY_FORM, FORMAL_REPORT, PHOTO),
                List.of(S0, S1, S2),
                List.of(BEIJING, JIANGSU, NINGXIA, XINJIANG, CORPS, ANY),
                List.of(),
                Map.of("collective", 22, "individual", 21, "division", 2),
                true,
                new WorkingDays(
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        Map.of(
                                2021,
                                new WorkingDays.Year(
                                        Stream.iterate(LocalDate.of(2021, 10, 1), day -> day.plusDays(1))
                                                .limit(7)
                                                .collect(java.util.stream.Collectors.toSet()),
                                        Set.of(LocalDate.of(2021, 9, 26), LocalDate.of(2021, 10, 9))))),
                new CodeLists(Map.of()),
                lexicon(folder),
                new Messages(messages),
                List.of(),
                unread(),
                folder);
    }

    /** A campaign of another language, zone and kind, with the words of the test tree. */
    static Campaign maple() {
        Path folder = Path.of("src", "test", "campaigns", "maple-2026");
        Map<String, String> messages =
                new HashMap<>(Map.of("M-3", "\"${label}\": ${n} words, more than ${max}; please shorten it"));
        messages.putAll(properties(folder));
        ZoneId toronto = ZoneId.of("America/Toronto");
        return new Campaign(
                "maple-2026",
                "Maple Grants 2026",
                "Call 2026-01",
                LocalDate.of(2026, 1, 5),
                toronto,
                Locale.ENGLISH,
                new Campaign.Office(
                        "grants@maple.example",
                        "Maple Grants Office",
                        List.of("Maple Grants Office"),
                        "Telephone: 416-555-0100",
                        "416-555-0100"),
                "MAPLE-2026-{stage}-{unit}-{n}",
                List.of(PROJECT),
                documents(APPLICATION),
                List.of(A1),
                List.of(ONTARIO, QUEBEC),
                List.of(),
                Map.of("project", 4),
                false,
                new WorkingDays(
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        Map.of(2026, new WorkingDays.Year(Set.of(), Set.of()))),
                new CodeLists(Map.of()),
                lexicon(folder),
                new Messages(messages),
                List.of(),
                unread(),
                folder);
    }

    static final Category PROJECT = new Category("project", "Project", "project", "");
    static final DocumentKind APPLICATION =
            new DocumentKind("application-form", "Application Form", Optional.empty(), true, List.of(), "");
    static final Stage A1 = new Stage(
            "A1",
            "application",
            LocalDate.of(2026, 3, 13),
            LocalDateTime.of(2026, 3, 14, 0, 0)
                    .atZone(ZoneId.of("America/Toronto"))
                    .toInstant(),
            2,
            List.of(new RequiredDocument(
                    APPLICATION, Per.NOMINEE, Optional.empty(), Set.of(Medium.ELECTRONIC), "M-1")));
    static final Unit ONTARIO = new Unit(
            "ON",
            "Ontario",
            "Ontario",
            "province",
            "the Ontario selection office",
            "your province",
            List.of("Ontario"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of("project", 2));
    static final Unit QUEBEC = new Unit(
            "QC",
            "Quebec",
            "Quebec",
            "province",
            "the Quebec selection office",
            "your province",
            List.of("Quebec"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of("project", 2));

    /** Only what a place needs: the titles of the blocks of the summary form. */
    static List<FormDescriptor> forms() {
        return List.of(new FormDescriptor(
                SUMMARY_FORM.id(),
                SUMMARY_FORM.name(),
                List.of(),
                List.of(),
                0,
                false,
                Optional.empty(),
                "",
                Map.of(),
                "",
                List.of(),
                List.of(block("collectives", "先进集体"), block("individuals", "先进个人")),
                List.of(),
                List.of(),
                unread()));
    }

    static Composer composer() {
        return new Composer(campaign(), forms(), TEMPLATES, origin());
    }

    static Origin origin() {
        return new Origin("rssrsc@cnipa.gov.cn", "desk-1", "not a secret".getBytes(StandardCharsets.UTF_8));
    }

    /** 6.1: 6 collectives and 6 individuals, 28 files, nothing to correct, nothing left for a person. */
    static Standing jiangsuComplete() {
        List<Count> counts = List.of(new Count(COLLECTIVE, 6, 6), new Count(INDIVIDUAL, 6, 6));
        List<File> files = new ArrayList<>();
        bothMedia(files, "苏-初审评选推荐工作报告", REPORT);
        IntStream.rangeClosed(1, 6).forEach(n -> bothMedia(files, "附件1-推荐对象初审表（江苏示范集体" + n + "）", FIRST_REVIEW_FORM));
        IntStream.rangeClosed(1, 6)
                .forEach(n -> bothMedia(files, "附件1-推荐对象初审表（苏某" + "甲乙丙丁戊己".charAt(n - 1) + "）", FIRST_REVIEW_FORM));
        bothMedia(files, "附件5-推荐对象汇总表", SUMMARY_FORM);
        return new Draft(JIANGSU, S1, DossierState.COMPLETE)
                .received(at(2021, 8, 27, 15, 48), at(2021, 8, 27, 16, 5))
                .slots(
                        new Received(REPORT, 1, 1, 1, true, List.of()),
                        new Received(FIRST_REVIEW_FORM, 12, 12, 12, true, counts),
                        new Received(SUMMARY_FORM, 1, 1, 1, true, List.of()))
                .files(files)
                .nominees(counts, 1)
                .standing();
    }

    /** 6.2: two gaps and three errors. */
    static Standing ningxiaReturned() {
        List<Count> counts = List.of(new Count(COLLECTIVE, 2, 2), new Count(INDIVIDUAL, 2, 2));
        List<File> files = new ArrayList<>();
        bothMedia(files, "初审推荐工作报告（宁夏）", REPORT);
        files.add(file("汇总表.docx", SUMMARY_FORM, Medium.ELECTRONIC));
        files.add(file("初审表-马某某（盖章）.pdf", FIRST_REVIEW_FORM, Medium.SCAN));
        bothMedia(files, "初审表-哈某某", FIRST_REVIEW_FORM);
        return new Draft(NINGXIA, S1, DossierState.RETURNED)
                .received(at(2021, 8, 30, 10, 12), at(2021, 8, 30, 10, 12))
                .slots(
                        new Received(REPORT, 1, 1, 1, true, List.of()),
                        new Received(FIRST_REVIEW_FORM, 4, 4, 3, false, counts),
                        new Received(SUMMARY_FORM, 1, 0, 1, false, List.of()))
                .files(files)
                .gaps(
                        new Gap("R-55", SUMMARY_FORM, Medium.SCAN, Optional.empty(), true),
                        new Gap("R-55", FIRST_REVIEW_FORM, Medium.ELECTRONIC, Optional.of("马某某"), true))
                .findings(
                        finding("R-46", "R-46.check", FIRST_REVIEW_FORM, "哈某某", "", 0, "身份证号码", Map.of()),
                        finding("R-57", "R-57", FIRST_REVIEW_FORM, "马某某", "", 0, "简要事迹", Map.of("n", 342, "max", 300)),
                        finding("R-43", "R-43", SUMMARY_FORM, "", "", 4, "行政级别", Map.of()))
                .nominees(counts, 0)
                .due(LocalDate.of(2021, 9, 1))
                .standing();
    }

    /** 6.3: 31 files, nine hours and twenty minutes late. */
    static Standing late() {
        List<File> files = new ArrayList<>();
        IntStream.rangeClosed(1, 31).forEach(n -> files.add(file("复审材料-" + n + ".pdf", FORMAL_REPORT, Medium.SCAN)));
        return new Draft(ANY, S2, DossierState.LATE_RECEIVED)
                .received(at(2021, 10, 1, 9, 20), at(2021, 10, 1, 9, 20))
                .late()
                .files(files)
                .standing();
    }

    static Answer answer(Instant at, Answer.Section... sections) {
        return new Answer(
                "window/12",
                List.of(sections),
                at,
                Optional.of("<b@example.cn>"),
                List.of("<a@example.cn>"),
                List.of("contact@example.cn"));
    }

    static Outgoing compose(Instant at, Standing standing, String number) {
        return composer()
                .compose(answer(at, Answer.Section.of(standing, number)))
                .get(0);
    }

    static Instant at(int year, int month, int day, int hour, int minute) {
        return LocalDateTime.of(year, month, day, hour, minute).atZone(SHANGHAI).toInstant();
    }

    static Finding finding(
            String rule,
            String message,
            DocumentKind document,
            String nominee,
            String block,
            int row,
            String label,
            Map<String, Object> values) {
        Optional<String> whose = nominee.isEmpty() ? Optional.empty() : Optional.of(nominee);
        return new Finding(rule, message, Severity.RETURN, new Place(document.id(), whose, block, row, label), values);
    }

    static File file(String name, DocumentKind document, Medium medium) {
        String hash = String.format(Locale.ROOT, "%08x", name.hashCode()).repeat(8);
        return new File(name, 18_000 + Math.abs(name.hashCode() % 90_000), hash, List.of(document), medium);
    }

    private static void bothMedia(List<File> files, String name, DocumentKind document) {
        files.add(file(name + ".docx", document, Medium.ELECTRONIC));
        files.add(file(name + "（盖章）.pdf", document, Medium.SCAN));
    }

    private static DocumentKind form(String id, String name, String annex) {
        return new DocumentKind(id, name, Optional.of(annex), true, List.of(), "份");
    }

    private static BlockSpec block(String name, String title) {
        return new BlockSpec(name, title, Optional.empty(), List.of(), "name", List.of(), List.of());
    }

    private static RequiredDocument once(DocumentKind document) {
        return new RequiredDocument(document, Per.UNIT, Optional.empty(), BOTH, "R-55");
    }

    private static Stage stage(String id, String material, int month, int day, RequiredDocument... required) {
        LocalDate due = LocalDate.of(2021, month, day);
        return new Stage(
                id, material, due, due.plusDays(1).atStartOfDay(SHANGHAI).toInstant(), 2, List.of(required));
    }

    private static Unit unit(
            String code,
            String name,
            String shortName,
            String kind,
            String addressee,
            String pronoun,
            int collective,
            int individual,
            int division) {
        return new Unit(
                code,
                name,
                shortName,
                kind,
                addressee,
                pronoun,
                List.of(name, shortName),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("collective", collective, "individual", individual, "division", division));
    }

    private static Map<String, DocumentKind> documents(DocumentKind... kinds) {
        Map<String, DocumentKind> documents = new LinkedHashMap<>();
        Arrays.stream(kinds).forEach(kind -> documents.put(kind.id(), kind));
        return documents;
    }

    private static Map<String, String> properties(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve("messages-mail.properties"))) {
            properties.load(reader);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }

    private static Lexicon lexicon(Path folder) {
        Path file = folder.resolve("lexicon").resolve("reply.yaml");
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Lexicon(new Yaml().load(reader), file.toString());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    /** The rules and the layouts of forms, which no mail looks at. */
    private static Entry unread() {
        return (Entry) java.lang.reflect.Proxy.newProxyInstance(
                Entry.class.getClassLoader(), new Class<?>[] {Entry.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
