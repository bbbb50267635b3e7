package org.mailroom.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page is given: its words, who looks, the token its forms carry. */
@ControllerAdvice
public class EveryPage {
    private final Campaign campaign;
    private final MessageSource messages;
    private final Doors doors;

    public EveryPage(Campaign campaign, MessageSource messages, Doors doors) {
        this.campaign = campaign;
        this.messages = messages;
        this.doors = doors;
    }

    @ModelAttribute
    void give(HttpServletRequest request, Locale locale, @Nullable Authentication login, Model model) {
        model.addAttribute("words", new Words(campaign, messages, locale));
        model.addAttribute("path", request.getRequestURI());
        // the other language is a link to the same page, which only a GET has
        model.addAttribute("linkable", request.getMethod().equals("GET"));
        model.addAttribute("paused", doors.sendings().paused());
        model.addAttribute("staleForm", Boolean.TRUE.equals(request.getAttribute("staleForm")));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.addAttribute("csrf", token.getToken());
        }
        if (login != null && login.getPrincipal() instanceof Person person) {
            model.addAttribute("person", person);
            model.addAttribute("seen", new Doors.Seen(doors));
        }
    }
}
