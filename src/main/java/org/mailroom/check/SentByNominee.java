package org.mailroom.check;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.check.History.Sender;

/**
 * Material that a nominee seems to have sent himself: the sender bears his name, or the address holds his mobile
 * number.
 *
 * @param phone the field of a nominee's number
 */
record SentByNominee(Words words, Scope scope, String category, String phone) implements WordedRule {
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
    private static final int MOBILE = 11;

    static Rule read(Line line) {
        Scope scope = line.scope();
        return new SentByNominee(
                line.words(Variant.whole("", "name")), scope, line.category("category"), line.field("phone", scope));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        List<Sender> senders = dossier.history().senders();
        return dossier.counted().stream()
                .filter(nominee -> nominee.category().equals(category))
                .map(Dossier.Nominee::name)
                .filter(name -> senders.stream()
                        .anyMatch(sender -> Names.normalise(sender.name()).equals(name)
                                || numbers(name, dossier)
                                        .anyMatch(number -> sender.address().contains(number))))
                .flatMap(name -> words.say("", Answers.place(""), Map.of("name", name)));
    }

    private Stream<String> numbers(String name, Dossier dossier) {
        return scope.sets(dossier)
                .filter(set -> set.nominee().filter(name::equals).isPresent())
                .map(set -> NO_DIGIT.matcher(Plain.wide(set.text(phone))).replaceAll(""))
                .filter(number -> number.length() == MOBILE);
    }
}
