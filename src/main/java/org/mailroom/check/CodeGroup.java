package org.mailroom.check;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.CodeLists.Code;

/** A field whose code belongs to a certain group, 副厅局级以上不参加. */
record CodeGroup(Words words, Scope scope, CodeReader reader, String codes, String group) implements WordedRule {
    static Rule read(Line line) {
        return new CodeGroup(
                line.words(Variant.field("", "v")),
                line.scope(),
                line.values().codes(),
                line.codeList("codes"),
                line.text("group"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        return scope.answers(dossier)
                .filter(answer ->
                        reader.find(codes, answer.text()).flatMap(Code::group).equals(Optional.of(group)))
                .flatMap(answer -> words.say("", answer, Map.of("v", answer.text())));
    }
}
