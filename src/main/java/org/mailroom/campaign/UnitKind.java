package org.mailroom.campaign;

import java.util.Map;

/**
 * How mails speak to and of the units of one kind.
 *
 * @param pronoun for example 贵省
 * @param addressee with the variables ${name} and ${shortName}, for example ${shortName}省级评选机构
 */
record UnitKind(String pronoun, String addressee) {
    static UnitKind of(Entry entry) {
        entry.allowOnly("pronoun", "addressee");
        String addressee = entry.text("addressee");
        if (addressee.replace("${name}", "").replace("${shortName}", "").contains("${")) {
            throw entry.wrong("addressee", "may use ${name} and ${shortName} only, found \"" + addressee + "\"");
        }
        return new UnitKind(entry.text("pronoun"), addressee);
    }

    String addressee(String name, String shortName) {
        return new Messages(Map.of("addressee", addressee))
                .format("addressee", Map.of("name", name, "shortName", shortName));
    }
}
