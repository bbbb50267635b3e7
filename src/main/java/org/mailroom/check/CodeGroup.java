package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.CodeLists.Code;
import org.mailroom.campaign.Entry;

/**
 * A field whose code belongs to a certain group, 副厅局级以上不参加.
 *
 * @param beside a field of the same nominee that must match, too; "" = none
 * @param matches what it must match
 */
record CodeGroup(
        Words words, Scope scope, CodeReader reader, String codes, String group, String beside, Pattern matches)
        implements WordedRule {
    static Rule read(Line line) {
        Scope scope = line.scope();
        boolean where = line.asking("where").has("where");
        Optional<Entry> condition = where ? Optional.of(line.asking("where").entry("where")) : Optional.empty();
        condition.ifPresent(entry -> entry.allowOnly("field", "matches"));
        String beside = condition.map(entry -> entry.text("field")).orElse("");
        line.require(
                beside.isEmpty() || line.hasField(scope.documents(), beside),
                "where",
                "\"field\" must be a field of these documents, found \"" + beside + "\"");
        return new CodeGroup(
                line.words(where ? Variant.field("", "v", "beside") : Variant.field("", "v")),
                scope,
                line.values().codes(),
                line.codeList("codes"),
                line.text("group"),
                beside,
                condition.map(entry -> Line.pattern(entry, "matches")).orElse(Alternatives.patterns(List.of())));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer ->
                        reader.find(codes, answer.text()).flatMap(Code::group).equals(Optional.of(group)))
                .filter(answer ->
                        beside.isEmpty() || matches.matcher(besideOf(answer)).find())
                .flatMap(answer -> words.say("", answer, Map.of("v", answer.text(), "beside", besideOf(answer))));
    }

    private String besideOf(Answer answer) {
        return Names.normalise(answer.in().text(beside));
    }
}
