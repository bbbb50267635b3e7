package org.mailroom.desk;

import java.util.List;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page, and the lists of what waits for a person. */
@Controller
public class OverviewController {
    private final Pages pages;
    private final Doors doors;
    private final List<Unit> units;

    public OverviewController(Pages pages, Doors doors, Campaign campaign) {
        this.pages = pages;
        this.doors = doors;
        this.units = campaign.units();
    }

    @GetMapping("/")
    String matrix(Model model) {
        model.addAttribute("page", pages.overview().page());
        return "overview";
    }

    @GetMapping("/work")
    String work(Model model) {
        model.addAttribute("page", pages.work());
        model.addAttribute(
                "strangers", pages.addresses().lines(doors.strangers().waiting()));
        model.addAttribute("units", units);
        return "work";
    }

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
