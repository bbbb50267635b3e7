package org.mailroom.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, and the lists of what waits for a person. */
@Controller
public class OverviewController {
    private final Pages pages;

    public OverviewController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/")
    String matrix(Model model) {
        model.addAttribute("page", pages.overview().page());
        return "overview";
    }

    @GetMapping("/work")
    String work(Model model) {
        model.addAttribute("page", pages.work());
        return "work";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
