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

    public String of(String key) {
        return messages.getMessage(key, null, locale);
    }

    public String of(String key, Object value) {
        return messages.getMessage(key, new Object[] {value}, locale);
    }

    public String state(String state) {
        return campaign.messages().find("state." + state).orElse(state);
    }

    public String language() {
        return locale.toLanguageTag();
    }
}
