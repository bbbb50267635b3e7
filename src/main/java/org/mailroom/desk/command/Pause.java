package org.mailroom.desk.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds all sending at once; receiving goes on. */
@Command(name = "pause", mixinStandardHelpOptions = true)
final class Pause implements Callable<Integer> {
    private final Console console;
    private final Wording words;
    private final Installation installation;

    @Option(names = "--reason", paramLabel = "TEXT")
    private Optional<String> reason = Optional.empty();

    Pause(Console console, Wording words, Installation installation) {
        this.console = console;
        this.words = words;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (Door door = RunningDoor.of(installation, true)) {
            String why = reason.filter(text -> !text.isBlank()).orElseGet(() -> words.of("pause.no-reason"));
            return told(door.pause(who(), why), "pause.done", console, words);
        }
    }

    static String who() {
        return System.getProperty("user.name", "");
    }

    static int told(Door.Change change, String done, Console console, Wording words) {
        if (change.done()) {
            console.out().println(words.of(done));
            return Exit.OK;
        }
        console.err().println(words.orCode("change.", change.code()));
        return Exit.FINDINGS;
    }
}
