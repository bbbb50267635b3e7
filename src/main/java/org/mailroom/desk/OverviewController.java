package org.mailroom.desk;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.campaign.Campaign;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page on {@code /}. */
@Controller
public class OverviewController {
    private final Overview overview;
    private final Words words;

    public OverviewController(Overview overview, Campaign campaign, MessageSource messages) {
        this.overview = overview;
        this.words = new Words(campaign, messages);
    }

    @ModelAttribute("words")
    Words words() {
        return words;
    }

    @GetMapping("/")
    String matrix(Model model) {
        model.addAttribute("page", overview.page());
        return "overview";
    }

    /** For a monitor: up once the application answers. */
    @GetMapping("/health")
    ResponseEntity<Map<String, Object>> health() {
        Map<String, Object> health = new HashMap<>();
        health.put("status", "up");
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(health);
    }
}
