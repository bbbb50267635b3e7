package org.mailroom.desk.command;

import java.util.Optional;
import org.mailroom.custody.Verification;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The running desk's end of the line; {@link CommandGate} stands before it. */
@RestController
public class CommandController {
    private final DeskDoor door;

    public CommandController(DeskDoor door) {
        this.door = door;
    }

    @GetMapping("/command/status")
    Status status() {
        return door.status();
    }

    @GetMapping("/command/verify")
    Verification.Result verify() {
        return door.verify();
    }

    /** @param unit "" = none in particular */
    @GetMapping("/command/preview")
    Previewed preview(@RequestParam String template, @RequestParam String unit) {
        return door.preview(template, Optional.of(unit).filter(code -> !code.isEmpty()));
    }

    @PostMapping("/command/pause")
    Door.Change pause(@RequestParam String who, @RequestParam String reason) {
        return door.pause(who, reason);
    }

    @PostMapping("/command/resume")
    Door.Change resume(@RequestParam String who) {
        return door.resume(who);
    }
}
