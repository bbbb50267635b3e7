package org.mailroom.form;

import static org.mailroom.form.HandMade.c;
import static org.mailroom.form.HandMade.row;
import static org.mailroom.form.HandMade.under;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every form of the campaign in two layouts of other hands than ours, with what stands in them.
 *
 * @param text the whole text of a letter, "" for forms
 */
public record Layouts(
        String name,
        String document,
        HandMade made,
        Map<String, String> fields,
        List<Map<String, String>> rows,
        String text) {

    private static Layouts letter(String name, String document, HandMade made, String... text) {
        return new Layouts(name, document, made, Map.of(), List.of(), String.join("\n", text));
    }

    private static Layouts of(
            String name, String document, HandMade made, Map<String, String> fields, List<Map<String, String>> rows) {
        return new Layouts(name, document, made, fields, rows, "");
    }

    private static Map<String, String> map(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    @Override
    public String toString() {
        return name;
    }

    public static List<Layouts> all() {
        return List.of(
                firstReviewOfAPerson(),
                firstReviewOfACollective(),
                collectiveApprovalWithCoverTable(),
                collectiveApprovalInOneTable(),
                individualApprovalInTheUsualOrder(),
                individualApprovalUnderOneFrame(),
                opinionsWithHeaderParagraph(),
                opinionsSplitFromTheirSeals(),
                summaryInOneTable(),
                summaryInTwoTablesCutByAPage(),
                contactsInRows(),
                contactsInGroups(),
                firstReviewReportUnderARedHead(),
                firstReviewReportBehindACoveringLetter(),
                formalReportInAFrame(),
                formalReportUnderATitleOfThreeLines());
    }

    static Layouts firstReviewOfAPerson() {
        HandMade made = new HandMade()
                .paragraph("附件|1")
                .table(
                        new int[] {1400, 3000, 1500, 3100},
                        row(c("推荐对象初审表").span(4)),
                        row("推荐|类别", c("□先进集体　☑先进个人").span(3)),
                        row("推荐单位", "江苏省", "姓名／集体名称", "张　三"),
                        row("性|　　|别", "男", "民　　族", "汉族"),
                        row("出生年月", "1975.08", "政治\n面貌", "中共党员（1999.06）"),
                        row("学历／学位", "研究生／硕士", "职　　称", "研究员"),
                        row("工作单位及职务", c("南京市知识产权保护中心　审查科科长").span(3)),
                        row("行政级别", "正科级", "单位性质", "事业单位"),
                        row("是否企业负责人", "否", "从事知识产权工作年限", "12年"),
                        row("身份证号码", c("110101197508150018").span(3)),
                        row("集体人数", "", "负责人姓名、职务", ""),
                        row("联系人", "李四", "联系电话", "025-83236300"),
                        row("曾受表彰奖励情况", c("无").span(3)),
                        row(
                                c("简\n要\n事\n迹\n︵300字以内︶"),
                                c("该同志从事知识产权工作十二年。\n单位性质：这一行写在事迹里，不是栏目。").span(3)),
                        row("所在单位公示情况", c("2021年8月16日至20日在单位公示栏公示，无异议。").span(3)),
                        row(c("所在单位意见：\n　　同意推荐。\n（盖章）\n2021年8月20日").span(4)),
                        row(c("省级人社部门意见：\n\n（盖章）\n　年　月　日").span(4)),
                        row(c("省级知识产权部门意见：\n\n（盖章）\n　年　月　日").span(4)));
        return of(
                "first review, a person, four columns",
                "first-review-form",
                made,
                map(
                        "category",
                        "先进个人",
                        "recommendingUnit",
                        "江苏省",
                        "name",
                        "张　三",
                        "sex",
                        "男",
                        "ethnicGroup",
                        "汉族",
                        "birth",
                        "1975.08",
                        "politicalStatus",
                        "中共党员（1999.06）",
                        "education",
                        "研究生",
                        "degree",
                        "硕士",
                        "professionalTitle",
                        "研究员",
                        "post",
                        "南京市知识产权保护中心　审查科科长",
                        "rank",
                        "正科级",
                        "unitNature",
                        "事业单位",
                        "enterpriseHead",
                        "否",
                        "ipYears",
                        "12年",
                        "identityNumber",
                        "110101197508150018",
                        "headcount",
                        "",
                        "head",
                        "",
                        "contactPerson",
                        "李四",
                        "contactPhone",
                        "025-83236300",
                        "awards",
                        "无",
                        "deeds",
                        "该同志从事知识产权工作十二年。\n单位性质：这一行写在事迹里，不是栏目。",
                        "unitPublicity",
                        "2021年8月16日至20日在单位公示栏公示，无异议。",
                        "unitOpinion",
                        "同意推荐。\n（盖章）\n2021年8月20日",
                        "hrssOpinion",
                        "",
                        "ipoOpinion",
                        ""),
                List.of());
    }

    static Layouts firstReviewOfACollective() {
        HandMade made = new HandMade()
                .paragraph("附件1")
                .paragraph("推 荐 对 象 初 审 表")
                .paragraph("推荐单位：　江苏省　　　推荐类别：先进集体（√）　先进个人（　）")
                .table(
                        new int[] {1500, 1500, 1500, 1500, 1500, 1500},
                        row(c("集体名称").span(2), c("南京市知识产权保护中心").span(4)),
                        row("性别", "民族", "出生年月", "政治面貌", "学历", "学位"),
                        row("", "", "", "", "", ""),
                        row(c("工作单位及职务").span(2), "", c("职称").span(2), ""),
                        row("行政级别", "副处级", "是否企业负责人", "否", "单位性质", "事业单位"),
                        row("从事知识产权工作年限", "", "身份证号码", c("").span(3)),
                        row("集体人数", "86", "负责人", "姓名、职务", c("王强　主任").span(2)),
                        row("联系人", "赵敏", "联系电话", c("13800000001").span(3)),
                        row(c("曾受表彰奖励情况").span(6)),
                        row(c("2019年获全国专利系统先进集体").span(6)),
                        row(c("简要事迹（不超过300字）").span(6)),
                        row(c("该中心成立以来成绩突出。").span(6)),
                        row(c("所在单位公示情况").span(2), c("已公示5个工作日").span(4)))
                .paragraph("")
                .table(
                        new int[] {3000, 3000, 3000},
                        row("所在单位意见", "省级人社部门意见", "省级知识产权部门意见"),
                        row("同意\n（盖章）\n2021年8月23日", "（盖章）\n年　月　日", "（盖章）\n年　月　日"))
                .paragraph("注：单位性质：填写机关、事业单位等。");
        return of(
                "first review, a collective, header as paragraph",
                "first-review-form",
                made,
                map(
                        "category",
                        "先进集体",
                        "recommendingUnit",
                        "江苏省",
                        "name",
                        "南京市知识产权保护中心",
                        "sex",
                        "",
                        "ethnicGroup",
                        "",
                        "birth",
                        "",
                        "politicalStatus",
                        "",
                        "education",
                        "",
                        "degree",
                        "",
                        "professionalTitle",
                        "",
                        "post",
                        "",
                        "rank",
                        "副处级",
                        "unitNature",
                        "事业单位",
                        "enterpriseHead",
                        "否",
                        "ipYears",
                        "",
                        "identityNumber",
                        "",
                        "headcount",
                        "86",
                        "head",
                        "王强　主任",
                        "contactPerson",
                        "赵敏",
                        "contactPhone",
                        "13800000001",
                        "awards",
                        "2019年获全国专利系统先进集体",
                        "deeds",
                        "该中心成立以来成绩突出。",
                        "unitPublicity",
                        "已公示5个工作日",
                        "unitOpinion",
                        "同意\n（盖章）\n2021年8月23日",
                        "hrssOpinion",
                        "",
                        "ipoOpinion",
                        ""),
                List.of());
    }

    private static final Map<String, String> COLLECTIVE = map(
            "name",
            "苏州市知识产权局",
            "recommendingUnit",
            "江苏省",
            "filledOn",
            "2021年9月20日",
            "unitNature",
            "机关",
            "rank",
            "正科级",
            "headcount",
            "35",
            "parentUnit",
            "苏州市市场监督管理局",
            "headName",
            "周明",
            "headPost",
            "局长",
            "headPoliticalStatus",
            "中共党员",
            "contactPerson",
            "吴芳",
            "contactPhone",
            "0512-65000000",
            "creditCode",
            "",
            "address",
            "苏州市姑苏区某路1号",
            "postcode",
            "215000",
            "awards",
            "无",
            "punishments",
            "无",
            "deeds",
            "一、开拓创新。\n二、服务企业。",
            "unitOpinion",
            "同意推荐。\n（盖章）\n2021年9月1日",
            "countyOpinion",
            "",
            "cityOpinion",
            "同意\n2021年9月3日",
            "hrssOpinion",
            "",
            "ipoOpinion",
            "",
            "ministryOpinion",
            "");

    static Layouts collectiveApprovalWithCoverTable() {
        HandMade made = new HandMade()
                .paragraph("附件2")
                .paragraph("全国知识产权系统")
                .paragraph("先进集体推荐审批表")
                .table(new int[] {3000, 5000}, row("集体名称", "苏州市知识产权局"), row("推荐单位", "江苏省"), row("填报时间", "2021年9月20日"))
                .paragraph("填 表 说 明")
                .paragraph("一、本表供推荐全国知识产权系统先进集体使用，集体名称：填写全称。")
                .paragraph("二、联系电话：填写固定电话。")
                .table(
                        new int[] {1200, 1200, 2600, 1200, 2600},
                        row(c("集|体|名　称").span(2), c("苏州市知识产权局").span(3)),
                        row(c("集体性质").span(2), "机关", "集体级别", "正科级"),
                        row(c("集体人数").span(2), "35", "所属单位", "苏州市市场监督管理局"),
                        row(c("负责人").top(), "姓名", "周明", "职务", "局长"),
                        row(under(), "政治面貌", c("中共党员").span(3)),
                        row(c("联系人").span(2), "吴芳", "联系电话", "0512-65000000"),
                        row(c("统一社会信用代码").span(2), c("").span(3)),
                        row(c("通讯地址").span(2), "苏州市姑苏区某路1号", "邮政编码", "215000"),
                        row(c("何时何地受过何种奖励").span(2), c("无").span(3)),
                        row(c("何时何地受过何种处分").span(2), c("无").span(3)))
                .paragraph("")
                .table(new int[] {900, 8000}, row("主\n要\n事\n迹", "一、开拓创新。\n二、服务企业。"))
                .paragraph("")
                .table(
                        new int[] {2000, 6900},
                        row(c("所在单位意见").top(), "同意推荐。"),
                        row(under(), "（盖章）\n2021年9月1日"),
                        row("县级人力资源社会保障部门、知识产权部门意见", "（盖章）　　年　月　日"),
                        row("市级人力资源社会保障部门、知识产权部门意见", "同意\n2021年9月3日"),
                        row("省级人力资源社会保障部门意见", "（盖章）　　年　月　日"),
                        row("省级知识产权部门意见", "（盖章）　　年　月　日"),
                        row("人力资源社会保障部、国家知识产权局审批意见", "（盖章）　　年　月　日"));
        return of("collective approval, cover as table", "collective-approval-form", made, COLLECTIVE, List.of());
    }

    static Layouts collectiveApprovalInOneTable() {
        HandMade made = new HandMade()
                .paragraph("全国知识产权系统先进集体推荐审批表")
                .paragraph("集体名称：苏州市知识产权局　　推荐单位：江苏省")
                .paragraph("填报时间：2021年9月20日")
                .table(
                        new int[] {1800, 1200, 1500, 1500, 1500, 1500},
                        row("单|位　名|称", c("苏州市知识产权局").span(5)),
                        row("单位性质", "机关", "单位级别", "正科级", "单位人数", "35"),
                        row("上级单位", c("苏州市市场监督管理局").span(5)),
                        row("负责人姓名", "周明", "负责人职务", "局长", "负责人政治面貌", "中共党员"),
                        row("联系人", "吴芳", "联系电话", c("0512-65000000").span(3)),
                        row("社会信用代码", c("").span(5)),
                        row("通讯地址", c("苏州市姑苏区某路1号").span(3), "邮编", "215000"),
                        row("何时何地受过何种奖励", c("无").span(5)),
                        row("何时何地受过何种处分", c("无").span(5)),
                        row(c("主要事迹").span(6)),
                        row(c("一、开拓创新。\n二、服务企业。").span(6)),
                        row("所在单位意见", c("同意推荐。").span(3), c("（盖章）\n2021年9月1日").span(2)),
                        row(c("县级意见").span(3), c("市级意见").span(3)),
                        row(c("盖章　年　月　日").span(3), c("同意\n2021年9月3日").span(3)),
                        row("省级人社部门意见", c("").span(2), "省级知识产权部门意见", c("").span(2)),
                        row("审批意见", c("").span(5)));
        return of("collective approval, one table", "collective-approval-form", made, COLLECTIVE, List.of());
    }

    private static final Map<String, String> INDIVIDUAL = map(
            "name",
            "阿卜杜拉·买买提",
            "homeUnit",
            "新疆某中心",
            "recommendingUnit",
            "新疆维吾尔自治区",
            "filledOn",
            "2021.9.22",
            "sex",
            "男",
            "photo",
            "",
            "ethnicGroup",
            "维吾尔族",
            "birth",
            "1980.03",
            "politicalStatus",
            "群众",
            "nativePlace",
            "新疆喀什",
            "education",
            "大学本科",
            "degree",
            "学士",
            "professionalTitle",
            "高级工程师",
            "workSince",
            "2003.07",
            "unitNature",
            "事业单位",
            "post",
            "科长",
            "rank",
            "正科级",
            "ipYears",
            "11",
            "identityNumber",
            "650102198003120010",
            "phone",
            "13900000002",
            "address",
            "喀什市某路2号　844000",
            "enterpriseHead",
            "否",
            "asSpecialist",
            "否",
            "awards",
            "2018年自治区先进",
            "punishments",
            "无",
            "resume",
            "1999.09-2003.07 新疆大学 学生\n2003.07至今 新疆某中心 科长",
            "deeds",
            "长期扎根基层。",
            "pledge",
            "本人承诺情况属实。",
            "unitOpinion",
            "同意",
            "countyOpinion",
            "",
            "cityOpinion",
            "",
            "hrssOpinion",
            "",
            "ipoOpinion",
            "",
            "ministryOpinion",
            "");

    static Layouts individualApprovalInTheUsualOrder() {
        HandMade made = new HandMade()
                .paragraph("附件3")
                .paragraph("全国知识产权系统先进个人推荐审批表")
                .paragraph("姓　　名|：|　阿卜杜拉·买买提　")
                .paragraph("工作单位：　新疆某中心　")
                .paragraph("推荐单位：　新疆维吾尔自治区　")
                .paragraph("填报时间：　2021.9.22　")
                .paragraph("填表说明")
                .paragraph("1.职务：填写现任职务。")
                .table(
                        new int[] {1500, 2000, 1500, 2000, 1800},
                        row("姓　　|名", "阿卜杜拉·买买提", "性　　别", "男", c("照片\n（2寸）").top()),
                        row("民　　族", "维吾尔族", "出生日期", "1980.03", under()),
                        row("政治面貌", "群众", "籍　　贯", "新疆喀什", under()),
                        row("学　　历", "大学本科", "学　　位", "学士", under()),
                        row("职　　称", "高级工程师", "参加工作时间", "2003.07", under()),
                        row("工作单位", c("新疆某中心").span(4)),
                        row("单位性质", "事业单位", "职　　务", c("科长").span(2)),
                        row("行政级别", "正科级", "从事知识产权工作年限", c("11").span(2)),
                        row(
                                "身份证号码",
                                "650102198003120010",
                                "联系电话（手机）",
                                c("13900000002").span(2)),
                        row("单位地址、邮编", c("喀什市某路2号　844000").span(4)),
                        row("是否企业负责人", "□是　☑否", "按专业人员推荐", c("是□　否√").span(2)),
                        row("何时何地受过何种奖励", c("2018年自治区先进").span(4)),
                        row("何时何地受过何种处分", c("无").span(4)),
                        row(
                                "个\n人\n简\n历",
                                c("1999.09-2003.07 新疆大学 学生\n2003.07至今 新疆某中心 科长").span(4)),
                        row("主要事迹", c("长期扎根基层。").span(4)),
                        row("本人承诺", c("本人承诺情况属实。").span(4)),
                        row("所在单位意见", c("同意").span(4)),
                        row("县级人社部门、知识产权部门意见", c("").span(4)),
                        row("市级人社部门、知识产权部门意见", c("（盖章）\n年　月　日").span(4)),
                        row("省级人社部门意见", c("（盖章）\n年　月　日").span(4)),
                        row("省级知识产权部门意见", c("（盖章）\n年　月　日").span(4)),
                        row("人力资源社会保障部、国家知识产权局审批意见", c("（盖章）\n年　月　日").span(4)));
        return of("individual approval, the usual order", "individual-approval-form", made, INDIVIDUAL, List.of());
    }

    static Layouts individualApprovalUnderOneFrame() {
        HandMade made = new HandMade()
                .table(
                        new int[] {1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000},
                        row(c("附件3\n全国知识产权系统先进个人推荐审批表").span(8)),
                        row(c("填报时间：2021.9.22　　推荐单位：新疆维吾尔自治区").span(8)),
                        row(
                                "姓名",
                                c("阿卜杜拉·买买提").span(2),
                                "性别",
                                "男",
                                "民族",
                                c("维吾尔族").span(2)),
                        row("出生年月", "1980.03", "籍贯", "新疆喀什", "政治面貌", "群众", c("照片").span(2)),
                        row("学历", "大学本科", "学位", "学士", "职称", c("高级工程师").span(3)),
                        row(c("参加工作时间").span(2), "2003.07", "工作单位", c("新疆某中心").span(4)),
                        row(c("单位性质").span(2), c("事业单位").span(2), c("职务").span(2), c("科长").span(2)),
                        row(c("行政级别").span(2), c("正科级").span(2), c("从事知识产权工作年限").span(2), c("11").span(2)),
                        row(c("身份证号").span(2), c("650102198003120010").span(6)),
                        row(c("手机").span(2), c("13900000002").span(6)),
                        row(c("通讯地址、邮编").span(2), c("喀什市某路2号　844000").span(6)),
                        row(c("是否企业负责人").span(3), "否", c("是否按专业人员推荐").span(3), "否"),
                        row(c("奖励情况").span(2), c("2018年自治区先进").span(6)),
                        row(c("处分情况").span(2), c("无").span(6)),
                        row(c("个人简历").top(), c("1999.09-2003.07 新疆大学 学生").span(7)),
                        row(under(), c("2003.07至今 新疆某中心 科长").span(7)),
                        row(c("主要事迹").span(8)),
                        row(c("长期扎根基层。").span(8)),
                        row(c("本人承诺：\n本人承诺情况属实。").span(8)))
                .paragraph("")
                .table(
                        new int[] {4000, 4000},
                        row(c("所在单位意见\n同意").span(2)),
                        row("县级人社部门意见", "市级人社部门意见"),
                        row("（盖章）　年　月　日", "（盖章）　年　月　日"),
                        row("省级人社部门意见", "省级知识产权部门意见"),
                        row("", ""),
                        row(c("审批意见\n（盖章）\n　年　月　日").span(2)));
        return of("individual approval, one frame", "individual-approval-form", made, INDIVIDUAL, List.of());
    }

    private static final Map<String, String> OPINION = map(
            "name",
            "江苏某科技股份有限公司",
            "homeUnit",
            "江苏某科技股份有限公司",
            "post",
            "无",
            "category",
            "先进集体",
            "identityNumber",
            "",
            "organisation",
            "/",
            "discipline",
            "无",
            "police",
            "无犯罪记录。\n（盖章）\n2021年9月8日",
            "environment",
            "无异议",
            "tax",
            "",
            "market",
            "同意",
            "emergency",
            "",
            "audit",
            "",
            "unitedFront",
            "",
            "federation",
            "");

    static Layouts opinionsWithHeaderParagraph() {
        HandMade made = new HandMade()
                .paragraph("附件4")
                .paragraph("推荐对象征求意见表")
                .paragraph("姓名（集体名称）：江苏某科技股份有限公司　 单位：江苏某科技股份有限公司　 职务：__无__")
                .paragraph("推荐类别：☑先进集体 □先进个人　　身份证号：______________")
                .table(
                        new int[] {2500, 6500},
                        row("组织|（人事）|部门\n意　　见", "/"),
                        row("纪检监察机关意见", "无"),
                        row("公安部门意见", "无犯罪记录。\n（盖章）\n2021年9月8日"),
                        row("环保部门意见", "无异议"),
                        row("税务部门意见", "（盖章）\n　年　月　日"),
                        row("市场监督管理部门意见", "同意"),
                        row("安监部门意见", ""),
                        row("审计部门意见", ""),
                        row("省委统战部意见", ""),
                        row("工商业联合会意见", ""))
                .paragraph("注：本表由推荐单位统一办理，不适用的填“/”或“无”。");
        return of("opinions, header as paragraph", "opinion-form", made, OPINION, List.of());
    }

    static Layouts opinionsSplitFromTheirSeals() {
        HandMade made = new HandMade()
                .paragraph("推荐对象征求意见表")
                .table(
                        new int[] {1500, 3000, 1500, 3000},
                        row("集体|名　　称", c("江苏某科技股份有限公司").span(3)),
                        row("所在单位", "江苏某科技股份有限公司", "现任职务", "无"),
                        row("推荐类别", "先进集体", "身份证号码", ""))
                .paragraph("各部门意见")
                .table(
                        new int[] {2000, 4000, 3000},
                        row("组织人事部门", "/", ""),
                        row("纪检监察部门", "无", ""),
                        row(c("公安部门").top(), "无犯罪记录。", ""),
                        row(under(), c("（盖章）\n2021年9月8日").span(2)),
                        row("生态环境部门", "无异议", ""),
                        row("税务部门", "", "（盖章）\n　年　月　日"),
                        row("市场监管部门", "同意", ""),
                        row("应急管理部门", "", "（盖章）\n　年　月　日"),
                        row("审计部门", "", ""),
                        row("统战部门", "", ""),
                        row("工商联", "", ""));
        return of("opinions, split from their seals", "opinion-form", made, OPINION, List.of());
    }

    private static final List<Map<String, String>> LISTED = List.of(
            map(
                    "serial",
                    "1",
                    "name",
                    "南京市知识产权保护中心",
                    "unitNature",
                    "事业单位",
                    "rank",
                    "正科级",
                    "headcount",
                    "86",
                    "head",
                    "王强",
                    "phone",
                    "13800000001",
                    "remark",
                    ""),
            map(
                    "serial",
                    "2",
                    "name",
                    "苏州市知识产权局",
                    "unitNature",
                    "机关",
                    "rank",
                    "无",
                    "headcount",
                    "35",
                    "head",
                    "周明",
                    "phone",
                    "13800000002",
                    "remark",
                    "重点"),
            map(
                    "serial",
                    "1",
                    "name",
                    "张三",
                    "sex",
                    "男",
                    "ethnicGroup",
                    "汉族",
                    "birth",
                    "1975.08",
                    "politicalStatus",
                    "中共党员",
                    "education",
                    "研究生",
                    "post",
                    "南京市知识产权保护中心科长",
                    "professionalTitle",
                    "研究员",
                    "rank",
                    "正科级",
                    "ipYears",
                    "12",
                    "identityNumber",
                    "110101197508150018",
                    "phone",
                    "13800000003",
                    "remark",
                    ""));

    private static final Map<String, String> LIST =
            map("recommendingUnit", "江苏省", "filledOn", "2021年8月25日", "filledBy", "吴芳", "phone", "025-83236300");

    static Layouts summaryInOneTable() {
        HandMade made = new HandMade()
                .landscape()
                .paragraph("附件5")
                .paragraph("推荐对象汇总表")
                .paragraph("填报单位（盖章）：江苏省　　　　　　填报日期：2021年8月25日")
                .table(
                        new int[] {500, 900, 500, 700, 900, 900, 900, 1800, 900, 900, 900, 1800, 1200, 700},
                        row(c("一、先进集体").span(14)),
                        row(
                                "序号",
                                c("集体名称").span(3),
                                c("单位性质").span(2),
                                "单位级别",
                                "集体人数",
                                c("负责人").span(2),
                                c("联系电话").span(3),
                                "备注"),
                        row(
                                "示例",
                                c("某某中心").span(3),
                                c("事业单位").span(2),
                                "正处级",
                                "50",
                                c("张三").span(2),
                                c("13900000000").span(3),
                                ""),
                        row(
                                "1",
                                c("南京市知识产权保护中心").span(3),
                                c("事业单位").span(2),
                                "正科级",
                                "86",
                                c("王强").span(2),
                                c("13800000001").span(3),
                                ""),
                        row(
                                "2",
                                c("苏州市知识产权局").span(3),
                                c("机关").span(2),
                                "无",
                                "35",
                                c("周明").span(2),
                                c("13800000002").span(3),
                                "重点"),
                        row("3", c("").span(3), c("").span(2), "", "", c("").span(2), c("").span(3), ""),
                        row("合计", c("2个").span(13)),
                        row(c("二、先进个人").span(14)),
                        row(
                                "序号",
                                "姓　|名",
                                "性\n别",
                                "民　族",
                                "出生|年月",
                                "政治\n面貌",
                                "学历",
                                "工作单位及职务",
                                "职称",
                                "行政级别（是否处级）",
                                "从事知识产权工作年限",
                                "身份证号",
                                "联系电话",
                                "备注"),
                        row("如：1", "如：李四", "女", "汉", "", "", "", "", "", "", "", "", "", ""),
                        row(
                                "1",
                                "张三",
                                "男",
                                "汉族",
                                "1975.08",
                                "中共党员",
                                "研究生",
                                "南京市知识产权保护中心科长",
                                "研究员",
                                "正科级",
                                "12",
                                "110101197508150018",
                                "13800000003",
                                ""),
                        row(c("填表人：吴芳　　　联系电话：025-83236300").span(14)));
        return of("summary, one table with headings", "summary-form", made, LIST, LISTED);
    }

    static Layouts summaryInTwoTablesCutByAPage() {
        HandMade made = new HandMade()
                .landscape()
                .paragraph("推荐对象汇总表")
                .table(new int[] {2000, 5000, 2000, 4000}, row("填报单位", "江苏省", "填报日期", "2021年8月25日"))
                .paragraph("先进集体")
                .table(
                        new int[] {700, 3000, 1200, 1200, 1200, 1200, 1800, 1500},
                        row("备注", "集体名称", "单位性质", "单位级别", "集体人数", "负责人", "联系电话", "序号"),
                        row("", "南京市知识产权保护中心", "事业单位", "正科级", "86", "王强", "13800000001", "1"),
                        row("备注", "集体名称", "单位性质", "单位级别", "集体人数", "负责人", "联系电话", "序号"),
                        row("重点", "苏州市知识产权局", "机关", "无", "35", "周明", "13800000002", "2"))
                .paragraph("先进个人")
                .table(
                        new int[] {500, 900, 500, 700, 900, 900, 900, 1800, 900, 900, 900, 1800, 1200, 700},
                        row(
                                c("序号").top(),
                                c("姓名").top(),
                                c("性别").top(),
                                c("民族").top(),
                                c("出生年月").top(),
                                c("政治面貌").top(),
                                c("学历").top(),
                                c("工作单位及职务").top(),
                                c("职称").top(),
                                c("行政级别").top(),
                                c("从事知识产权工作年限").top(),
                                c("身份证号").top(),
                                c("联系电话").top(),
                                c("备注").top()),
                        row(
                                under(), under(), under(), under(), under(), under(), under(), under(), under(),
                                under(), under(), under(), under(), under()),
                        row(
                                "1",
                                "张三",
                                "男",
                                "汉族",
                                "1975.08",
                                "中共党员",
                                "研究生",
                                "南京市知识产权保护中心科长",
                                "研究员",
                                "正科级",
                                "12",
                                "110101197508150018",
                                "13800000003",
                                ""))
                .paragraph("填表人：吴芳　　　　联系电话：025-83236300");
        return of("summary, two tables", "summary-form", made, LIST, LISTED);
    }

    private static final List<Map<String, String>> CONTACTS = List.of(
            map(
                    "department",
                    "人力资源社会保障部门",
                    "name",
                    "赵敏",
                    "division",
                    "表彰奖励处",
                    "post",
                    "副处长",
                    "phone",
                    "025-83236301",
                    "mobile",
                    "13800000011",
                    "fax",
                    "025-83236302",
                    "mail",
                    "zhao@example.gov.cn"),
            map(
                    "department",
                    "知识产权部门",
                    "name",
                    "钱伟",
                    "division",
                    "人事处",
                    "post",
                    "处长",
                    "phone",
                    "025-83236303",
                    "mobile",
                    "13800000012",
                    "fax",
                    "无",
                    "mail",
                    "qian@example.gov.cn"));

    private static final Map<String, String> CONTACT = map(
            "recommendingUnit",
            "江苏省",
            "body",
            "江苏省评选工作领导小组办公室",
            "office",
            "江苏省知识产权局",
            "address",
            "南京市某路3号",
            "postcode",
            "210000",
            "seal",
            "");

    static Layouts contactsInRows() {
        HandMade made = new HandMade()
                .paragraph("附件6")
                .paragraph("全国知识产权系统先进集体和先进个人")
                .paragraph("评选表彰推荐工作联系表")
                .table(
                        new int[] {1800, 900, 1000, 900, 1300, 1300, 1300, 1600},
                        row(c("省（区、市）").span(2), c("江苏省").span(6)),
                        row(c("省级评选机构名称").span(2), c("江苏省评选工作领导小组办公室").span(6)),
                        row(c("办公室设在").span(2), c("江苏省知识产权局").span(6)),
                        row("", "姓　|　名", "处室", "职　务", "办公\n电话", "手机", "传真", "电子|邮箱"),
                        row(
                                "人力资源社会保障部门",
                                "赵敏",
                                "表彰奖励处",
                                "副处长",
                                "025-83236301",
                                "13800000011",
                                "025-83236302",
                                "zhao@example.gov.cn"),
                        row("知识产权部门", "钱伟", "人事处", "处长", "025-83236303", "13800000012", "无", "qian@example.gov.cn"),
                        row("通讯地址", c("南京市某路3号").span(5), "邮编", "210000"),
                        row(c("省级评选机构（盖章）\n\n　　年　　月　　日").span(8)));
        return of("contacts, one table", "contact-form", made, CONTACT, CONTACTS);
    }

    static Layouts contactsInGroups() {
        HandMade made = new HandMade()
                .paragraph("全国知识产权系统先进集体和先进个人评选表彰推荐工作联系表")
                .paragraph("省（区、市）：江苏省")
                .table(
                        new int[] {1800, 1500, 2500, 1500, 2500},
                        row(c("省级评选机构").span(2), c("江苏省评选工作领导小组办公室").span(3)),
                        row(c("办公室设在").span(2), c("江苏省知识产权局").span(3)),
                        row(c("人力资源社会保障部门").top(), "姓　　|名", "赵敏", "处　室", "表彰奖励处"),
                        row(under(), "职务", "副处长", "办公电话", "025-83236301"),
                        row(under(), "手机", "13800000011", "传真", "025-83236302"),
                        row(under(), "电子邮箱", c("zhao@example.gov.cn").span(3)),
                        row(c("知识产权部门").top(), "姓名", "钱伟", "处室", "人事处"),
                        row(under(), "职务", "处长", "办公电话", "025-83236303"),
                        row(under(), "手机", "13800000012", "传真", "无"),
                        row(under(), "电子邮箱", c("qian@example.gov.cn").span(3)),
                        row("通讯地址", c("南京市某路3号").span(2), "邮编", "210000"),
                        row("公章", c("（盖章）\n年　月　日").span(4)));
        return of("contacts, groups of labels", "contact-form", made, CONTACT, CONTACTS);
    }

    /** The head of a document as offices print it: two senders beside one word, number and signer, then the title. */
    static Layouts firstReviewReportUnderARedHead() {
        HandMade made = new HandMade()
                .table(new int[] {6000, 3000}, row("江苏省人力资源和社会保障厅", c("文件").top()), row("江苏省知识产权局", under()))
                .paragraph("苏人社函|〔2021〕|156号　　　　　　签发人：张某某")
                .paragraph("")
                .paragraph("江苏省人力资源和社会保障厅　江苏省知识产权局\n关于全国知识产权系统先进集体和先进个人|拟推荐对象\n情况的报|告")
                .paragraph("全国知识产权系统先进集体和先进个人评选表彰工作领导小组办公室：")
                .paragraph("　　现将我省推荐工作报告如下。")
                .paragraph("　　一、推荐工作组织情况")
                .paragraph("　　经民主推荐、集体研究确定。")
                .table(new int[] {3000, 6000}, row("姓　名", "简要事迹"), row("张三", "长期从事专利审查。"))
                .paragraph("江苏省人力资源和社会保障厅　　江苏省知识产权局")
                .paragraph("二〇二一年八月二十五日");
        return letter(
                "first review report, under a red head",
                "first-review-report",
                made,
                "江苏省人力资源和社会保障厅",
                "文件",
                "江苏省知识产权局",
                "苏人社函〔2021〕156号　　　　　　签发人：张某某",
                "江苏省人力资源和社会保障厅　江苏省知识产权局",
                "关于全国知识产权系统先进集体和先进个人拟推荐对象",
                "情况的报告",
                "全国知识产权系统先进集体和先进个人评选表彰工作领导小组办公室：",
                "现将我省推荐工作报告如下。",
                "一、推荐工作组织情况",
                "经民主推荐、集体研究确定。",
                "姓　名",
                "简要事迹",
                "张三",
                "长期从事专利审查。",
                "江苏省人力资源和社会保障厅　　江苏省知识产权局",
                "二〇二一年八月二十五日");
    }

    static Layouts firstReviewReportBehindACoveringLetter() {
        HandMade made = new HandMade()
                .paragraph("关于报送先进集体和先进个人初审材料的函")
                .paragraph("评选表彰工作领导小组办公室：")
                .paragraph("　　现将有关材料报送你办，请予审核。")
                .paragraph("附件：1.初审评选推荐工作报告")
                .paragraph("　　　2.推荐对象汇总表")
                .paragraph("2021年8月26日")
                .paragraph("附件1")
                .paragraph("初 审 评 选 推 荐|")
                .paragraph("工|作 报 告")
                .paragraph("评选表彰工作领导小组办公室:")
                .paragraph("一、推荐工作组织情况。我省高度重视。")
                .paragraph("二、本单位公示情况。2021年8月16日至20日公示，无异议。")
                .paragraph("2021年8月25日");
        return letter(
                "first review report, behind a covering letter",
                "first-review-report",
                made,
                "初 审 评 选 推 荐",
                "工作 报 告",
                "评选表彰工作领导小组办公室:",
                "一、推荐工作组织情况。我省高度重视。",
                "二、本单位公示情况。2021年8月16日至20日公示，无异议。",
                "2021年8月25日");
    }

    static Layouts formalReportInAFrame() {
        HandMade made = new HandMade()
                .table(
                        new int[] {9000},
                        row("宁人社函〔2021〕88号"),
                        row("正|式推荐工作报告\n（宁夏回族自治区）\n国家知识产权局人事司：\n　　一、复审推荐工作组织情况\n　　二、推荐意见\n　　同意推荐。"),
                        row("宁夏回族自治区评选机构（盖章）\n2021年9月28日"));
        return letter(
                "formal report, in a frame",
                "formal-report",
                made,
                "宁人社函〔2021〕88号",
                "正式推荐工作报告",
                "（宁夏回族自治区）",
                "国家知识产权局人事司：",
                "一、复审推荐工作组织情况",
                "二、推荐意见",
                "同意推荐。",
                "宁夏回族自治区评选机构（盖章）",
                "2021年9月28日");
    }

    static Layouts formalReportUnderATitleOfThreeLines() {
        HandMade made = new HandMade()
                .paragraph("云南省全国知识产权系统")
                .paragraph("先进集体和先进个人")
                .paragraph("复审推荐情况的报|告")
                .paragraph("领导小组办公室：")
                .paragraph("　　一、推荐过程\n　　二、征求意见情况\n　　三、公示情况")
                .paragraph("　　2021年9月16日至24日在全省范围内公示5个工作日。")
                .paragraph("云南省评选工作领导小组")
                .paragraph("２０２１年９月２９日");
        return letter(
                "formal report, title of three lines",
                "formal-report",
                made,
                "云南省全国知识产权系统",
                "先进集体和先进个人",
                "复审推荐情况的报告",
                "领导小组办公室：",
                "一、推荐过程",
                "　　二、征求意见情况",
                "　　三、公示情况",
                "2021年9月16日至24日在全省范围内公示5个工作日。",
                "云南省评选工作领导小组",
                "２０２１年９月２９日");
    }
}
