package org.mailroom.corpus;

import static org.mailroom.form.HandMade.c;
import static org.mailroom.form.HandMade.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.mailroom.form.HandMade;
import org.mailroom.form.HandMade.Cell;
import org.mailroom.testing.Forms;

/** What offices write besides our forms: other awards' forms with many of the same labels, lists, letters. Each seed another. */
final class Ordinary {
    static final List<String> NOTICE = List.of(
            "人力资源社会保障部　国家知识产权局关于评选全国知识产权系统先进集体和先进个人的通知",
            "各省、自治区、直辖市及新疆生产建设兵团人力资源社会保障厅（局）、知识产权局：",
            "一、评选范围。先进集体：各级知识产权管理部门及所属处级以下机构。先进个人：在职工作人员。",
            "五、评选程序。初审材料包括初审评选推荐工作报告、《推荐对象初审表》（附件1）、《推荐对象汇总表》（附件5）。",
            "六、工作要求。要严格按照填表说明填写相关表格，不得随意改变格式。",
            "附件：1．推荐对象初审表",
            "　　　2．全国知识产权系统先进集体推荐审批表",
            "　　　3．全国知识产权系统先进个人推荐审批表",
            "　　　4．推荐对象征求意见表",
            "　　　5．推荐对象汇总表");

    private static final List<String> FORMS = List.of(
            "全国劳动模范推荐审批表",
            "全国三八红旗手推荐审批表",
            "全国市场监管系统先进个人推荐审批表",
            "全国市场监管系统先进集体推荐审批表",
            "干部任免审批表",
            "事业单位工作人员年度考核登记表",
            "专业技术职务任职资格评审表",
            "应聘人员登记表",
            "优秀共产党员推荐审批表",
            "全国五一劳动奖章申报表",
            "科学技术奖提名书",
            "出国（境）人员备案表",
            "培训班报名表",
            "个人简历表",
            "政审情况表",
            "知识产权专家库入库申请表",
            "中国专利奖推荐表",
            "全国工人先锋号推荐表",
            "青年岗位能手推荐表",
            "民主测评表");
    private static final List<String> PERSONAL = List.of(
            "姓名", "性别", "民族", "出生年月", "政治面貌", "籍贯", "学历", "学位", "职称", "参加工作时间", "工作单位", "职务", "身份证号", "联系电话", "健康状况",
            "专业", "毕业院校", "行政级别", "入党时间", "户籍所在地", "单位性质", "通讯地址", "邮编", "电子邮箱");
    private static final List<String> LONG = List.of(
            "个人简历",
            "主要事迹",
            "何时何地受过何种奖励",
            "何时何地受过何种处分",
            "单位意见",
            "上级主管部门意见",
            "审批意见",
            "家庭主要成员",
            "备注",
            "考核结果",
            "自我鉴定",
            "推荐理由",
            "县级意见",
            "省级意见");
    private static final List<String> LISTS =
            List.of("参会人员名单", "通讯录", "优秀工会干部推荐汇总表", "培训人员签到表", "专利申请情况统计表", "值班安排表", "固定资产登记表", "经费预算表", "行政处罚案件统计表");
    private static final List<String> COLUMNS =
            List.of("序号", "姓名", "性别", "民族", "单位", "职务", "联系电话", "备注", "数量", "金额", "日期", "部门", "手机", "出生年月", "学历", "案号");
    private static final List<String> LETTERS = List.of(
            "关于召开知识产权工作会议的通知",
            "关于报送2021年上半年知识产权工作情况的报告",
            "关于转发评选全国知识产权系统先进集体和先进个人通知的通知",
            "关于协助提供材料的函",
            "关于申请专项经费的请示",
            "局长办公会议纪要",
            "2021年度工作总结",
            "述职述廉报告",
            "感谢信",
            "在职证明",
            "关于全国知识产权系统先进集体和先进个人拟推荐对象的公示",
            "关于知识产权行政保护工作的调研报告",
            "先进事迹材料",
            "关于成立评选表彰工作领导小组的通知",
            "关于更换联系人的说明",
            "无犯罪记录证明",
            "关于同意延期的复函",
            "公示无异议证明");
    private static final List<String> OFFICES = List.of("市场监督管理局", "知识产权局", "人力资源和社会保障局", "总工会", "科学技术厅");
    private static final int LONGEST = 180;

    private Ordinary() {}

    /** The notice's quotas, as WordprocessingML. */
    static String quotas() {
        StringBuilder table =
                new StringBuilder("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/>"
                        + "<w:gridCol w:w=\"3000\"/></w:tblGrid>");
        for (String line : List.of("单位,先进集体,先进个人", "北京市,6,5", "江苏省,6,6", "宁夏回族自治区,2,2", "合计,150,150")) {
            table.append("<w:tr>");
            for (String cell : line.split(",")) {
                table.append("<w:tc><w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>");
            }
            table.append("</w:tr>");
        }
        return table.append("</w:tbl>").toString();
    }

