package org.mailroom.desk.command;

import java.util.concurrent.Callable;
import org.mailroom.custody.Verification;
import picocli.CommandLine.Command;

/** Whether every mail and every sealed event is still as it was kept. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {
    private final Console console;
    private final Wording words;
    private final Installation installation;

    Verify(Console console, Wording words, Installation installation) {
        this.console = console;
        this.words = words;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (Door door = RunningDoor.of(installation, false)) {
            Verification.Result found = door.verify();
            found.missing().forEach(mail -> console.out().println(words.of("verify.missing", mail)));
            found.changed().forEach(mail -> console.out().println(words.of("verify.changed", mail)));
            found.brokenAt().ifPresent(number -> console.out().println(words.of("verify.broken", number)));
            console.out().println(words.of("verify.mails", found.mails()));
            console.out().println(words.of("verify.events", found.events(), found.unsealed(), found.head()));
            console.out().println(words.of(found.whole() ? "verify.whole" : "verify.not-whole"));
            return found.whole() ? Exit.OK : Exit.FINDINGS;
        }
    }
}
