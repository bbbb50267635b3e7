package org.mailroom.desk.command;

import java.util.Set;
import org.mailroom.campaign.CampaignException;
import org.mailroom.reply.TemplateFault;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line. Without a command the program is the desk itself. */
@Command(name = "mailroom", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Commands implements Runnable {
    private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Commands() {}

    /** Whether a command is asked for; settings such as {@code --server.port=0} are for the desk. */
    public static boolean asked(String... arguments) {
        return arguments.length > 0 && (!arguments[0].startsWith("-") || ABOUT.contains(arguments[0]));
    }

    /** @return the exit code */
    public static int run(Console console, Installation installation, String... arguments) {
        Wording words = Wording.in(console.language());
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand(new Check(console, words, installation, installation.machineClock()))
                .addSubcommand(new Init(console, words, Init.carried()))
                .addSubcommand(new Receive(console, words, installation))
                .addSubcommand(new Look(console, words, installation))
                .addSubcommand(new Preview(console, words, installation))
                .addSubcommand(new Verify(console, words, installation))
                .addSubcommand(new Pause(console, words, installation))
                .addSubcommand(new Resume(console, words, installation))
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((mistake, given) -> {
                    console.err().println(new Mistake(words).line(mistake));
                    return Exit.USAGE;
                })
                .setExecutionExceptionHandler((fault, command, given) -> failed(fault, console, words));
        line.setResourceBundle(words.bundle());
        return line.execute(arguments);
    }

    /** A command line without a command, such as {@code --}. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int failed(Exception fault, Console console, Wording words) {
        if (fault instanceof CommandFault known) {
            console.err().println(known.line(words));
            return known.exit();
        }
        if (fault instanceof CampaignException || fault instanceof TemplateFault) {
            console.err().println(fault.getMessage());
            return Exit.BROKEN;
        }
        if (fault instanceof DataAccessException database) {
            console.err()
                    .println(words.of(
                            "fault.database",
                            String.valueOf(database.getMostSpecificCause().getMessage())));
            return Exit.BROKEN;
        }
        console.err().println(words.of("fault.unexpected", fault));
        fault.printStackTrace(console.err());
        return Exit.FAULT;
    }
}
