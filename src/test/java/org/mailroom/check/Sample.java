package org.mailroom.check;

/** Complete submissions without a fault. */
final class Sample {
    static final String BUREAU = "佛山市顺德区市场监督管理局";
    static final String PERSON = "张三";

    static final String REPORT = """
            关于报送全国知识产权系统先进集体和先进个人初审推荐材料的报告
            评选表彰工作领导小组办公室：
            一、推荐工作组织情况
            我省高度重视，由省人力资源社会保障厅、省知识产权局联合成立省级评选机构，印发通知，部署推荐工作，明确推荐范围、条件、名额和纪律要求。%s
            二、推荐过程
            各单位按照自下而上、逐级推荐的程序，经民主推荐、领导班子集体研究决定，提出拟推荐对象，省级评选机构对推荐程序的规范性、材料的真实性进行了审核。%s
            三、拟推荐对象及简要事迹
            拟推荐先进集体1个、先进个人1名，主要事迹见附件。
            四、本单位公示情况
            拟推荐对象于2021年8月23日至27日在本单位公示，未收到异议。
            广东省评选机构
            2021年8月28日
            """.formatted("坚持面向基层和工作一线。".repeat(7), "坚持公开、公平、公正。".repeat(7));

    static final String FORMAL_REPORT = """
            关于正式推荐全国知识产权系统先进集体和先进个人的报告
            一、复审推荐工作组织情况
            省级评选机构召开专题会议部署。
            二、推荐过程
            经集体研究确定正式推荐对象。
            三、推荐对象征求意见情况
            已征求公安等部门意见。
            四、公示情况
            正式推荐对象于2021年9月17日至24日在省级范围公示，无异议。
            五、推荐意见
            同意推荐。
            广东省评选机构
            2021年9月26日
            """;

    private Sample() {}

    static Paper summary() {
        return Paper.summary().collective(BUREAU).individual(PERSON);
    }

    static Paper bureau() {
        return Paper.firstReview("collective", BUREAU);
    }

    static Paper person() {
        return Paper.firstReview("individual", PERSON);
    }

    static Paper report() {
        return Paper.report("first-review-report", REPORT);
    }

    static Paper formalReport() {
        return Paper.report("formal-report", FORMAL_REPORT);
    }

    static Handed first() {
        return Handed.first(summary(), bureau(), person(), report());
    }

    static Handed second() {
        return Handed.second(
                summary(),
                Paper.approval("collective", BUREAU),
                Paper.approval("individual", PERSON),
                Paper.opinions("collective", BUREAU),
                Paper.opinions("individual", PERSON),
                formalReport());
    }
}
