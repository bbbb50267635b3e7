package org.mailroom.bench;

import java.util.Collection;
import java.util.Comparator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link Rooms} by JMH. */
final class RoomsRun {
    private static final double AIM_MICROS = 1500;

    private RoomsRun() {}

    static void run(Report report) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Rooms.class.getName() + "\\.")
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();
        report.line("");
        report.line("rooms alone, by JMH (average of one thread)");
        results.stream()
                .sorted(Comparator.comparing(result -> result.getPrimaryResult().getLabel()))
                .forEach(result -> one(report, result));
    }

    private static void one(Report report, RunResult result) {
        String label = result.getPrimaryResult().getLabel();
        double micros = result.getPrimaryResult().getScore();
        String line =
                "  " + label + " (± " + Math.round(result.getPrimaryResult().getScoreError()) + " µs)";
        if (label.equals("docxToGrid")) {
            report.aim(line, micros, " µs", micros < AIM_MICROS, "< 1500 µs for 60 KB");
        } else {
            report.measure(line, micros, " µs");
        }
    }
}
