package org.mailroom.desk;

import java.util.Locale;
import java.util.Map;
import org.mailroom.campaign.Campaign;
import org.mailroom.custody.Decided;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of a decision, told on the page the person comes back to. */
@Component
public final class Said {
    private final Campaign campaign;
    private final MessageSource messages;
    private final Pages pages;

    public Said(Campaign campaign, MessageSource messages, Pages pages) {
        this.campaign = campaign;
        this.messages = messages;
        this.pages = pages;
    }

    /** @return the view: a redirect, so that a reload posts nothing */
    String then(Decided decided, Locale locale, RedirectAttributes next, String path) {
        Words words = new Words(campaign, messages, locale);
        // "=" marks a text: everything else the page takes for the key of a word
        next.addFlashAttribute("said", "=" + text(decided, words));
        next.addFlashAttribute("refused", !(decided instanceof Decided.Done));
        return "redirect:" + path;
    }

    private String text(Decided decided, Words words) {
        if (decided instanceof Decided.Done done) {
            return words.of(done.again() ? "decided.again" : "decided.done", done.decision());
        }
        if (decided instanceof Decided.Stale stale) {
            String actor = words.has("actor." + stale.by()) ? words.of("actor." + stale.by()) : stale.by();
            return words.of(
                    "decided.stale",
                    actor,
                    pages.time(stale.at()),
                    words.has("did." + stale.what())
                            ? words.of("did." + stale.what())
                            : words.of("event." + stale.what()));
        }
        Decided.Refused refused = (Decided.Refused) decided;
        return words.of(
                "refused." + refused.reason(),
                refused.values().entrySet().stream()
                        .map(value -> word(value, words))
                        .toArray());
    }

    private static Object word(Map.Entry<String, Object> value, Words words) {
        String text = String.valueOf(value.getValue());
        if (!value.getKey().equals("state")) {
            return text;
        }
        return words.has("outbox." + text)
                ? words.of("outbox." + text)
                : words.has("mail." + text) ? words.of("mail." + text) : words.state(text);
    }
}
