package org.mailroom.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.dossier.Assignments;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Buttons about mails that came, their senders and their files, and about tasks. */
@Controller
public class MailDecisions {
    private static final String WORK = "/work";

    private final Pages pages;
    private final Doors doors;
    private final Said said;

    public MailDecisions(Pages pages, Doors doors, Said said) {
        this.pages = pages;
        this.doors = doors;
        this.said = said;
    }

    @PostMapping("/mail/{id}/rerun")
    String rerun(
            @PathVariable long id,
            @RequestParam String seen,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return said.then(doors.quarantine().rerun(id, seen, person.because("")), locale, next, "/mail/" + id);
    }

    @PostMapping("/mail/{id}/unit")
    String unit(
            @PathVariable long id,
            @RequestParam String seen,
            @RequestParam String unit,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return said.then(doors.assignments().mail(id, unit, seen, person.because("")), locale, next, "/mail/" + id);
    }

    /** @param place slots as {@link PlaceChoice} writes them; none = the file belongs nowhere */
    @PostMapping("/mail/{id}/part/{part}")
    String part(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam String seen,
            @RequestParam(defaultValue = "") List<String> place,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        List<Assignments.Place> places =
                place.stream().map(PlaceChoice::read).flatMap(Optional::stream).toList();
        return said.then(
                doors.assignments().part(part, places, seen, person.because(reason)), locale, next, "/mail/" + id);
    }

    @PostMapping("/work/stranger/approve")
    String approve(
            @RequestParam String key,
            @RequestParam String unit,
            @RequestParam(defaultValue = "false") boolean alsoOther,
            @RequestParam String seen,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return said.then(
                doors.strangers().approve(address(key), unit, alsoOther, seen, person.because("")), locale, next, WORK);
    }

    @PostMapping("/work/stranger/refuse")
    String refuse(
            @RequestParam String key,
            @RequestParam String seen,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return said.then(doors.strangers().refuse(address(key), seen, person.because(reason)), locale, next, WORK);
    }

    private String address(String key) {
        return pages.addresses().of(key).orElseThrow(DossierController::unknown);
    }

    @PostMapping("/work/task/{id}")
    String done(
            @PathVariable long id,
            @RequestParam String seen,
            @RequestParam String reason,
            @AuthenticationPrincipal Person person,
            Locale locale,
            RedirectAttributes next) {
        return said.then(doors.tasks().done(id, seen, person.because(reason)), locale, next, WORK);
    }
}
