package org.mailroom.desk;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Units and their dossiers. A viewer sees them without nominees, files and mails. */
@Controller
public class DossierController {
    private final Pages pages;
    private final Doors doors;

    public DossierController(Pages pages, Doors doors) {
        this.pages = pages;
        this.doors = doors;
    }

    @GetMapping("/unit/{code}")
    String unit(@PathVariable String code, @AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("page", pages.unit().page(code, person.clerk()).orElseThrow(DossierController::unknown));
        return "unit";
    }

    @GetMapping("/dossier/{unit}/{stage}")
    String dossier(
            @PathVariable String unit,
            @PathVariable String stage,
            @AuthenticationPrincipal Person person,
            Model model) {
        model.addAttribute(
                "page", pages.dossier().page(unit, stage, person.clerk()).orElseThrow(DossierController::unknown));
        model.addAttribute("open", person.clerk() ? doors.reviews().open(unit, stage) : List.of());
        return "dossier";
    }

    static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
