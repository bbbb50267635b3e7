package org.mailroom.desk.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lets sending go on. */
@Command(name = "resume", mixinStandardHelpOptions = true)
final class Resume implements Callable<Integer> {
    private final Console console;
    private final Wording words;
    private final Installation installation;

    Resume(Console console, Wording words, Installation installation) {
        this.console = console;
        this.words = words;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (Door door = RunningDoor.of(installation, true)) {
            return Pause.told(door.resume(Pause.who()), "resume.done", console, words);
        }
    }
}
