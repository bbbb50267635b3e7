package org.mailroom.wiring;

import java.io.PrintStream;
import org.mailroom.platform.Terminal;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The one line on the standard error that says why the desk does not start. */
public final class StartReport implements FailureAnalysisReporter {
    private static final String OTHER = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private final PrintStream out = Terminal.standard().on(System.err);

    /** Silences the reporter that would say it again at length; a level in the settings comes too late for broken settings. */
    public StartReport() {
        LoggingSystem.get(StartReport.class.getClassLoader()).setLogLevel(OTHER, LogLevel.OFF);
    }

    @Override
    public void report(FailureAnalysis analysis) {
        String what = analysis.getDescription().strip();
        String line = (what.endsWith(".") ? what : what + ".") + " " + String.valueOf(analysis.getAction());
        out.println("mailroom: " + line.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
