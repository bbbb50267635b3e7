package org.mailroom.desk;

import java.util.List;
import java.util.Locale;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.springframework.context.MessageSource;

/** The page's words in the reader's language; what only the campaign can name comes from its messages. */
public final class Words {
    private final Campaign campaign;
    private final MessageSource messages;
    private final Locale locale;

    Words(Campaign campaign, MessageSource messages, Locale locale) {
        this.campaign = campaign;
        this.messages = messages;
        this.locale = locale;
    }

    /** A word that is missing shows as its key: a page with one odd word is better than none. */
    public String of(String key) {
        return of(key, new Object[0]);
    }

    /** Numbers are shown as they are, without thousands: an id must be found again. */
    public String of(String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = String.valueOf(values[i]);
        }
        String word = messages.getMessage(key, plain, key, locale);
        return word == null ? key : word;
    }

    public boolean has(String key) {
        return !of(key).equals(key);
    }

    /** A detail of an event; its value as a word, where it is the key of one. */
    public String detail(String key, String value) {
        if (key.equals("slot")) {
            return of("detail.slot", slot(value));
        }
        List<String> prefixes = switch (key) {
            case "why", "task" -> List.of("task.", "why.");
            case "kind" -> List.of("outgoing.");
            case "reason" -> List.of("withheld.");
            default -> List.of();
        };
        return of(
                "detail." + key,
                prefixes.stream()
                        .map(prefix -> prefix + value)
                        .filter(this::has)
                        .findFirst()
                        .map(this::of)
                        .orElse(key.equals("unit") ? unit(value) : value));
    }

    /** @param slot document, medium and, if it is somebody's, nominee, with slashes between */
    private String slot(String slot) {
        String[] parts = slot.split("/", 3);
        return parts.length < 3
                ? slot
                : String.join(" ", document(parts[0]), medium(parts[1]), parts[2])
                        .strip();
    }

    public String state(String state) {
        return campaign.messages().find("state." + state).orElse(state);
    }

    public String medium(String medium) {
        return campaign.messages().find("medium." + medium).orElse(medium);
    }

    public String document(String id) {
        DocumentKind kind = campaign.documents().get(id);
        return kind == null ? id : kind.name();
    }

    public String category(String id) {
        return campaign.category(id).map(category -> category.name()).orElse(id);
    }

    /** Why a file cannot be used. */
    public String refused(String reason) {
        return campaign.messages().find("refused." + reason).orElse(reason);
    }

    public String unit(String code) {
        return campaign.unit(code).map(Unit::name).orElse(code);
    }

    public String stage(String id) {
        return campaign.stage(id).map(Stage::material).orElse(id);
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The campaign's name. */
    public String title() {
        return campaign.name();
    }
}
