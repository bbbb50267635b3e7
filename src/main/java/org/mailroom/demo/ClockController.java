package org.mailroom.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The demonstration's control of the campaign clock on the first page. */
@Controller
@Profile("demo")
class ClockController {
    private final Demo demo;

    ClockController(Demo demo) {
        this.demo = demo;
    }

    @PostMapping("/demo/clock")
    String move(@RequestParam(defaultValue = "false") boolean day, RedirectAttributes page) {
        // "=" says that this is the text itself, not the key of a word
        page.addFlashAttribute("said", "=" + demo.moveOn(day));
        return "redirect:/";
    }
}
