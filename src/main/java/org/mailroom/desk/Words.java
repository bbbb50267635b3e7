package org.mailroom.desk;

import java.util.Locale;
import org.mailroom.campaign.Campaign;
import org.springframework.context.MessageSource;

/** The page's words in the campaign's language; what only the campaign can name comes from its messages. */
public final class Words {
    private final Campaign campaign;
    private final MessageSource messages;
    private final Locale locale;

    Words(Campaign campaign, MessageSource messages) {
        this.campaign = campaign;
        this.messages = messages;
        this.locale = campaign.locale();
    }

    /** A word that is missing shows as its key: a page with one odd word is better than none. */
    public String of(String key) {
        return of(key, new Object[0]);
    }

    public String of(String key, Object... values) {
        String word = messages.getMessage(key, values, key, locale);
        return word == null ? key : word;
    }

    public String state(String state) {
        return campaign.messages().find("state." + state).orElse(state);
    }

    public String language() {
        return locale.toLanguageTag();
    }
}
