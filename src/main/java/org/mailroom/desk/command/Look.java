package org.mailroom.desk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How the desk stands: counts, health, due times. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class Look implements Callable<Integer> {
    private final Console console;
    private final Wording words;
    private final Installation installation;

    @Option(names = "--json")
    private boolean json;

    Look(Console console, Wording words, Installation installation) {
        this.console = console;
        this.words = words;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        try (Door door = RunningDoor.of(installation, false)) {
            Status status = door.status();
            if (json) {
                console.out()
                        .println(JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(status));
            } else {
                lines(status).forEach(console.out()::println);
            }
            return status.well() ? Exit.OK : Exit.FINDINGS;
        }
    }

    private List<String> lines(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of("status.head", status.campaign(), status.now()));
        lines.add(words.of(status.running() ? "status.running" : "status.stopped"));
        if (status.paused()) {
            lines.add(words.of("status.paused"));
        }
        for (Status.Box box : status.mailboxes()) {
            lines.add(
                    box.error().isEmpty()
                            ? words.of("status.mailbox", box.account(), box.lastPoll())
                            : words.of("status.mailbox-failed", box.account(), box.error()));
        }
        for (Status.StageLine stage : status.stages()) {
            lines.add(words.of(
                    stage.days() > 0 ? "status.stage" : "status.stage-passed",
                    stage.stage(),
                    stage.material(),
                    stage.due(),
                    stage.days(),
                    counts(stage.units())));
        }
        lines.add(words.of("status.mails", counts(status.mails())));
        lines.add(words.of("status.tasks", counts(status.tasks())));
        lines.add(words.of("status.outbox", counts(status.outbox())));
        return lines;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "0"
                : counts.entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }
}
