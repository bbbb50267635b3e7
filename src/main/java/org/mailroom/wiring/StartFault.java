package org.mailroom.wiring;

import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.CampaignException;
import org.mailroom.desk.command.Exit;
import org.mailroom.reply.TemplateFault;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in one line what stops a start and what to do, instead of a stack trace; the exit code tells which kind it is. */
public final class StartFault implements FailureAnalyzer, Ordered {
    private static final String IN_USE = "Database may be already in use";
    private static final String CORRECT_SETTINGS =
            "Correct mailroom.yaml (docs/operations.md explains each key) and start again.";

    /** @param action what to do about it */
    record Known(int exit, String description, String action) {}

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        Known known = known(failure);
        return known == null ? null : new FailureAnalysis(known.description(), known.action(), failure);
    }

    /** What the process ends with. */
    public static int exit(Throwable failure) {
        Known known = known(failure);
        return known == null ? Exit.FAULT : known.exit();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    static @Nullable Known known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Known known = ours(cause);
            if (known != null) {
                return known;
            }
        }
        Known settings = SettingsFault.in(failure);
        return settings == null ? GroundFault.in(failure) : settings;
    }

    private static @Nullable Known ours(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CampaignException || cause instanceof TemplateFault) {
            return new Known(Exit.BROKEN, message, "Correct the file and start again.");
        }
        if (cause instanceof SettingsException) {
            return new Known(Exit.BROKEN, message, CORRECT_SETTINGS);
        }
        if (cause instanceof MarkedYAMLException broken) {
            String line = "mailroom.yaml, line " + (broken.getProblemMark().getLine() + 1);
            return new Known(Exit.BROKEN, line + ": " + broken.getProblem(), CORRECT_SETTINGS);
        }
        if (cause instanceof PortInUseException port) {
            return new Known(
                    Exit.UNREACHABLE,
                    "Port " + port.getPort() + " of the desk's pages is in use.",
                    "Stop the program that listens there, or start with --server.port= and another number.");
        }
        if (message.contains(IN_USE)) {
            return new Known(
                    Exit.UNREACHABLE,
                    "The data folder is in use by another Mailroom.",
                    "Stop the other one, or give this one another mailroom.data.");
        }
        return null;
    }
}
