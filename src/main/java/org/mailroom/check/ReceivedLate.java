package org.mailroom.check;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Stage;
import org.mailroom.form.Place;

/** The unit's first mail for the stage was received after the close (R-01 to R-03, D-2, D-3). A person decides. */
record ReceivedLate(Words words, ZoneId zone, DateTimeFormatter times, DateTimeFormatter dates) implements WordedRule {
    private static final Place WHOLE = new Place("", Optional.empty(), "", 0, "");

    static Rule read(Line line) {
        return new ReceivedLate(
                line.words(Variant.whole("", "pronoun", "material", "recvTime", "due")),
                line.context().zone(),
                line.format("value.time.format"),
                line.format("value.date.format"));
    }

    @Override
    public Stream<Finding> check(Dossier dossier) {
        Stage stage = dossier.stage();
        Instant received = dossier.firstReceived();
        return stage.onTime(received)
                ? Stream.empty()
                : words.say(
                        "",
                        WHOLE,
                        Map.of(
                                "pronoun", dossier.unit().pronoun(),
                                "material", stage.material(),
                                "recvTime", times.format(received.atZone(zone)),
                                "due", dates.format(stage.due())));
    }
}
