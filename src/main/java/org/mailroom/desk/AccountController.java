package org.mailroom.desk;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accounts, for administrators; one's own password, for everybody. */
@Controller
public class AccountController {
    private static final String ACCOUNTS = "redirect:/accounts";

    private final Accounts accounts;
    private final Pages pages;

    public AccountController(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/accounts")
    String accounts(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("events", pages.accountEvents());
        model.addAttribute("roles", Role.values());
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        return "accounts";
    }

    @PostMapping("/accounts")
    String add(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String shown,
            @RequestParam String password,
            @RequestParam Role role,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        return said(accounts.add(name, shown, password, role, person.name()), next, ACCOUNTS);
    }

    @PostMapping("/accounts/{id}/role")
    String role(
            @PathVariable long id,
            @RequestParam Role role,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        return said(accounts.changeRole(id, role, person.name()), next, ACCOUNTS);
    }

    @PostMapping("/accounts/{id}/password")
    String reset(
            @PathVariable long id,
            @RequestParam String password,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        return said(accounts.resetPassword(id, password, person.name()), next, ACCOUNTS);
    }

    @PostMapping("/accounts/{id}/lock")
    String lock(
            @PathVariable long id,
            @RequestParam boolean lock,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        return said(accounts.lock(id, lock, person.name()), next, ACCOUNTS);
    }

    @GetMapping("/password")
    String password(Model model) {
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        return "password";
    }

    /** Ends every session of the account, this one too: with the new password one begins again. */
    @PostMapping("/password")
    String change(
            @RequestParam String old,
            @RequestParam String password,
            @AuthenticationPrincipal Person person,
            RedirectAttributes next) {
        Accounts.Outcome outcome = accounts.changePassword(person, old, password);
        return outcome == Accounts.Outcome.DONE ? "redirect:/login?changed" : said(outcome, next, "redirect:/password");
    }

    private static String said(Accounts.Outcome outcome, RedirectAttributes next, String view) {
        next.addFlashAttribute("said", "account." + outcome);
        next.addFlashAttribute("refused", outcome != Accounts.Outcome.DONE);
        return view;
    }
}
