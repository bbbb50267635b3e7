package org.mailroom.demo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.springframework.context.MessageSource;

/** The demonstration's own words, in the campaign's language. */
final class Narration {
    private final Campaign campaign;
    private final MessageSource messages;
    private final Locale locale;

    Narration(Campaign campaign, MessageSource messages) {
        this.campaign = campaign;
        this.messages = messages;
        this.locale = campaign.locale();
    }

    String of(String key, Object... values) {
        return messages.getMessage("demo." + key, values, locale);
    }

    String mail(long id, @Nullable String unit, int files, @Nullable String mayAnswer) {
        String name = unit == null
                ? of("nobody")
                : campaign.unit(unit).map(Unit::name).orElse(unit);
        return mayAnswer == null || mayAnswer.equals("yes")
                ? of("mail", id, name, files)
                : of("unanswered", id, name, mayAnswer);
    }

    private String word(String key) {
        return messages.getMessage(key, null, locale);
    }

    String task(String kind) {
        return of("task", word("task." + kind));
    }
}
