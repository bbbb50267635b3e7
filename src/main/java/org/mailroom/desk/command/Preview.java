package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.sender.UnitNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a mail with the words that templates and messages have now, without sending anything. */
@Command(name = "preview", mixinStandardHelpOptions = true)
final class Preview implements Callable<Integer> {
    private final Console console;
    private final Wording words;
    private final Installation installation;

    @Parameters(arity = "0..1", paramLabel = "TEMPLATE")
    private Optional<String> template = Optional.empty();

    @Option(names = "--unit", paramLabel = "UNIT")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--html", paramLabel = "FILE")
    private Optional<Path> html = Optional.empty();

    Preview(Console console, Wording words, Installation installation) {
        this.console = console;
        this.words = words;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (template.isEmpty()) {
            console.out().println(words.of("preview.templates"));
            Previews.templates()
                    .forEach(name -> console.out().println("  " + name + "  " + words.of("template." + name)));
            return Exit.OK;
        }
        String name = template.get();
        if (!Previews.templates().contains(name)) {
            throw CommandFault.usage("template", name, String.join(", ", Previews.templates()));
        }
        Optional<String> whose = unit.map(given -> unit(installation.campaign(Optional.empty()), given));
        show(look(name, whose));
        return Exit.OK;
    }

    private Previewed look(String name, Optional<String> whose) {
        try (Door door = RunningDoor.of(installation, false)) {
            return door.preview(name, whose);
        } catch (CommandFault fault) {
            if (!fault.noBooks()) {
                throw fault;
            }
        }
        try (Door blank = installation.blankBooks()) {
            Previewed mail = blank.preview(name, whose);
            return new Previewed(mail.subject(), mail.text(), mail.html(), true, mail.fault());
        }
    }

    private void show(Previewed mail) {
        if (!mail.fault().isEmpty()) {
            throw CommandFault.broken("words", mail.fault());
        }
        html.ifPresent(file -> write(file, mail.html()));
        console.out().println(words.of("preview.subject", mail.subject()));
        console.out().println();
        console.out().print(mail.text());
        console.out().flush();
        if (mail.invented()) {
            console.err().println(words.of("preview.invented"));
        }
        html.ifPresent(file -> console.err().println(words.of("preview.html-written", file)));
    }

    private static void write(Path file, String html) {
        try {
            Files.writeString(file, html, UTF_8);
        } catch (IOException refused) {
            throw CommandFault.broken("write", file);
        }
    }

    private static String unit(Campaign campaign, String given) {
        return campaign.unit(given)
                .or(() -> new UnitNames(campaign).in(given))
                .map(Unit::code)
                .orElseThrow(() -> CommandFault.usage(
                        "units",
                        given,
                        campaign.units().stream()
                                .map(one -> one.code() + " " + one.shortName())
                                .collect(Collectors.joining(", "))));
    }
}
