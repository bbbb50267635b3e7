package org.mailroom.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailroom.custody.Decided;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Buttons about a dossier. */
@Controller
public class DossierDecisions {
    private static final String WAIVER = "waive-";

    private final Doors doors;
    private final Said said;

    public DossierDecisions(Doors doors, Said said) {
        this.doors = doors;
        this.said = said;
    }

    @PostMapping("/dossier/{unit}/{stage}/start")
    String start(
            @PathVariable String unit,
            @PathVariable String stage,
            @RequestParam String seen,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return back(doors.reviews().start(unit, stage, seen, person.because("")), unit, stage, locale, next);
    }

    /** @param fields waive-ID = the reason why the finding need not be corrected */
    @PostMapping("/dossier/{unit}/{stage}/accept")
    String accept(
            @PathVariable String unit,
            @PathVariable String stage,
            @RequestParam String seen,
            @RequestParam Map<String, String> fields,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        Map<Long, String> waivers = new LinkedHashMap<>();
        fields.forEach((name, reason) -> {
            if (name.matches(WAIVER + "[0-9]{1,18}") && !reason.isBlank()) {
                waivers.put(Long.parseLong(name.substring(WAIVER.length())), reason);
            }
        });
        return back(doors.reviews().accept(unit, stage, waivers, seen, person.because("")), unit, stage, locale, next);
    }

    @PostMapping("/dossier/{unit}/{stage}/send-back")
    String sendBack(
            @PathVariable String unit,
            @PathVariable String stage,
            @RequestParam String seen,
            @RequestParam String items,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        List<String> lines =
                items.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return back(
                doors.letters().sendBack(unit, stage, lines, seen, person.because(reason)), unit, stage, locale, next);
    }

    @PostMapping("/dossier/{unit}/{stage}/admit")
    String admit(
            @PathVariable String unit,
            @PathVariable String stage,
            @RequestParam String seen,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return back(doors.letters().admit(unit, stage, seen, person.because(reason)), unit, stage, locale, next);
    }

    /** Codes of the address are the campaign's or the door has refused them; they are encoded all the same. */
    private String back(Decided decided, String unit, String stage, Locale locale, RedirectAttributes next) {
        next.addAttribute("unit", unit);
        next.addAttribute("stage", stage);
        return said.then(decided, locale, next, "/dossier/{unit}/{stage}");
    }
}
