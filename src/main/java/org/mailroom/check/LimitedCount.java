package org.mailroom.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.CodeLists.Code;
import org.mailroom.check.Dossier.Nominee;

/**
 * No more nominees of one code group than the unit's quota for it (R-23, 处级限额推荐).
 *
 * @param field the field whose code is counted
 * @param group the group of the code list that counts
 * @param exemptFields fields in which the unit may say that a nominee does not count
 * @param exempt what it says then
 */
record LimitedCount(
        Words words,
        Scope scope,
        Values values,
        String quota,
        String field,
        String codes,
        String group,
        Set<String> exemptFields,
        Pattern exempt,
        String list)
        implements WordedRule {

    static Rule read(Line line) {
        Scope scope = line.scope();
        return new LimitedCount(
                line.words(Variant.whole("", "q", "n")),
                scope,
                line.values(),
                line.quota("quota"),
                line.field("field", scope),
                line.codeList("codes"),
                line.text("group"),
                Set.copyOf(line.texts("exemptFields")),
                line.pattern("exempt"),
                line.form("list"));
    }

    @Override
    public boolean asksUnit() {
        return true;
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        int q = dossier.unit().quotas().getOrDefault(quota, 0);
        int n = counted(dossier);
        return n <= q ? Stream.empty() : words.say("", Answers.place(list), Map.of("q", q, "n", n));
    }

    int counted(Dossier dossier) {
        Set<Optional<String>> inGroup = new HashSet<>();
        Set<Optional<String>> exempted = new HashSet<>();
        scope.sets(dossier).forEach(set -> {
            if (isInGroup(set)) {
                inGroup.add(set.nominee());
            }
            if (isExempt(set)) {
                exempted.add(set.nominee());
            }
        });
        inGroup.removeAll(exempted);
        return (int) dossier.counted().stream()
                .filter(nominee ->
                        scope.category().isEmpty() || scope.category().get().equals(nominee.category()))
                .map(Nominee::name)
                .filter(name -> inGroup.contains(Optional.of(name)))
                .count();
    }

    private boolean isInGroup(AnswerSet set) {
        return values.codes().find(codes, set.text(field)).flatMap(Code::group).equals(Optional.of(group));
    }

    private boolean isExempt(AnswerSet set) {
        return exemptFields.stream()
                .flatMap(name -> set.answer(name).stream())
                .anyMatch(answer -> exempt.matcher(values.said(answer)).find());
    }
}
