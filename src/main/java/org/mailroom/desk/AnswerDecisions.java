package org.mailroom.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.custody.Decided;
import org.mailroom.reply.Editing;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Buttons about our own mails, and about sending as a whole. */
@Controller
public class AnswerDecisions {
    private final Doors doors;
    private final Said said;

    public AnswerDecisions(Doors doors, Said said) {
        this.doors = doors;
        this.said = said;
    }

    @PostMapping("/outbox/{id}/release")
    String release(
            @PathVariable long id,
            @RequestParam String seen,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return back(doors.drafts().release(id, seen, person.because("")), id, locale, next);
    }

    @PostMapping("/outbox/{id}/discard")
    String discard(
            @PathVariable long id,
            @RequestParam String seen,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return back(doors.drafts().discard(id, seen, person.because(reason)), id, locale, next);
    }

    @PostMapping("/outbox/{id}/edit")
    String edit(
            @PathVariable long id,
            @RequestParam String seen,
            @RequestParam String subject,
            @RequestParam String text,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        // a form sends line ends as CR LF, RFC 7578 section 4.1; the letter's own are LF
        Editing.Words words = new Editing.Words(subject, text.replace("\r\n", "\n"));
        return back(doors.drafts().edit(id, words, seen, person.because("")), id, locale, next);
    }

    @PostMapping("/outbox/{id}/was-sent")
    String wasSent(
            @PathVariable long id,
            @RequestParam String seen,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return back(doors.drafts().wasSent(id, seen, person.because("")), id, locale, next);
    }

    @PostMapping("/outbox/{id}/send-again")
    String sendAgain(
            @PathVariable long id,
            @RequestParam String seen,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return back(doors.drafts().sendAgain(id, seen, person.because("")), id, locale, next);
    }

    /** @param draft id and version of each, as the list showed it */
    @PostMapping("/work/release-all")
    String releaseAll(
            @RequestParam(defaultValue = "") List<String> draft,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        Map<Long, String> seen = new LinkedHashMap<>();
        for (String one : draft) {
            int at = one.indexOf(' ');
            if (at > 0 && one.substring(0, at).matches("[0-9]{1,18}")) {
                seen.put(Long.parseLong(one.substring(0, at)), one.substring(at + 1));
            }
        }
        return said.then(doors.drafts().releaseAll(seen, person.because("")), locale, next, "/work");
    }

    @PostMapping("/sending/pause")
    String pause(
            @RequestParam String seen,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return said.then(doors.sendings().pause(seen, person.because(reason)), locale, next, "/");
    }

    @PostMapping("/sending/resume")
    String resume(
            @RequestParam String seen, @AuthenticationPrincipal Person person, Locale locale, RedirectAttributes next) {
        return said.then(doors.sendings().resume(seen, person.because("")), locale, next, "/");
    }

    private String back(Decided decided, long id, Locale locale, RedirectAttributes next) {
        return said.then(decided, locale, next, "/outbox/" + id);
    }
}