    /** As many different documents, none of which is one of our forms. */
    static List<CorpusCase> cases(int count, long seed) {
        List<CorpusCase> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = new Random(seed * 104_729 + i);
            try {
                cases.add(made(i, random));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    private static CorpusCase made(int number, Random random) throws IOException {
        int kind = random.nextInt(10);
        if (kind < 4) {
            return named("another-form", number, form(random));
        }
        return kind < 6 ? named("another-list", number, list(random)) : named("letter", number, letter(random));
    }

    private static CorpusCase named(String kind, int number, HandMade made) throws IOException {
        return CorpusCase.docx(kind + "-" + number, made.docx());
    }

    private static HandMade form(Random random) {
        HandMade made = new HandMade();
        if (random.nextBoolean()) {
            made.paragraph("附件" + (1 + random.nextInt(6)));
        }
        made.paragraph(one(FORMS, random))
                .paragraph("填报单位：" + one(OFFICES, random) + "　　填报时间：2021年8月" + (1 + random.nextInt(28)) + "日");
        int pairs = 2 + random.nextInt(2);
        int width = pairs * 2;
        List<String> labels = some(PERSONAL, 8 + random.nextInt(14), random);
        List<Cell[]> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i += pairs) {
            Object[] cells = new Object[width];
            for (int k = 0; k < pairs; k++) {
                boolean there = i + k < labels.size();
                cells[2 * k] = there ? labels.get(i + k) : "";
                cells[2 * k + 1] = there && random.nextInt(3) > 0 ? value(labels.get(i + k), random) : "";
            }
            rows.add(row(cells));
        }
        for (String label : some(LONG, 2 + random.nextInt(6), random)) {
            rows.add(row(
                    label,
                    c(random.nextBoolean() ? text(random) : "（盖章）\n年　月　日").span(width - 1)));
        }
        int[] widths = new int[width];
        java.util.Arrays.fill(widths, 9000 / width);
        return made.table(widths, rows.toArray(Cell[][]::new));
    }

    private static HandMade list(Random random) {
        List<String> columns = new ArrayList<>(some(COLUMNS, 4 + random.nextInt(6), random));
        List<Cell[]> rows = new ArrayList<>();
        rows.add(row(columns.toArray()));
        for (int i = 0; i < 2 + random.nextInt(12); i++) {
            int number = i + 1;
            rows.add(row(columns.stream()
                    .map(column -> column.equals("序号") ? "" + number : value(column, random))
                    .toArray()));
        }
        int[] widths = new int[columns.size()];
        java.util.Arrays.fill(widths, 9000 / columns.size());
        HandMade made = new HandMade();
        return (random.nextBoolean() ? made.landscape() : made)
                .paragraph(one(LISTS, random))
                .paragraph("单位：" + one(OFFICES, random))
                .table(widths, rows.toArray(Cell[][]::new));
    }

    private static HandMade letter(Random random) {
        HandMade made =
                new HandMade().paragraph(one(List.of("江苏省", "", "宁夏回族自治区", "××市"), random) + one(LETTERS, random));
        made.paragraph(one(List.of("各有关单位：", "国家知识产权局：", "领导小组办公室：", "局党组："), random));
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            made.paragraph("　　" + "一二三四五六七八".charAt(i) + "、" + text(random));
        }
        if (random.nextInt(4) == 0) {
            made.paragraph("附件：1．推荐对象汇总表").paragraph("　　　2．推荐对象初审表");
        }
        return made.paragraph("特此" + one(List.of("通知", "函告", "报告", "证明"), random) + "。")
                .paragraph(one(OFFICES, random))
                .paragraph("2021年8月" + (1 + random.nextInt(28)) + "日");
    }

    private static String value(String label, Random random) {
        return switch (label) {
            case "姓名" -> one(List.of("张伟", "王芳", "李娜", "刘洋"), random);
            case "性别" -> one(List.of("男", "女"), random);
            case "民族" -> "汉族";
            case "联系电话", "手机" -> "1380000" + (1000 + random.nextInt(9000));
            case "身份证号" -> "110101197508150018";
            case "出生年月" -> "19" + (60 + random.nextInt(39)) + ".0" + (1 + random.nextInt(9));
            default -> one(List.of("无", "", "见附件", "江苏省", "科长", "12"), random);
        };
    }

    private static String text(Random random) {
        return Forms.samples().text(20 + random.nextInt(LONGEST));
    }

    private static List<String> some(List<String> all, int count, Random random) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
