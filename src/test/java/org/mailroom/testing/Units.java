package org.mailroom.testing;

import java.util.List;
import java.util.Map;
import org.mailroom.campaign.Unit;

/** Units as the campaign describes them, for tests that need no whole campaign. */
public final class Units {
    public static final Unit JIANGSU =
            unit("320000", "江苏省", "江苏", "province", List.of("南京市", "无锡市", "徐州市", "常州市", "苏州市", "南通市"), 6, 6);
    public static final Unit NINGXIA =
            unit("640000", "宁夏回族自治区", "宁夏", "autonomous_region", List.of("银川市", "石嘴山市", "吴忠市"), 2, 2);
    public static final Unit BEIJING = unit("110000", "北京市", "北京", "municipality", List.of("东城区", "西城区", "朝阳区"), 6, 5);
    public static final Unit CORPS = unit("660000", "新疆生产建设兵团", "新疆兵团", "xpcc", List.of("石河子市", "阿拉尔市"), 2, 2);

    private static Unit unit(
            String code,
            String name,
            String shortName,
            String kind,
            List<String> places,
            int collectives,
            int individuals) {
        return new Unit(
                code,
                name,
                shortName,
                kind,
                shortName + "省级评选机构",
                "贵省",
                List.of(name, shortName),
                List.of(),
                List.of(),
                List.of(),
                places,
                Map.of("collective", collectives, "individual", individuals, "division", 1));
    }

    private Units() {}
}
