package org.mailroom.desk.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mailroom.campaign.Campaign;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and checks forms without any desk: what was recognised, and each finding with its place. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
    private final Console console;
    private final Wording words;
    private final Installation installation;
    private final Clock machine;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--campaign", paramLabel = "NAME")
    private Optional<String> campaign = Optional.empty();

    @Option(names = "--unit", paramLabel = "UNIT")
    private Optional<String> unit = Optional.empty();

    @ArgGroup
    private Shape shape = new Shape();

    /** One of them at most. */
    static final class Shape {
        @Option(names = "--json")
        private boolean json;

        @Option(names = "--html")
        private boolean html;
    }

    Check(Console console, Wording words, Installation installation, Clock machine) {
        this.console = console;
        this.words = words;
        this.installation = installation;
        this.machine = machine;
    }

    @Override
    public Integer call() throws IOException {
        Campaign used = installation.campaign(campaign);
        CheckReport report = new Checking(used, Wording.in(used.locale()), installation, machine).check(files, unit);
        if (shape.json) {
            console.out()
                    .println(JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(report));
        } else if (shape.html) {
            console.out().println(new CheckPage(words).html(report));
        } else {
            new CheckText(words).lines(report).forEach(console.out()::println);
        }
        return report.somethingToCorrect() ? Exit.FINDINGS : Exit.OK;
    }
}
