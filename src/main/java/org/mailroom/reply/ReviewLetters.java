package org.mailroom.reply;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.custody.By;
import org.mailroom.custody.Decided;
import org.mailroom.dossier.Reviews;
import org.mailroom.dossier.Standings.Told;

/** A door for people: decisions about a dossier that the unit is told, both in one transaction. */
public final class ReviewLetters {
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_ITEM = 500;

    private final Reviews reviews;
    private final Answers answers;
    private final Clock campaignClock;

    public ReviewLetters(Reviews reviews, Answers answers, Clock campaignClock) {
        this.reviews = reviews;
        this.answers = answers;
        this.campaignClock = campaignClock;
    }

    /**
     * Sends the material back: a correction notice (6.2) in the person's words, with the day of correction.
     *
     * @param items each something to be corrected; if there are none, the notice gives the reason instead
     * @param by the reason must be given
     */
    public Decided sendBack(String unit, String stage, List<String> items, String seen, By by) {
        List<String> asked = items.stream()
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        if (asked.size() > MOST_ITEMS || asked.stream().anyMatch(item -> item.length() > LONGEST_ITEM)) {
            return new Decided.Refused("items-too-long", Map.of("items", MOST_ITEMS, "length", LONGEST_ITEM));
        }
        Answer.Decision said = new Answer.Decision(Kind.SENT_BACK, asked, by.reason(), by.name());
        return reviews.sendBack(
                unit, stage, String.join("\n", asked), seen, by, (decision, told) -> write(decision, told, said));
    }

    /** Admits what came late, and tells the unit. The reason must be given; the letter does not repeat it. */
    public Decided admit(String unit, String stage, String seen, By by) {
        Answer.Decision said = new Answer.Decision(Kind.ADMITTED, List.of(), "", by.name());
        return reviews.admit(unit, stage, seen, by, (decision, told) -> write(decision, told, said));
    }

    private Optional<Decided.Refused> write(long decision, Told told, Answer.Decision said) {
        if (answers.isRestricted(told.standing())) {
            return Optional.of(new Decided.Refused("restricted", Map.of()));
        }
        try {
            answers.tell("decision/" + decision, told, said, campaignClock.instant());
            return Optional.empty();
        } catch (TemplateFault broken) {
            return Optional.of(new Decided.Refused("template-broken", Map.of("fault", message(broken))));
        }
    }

    private static String message(TemplateFault broken) {
        String message = broken.getMessage();
        return message == null ? "" : message;
    }
}
