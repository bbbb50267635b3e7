package org.mailroom.demo;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration's own words. */
final class Narration {
    private final Campaign campaign;
    private final MessageSource messages;
    private final Locale locale;
    private final JsonMapper json = JsonMapper.builder().build();

    /** @param locale the campaign's, or one that the console can show */
    Narration(Campaign campaign, MessageSource messages, Locale locale) {
        this.campaign = campaign;
        this.messages = messages;
        this.locale = locale;
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

    /** @param details of the event DOSSIER_ASSESSED, JSON */
    String standing(String stage, String details) {
        JsonNode facts = json.readTree(details);
        List<String> rules = new ArrayList<>();
        facts.path("rules").forEach(rule -> rules.add(rule.asString()));
        String state = facts.path("to").asString();
        return of(
                "standing",
                campaign.stage(stage).map(Stage::material).orElse(stage),
                campaign.messages().find("state." + state).orElse(state),
                facts.path("gaps").asInt(),
                String.join(" ", rules));
    }

    String posted(String kind, long count) {
        return of("posted", word("outgoing." + kind), count);
    }

    String posted(LocalDateTime time, String kind, long count) {
        return of("postedAt", time(time), word("outgoing." + kind), count);
    }

    String clock(LocalDateTime time) {
        return of("clock", time(time));
    }

    private String time(LocalDateTime time) {
        return DateTimeFormatter.ofPattern(of("time"), locale).format(time);
    }

    private String word(String key) {
        String word = messages.getMessage(key, null, key, locale);
        return word == null ? key : word;
    }

    String task(String kind) {
        return of("task", word("task." + kind));
    }
}
