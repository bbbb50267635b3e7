package org.mailroom.check;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.mailroom.campaign.CodeLists;
import org.mailroom.campaign.Lexicon;
import org.mailroom.check.Emptiness.Content;

/** The readers of values (specification 3.8), each knowing the campaign's words. */
record Values(
        Emptiness emptiness,
        Numbers numbers,
        Dates dates,
        DateRanges ranges,
        Years years,
        Phones phones,
        Mails mails,
        Pattern postcode,
        Ticks ticks,
        IdentityNumbers identities,
        CodeReader codes,
        Discretion discretion) {

    /** What stands in the field, a choice or date left as the blank prints it counting as blank. */
    Content content(Answer answer) {
        String text = answer.text();
        Content content = emptiness.of(text);
        boolean printed = switch (answer.spec().type()) {
            case "tick" -> ticks.unfilled(text);
            case "date", "month" -> dates.unfilled(text);
            default -> false;
        };
        return printed ? Content.BLANK : content;
    }

    boolean filled(Answer answer) {
        return content(answer) == Content.FILLED;
    }

    /** The text of an answer without blanks; of a choice only what was chosen. */
    String said(Answer answer) {
        return answer.spec().type().equals("tick")
                ? String.join(",", ticks.chosen(answer.text()))
                : Plain.compact(answer.text());
    }

    static Values of(Lexicon lexicon, CodeLists codes, LocalDate noticeDate) {
        Numbers numbers = Numbers.of(lexicon);
        Dates dates = new Dates(lexicon, numbers, noticeDate.getYear());
        return new Values(
                new Emptiness(lexicon),
                numbers,
                dates,
                new DateRanges(lexicon, numbers, noticeDate.getYear()),
                new Years(lexicon, numbers, dates),
                new Phones(lexicon),
                new Mails(lexicon),
                lexicon.pattern("value.postcode"),
                new Ticks(lexicon),
                IdentityNumbers.of(lexicon),
                new CodeReader(codes),
                Discretion.of(lexicon));
    }
}
