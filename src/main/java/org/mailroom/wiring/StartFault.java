package org.mailroom.wiring;

import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.CampaignException;
import org.mailroom.reply.TemplateFault;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in one line what an installation has got wrong, instead of a stack trace. */
public final class StartFault implements FailureAnalyzer {
    private static final String IN_USE = "Database may be already in use";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof CampaignException || cause instanceof TemplateFault) {
                return new FailureAnalysis(message, "Correct the file and start again.", failure);
            }
            if (cause instanceof SettingsException) {
                return new FailureAnalysis(
                        message,
                        "Correct mailroom.yaml (docs/operations.md explains each key) and start again.",
                        failure);
            }
            if (message.contains(IN_USE)) {
                return new FailureAnalysis(
                        "The data folder is in use by another Mailroom.",
                        "Stop the other one, or give this one another mailroom.data.",
                        failure);
            }
        }
        return null;
    }
}
