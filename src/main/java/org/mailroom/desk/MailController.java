package org.mailroom.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.desk.MailView.Octets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Mails that came and mails of ours. What a sender made never runs in the browser: it is text, or a file to save. */
@Controller
public class MailController {
    /** Even if a browser shows what it was told to save, nothing in it runs or is fetched. */
    private static final String INERT = "sandbox; default-src 'none'";

    private static final String INERT_HTML =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Pages pages;
    private final Doors doors;
    private final List<Unit> units;

    public MailController(Pages pages, Doors doors, Campaign campaign) {
        this.pages = pages;
        this.doors = doors;
        this.units = campaign.units();
    }

    @GetMapping("/mail/{id}")
    String mail(@PathVariable long id, Model model) {
        MailView.Page page = pages.mail().page(id).orElseThrow(DossierController::unknown);
        model.addAttribute("page", page);
        model.addAttribute("units", units);
        String unit = page.unit();
        model.addAttribute("places", unit == null ? List.of() : pages.places().of(unit));
        return "mail";
    }

    @GetMapping("/mail/{id}/raw")
    ResponseEntity<InputStreamResource> raw(@PathVariable long id, @AuthenticationPrincipal Person person)
            throws IOException {
        return download(pages.mail().raw(id, person.name()).orElseThrow(DossierController::unknown));
    }

    @GetMapping("/mail/{id}/part/{part}")
    ResponseEntity<InputStreamResource> part(
            @PathVariable long id, @PathVariable long part, @AuthenticationPrincipal Person person) throws IOException {
        return download(pages.mail().part(id, part, person.name()).orElseThrow(DossierController::unknown));
    }

    @GetMapping("/mail/{id}/part/{part}/page/{number}")
    String page(
            @PathVariable long id,
            @PathVariable long part,
            @PathVariable int number,
            @AuthenticationPrincipal Person person,
            Model model) {
        model.addAttribute(
                "page", pages.scan().page(id, part, number, person.name()).orElseThrow(DossierController::unknown));
        return "scan";
    }

    @GetMapping("/mail/{id}/part/{part}/page/{number}/picture")
    ResponseEntity<byte[]> picture(@PathVariable long id, @PathVariable long part, @PathVariable int number)
            throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(pages.scan().picture(id, part, number).orElseThrow(DossierController::unknown));
    }

    private static ResponseEntity<InputStreamResource> download(Octets octets) throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(octets.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", INERT)
                .body(new InputStreamResource(octets.source().open()));
    }

    @GetMapping("/outbox/{id}")
    String answer(@PathVariable long id, Model model) {
        model.addAttribute("page", pages.outbox().page(id).orElseThrow(DossierController::unknown));
        model.addAttribute("draft", doors.drafts().words(id));
        return "outbox";
    }

    @GetMapping("/outbox/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", INERT_HTML)
                .body(pages.outbox().html(id).orElseThrow(DossierController::unknown));
    }
}
