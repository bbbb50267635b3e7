package org.mailroom.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets the first page show the control of the clock; without the demonstration there is none. */
@ControllerAdvice
@Profile("demo")
class ClockOnPage {
    @ModelAttribute("clockCanMove")
    boolean clockCanMove() {
        return true;
    }
}
