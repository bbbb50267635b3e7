package org.mailroom.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The lines of the report, on the console and in a file. */
final class Report implements AutoCloseable {
    private final PrintStream file;

    Report(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        this.file = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    }

    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        file.println(line);
    }

    /** A measure with its aim. */
    void aim(String what, double measured, String unit, boolean met, String aim) {
        line("%-58s %10s   %-22s %s", what, figure(measured) + unit, "aim " + aim, met ? "met" : "NOT MET");
    }

    void measure(String what, double measured, String unit) {
        line("%-58s %10s", what, figure(measured) + unit);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    static double percentile(Collection<Duration> times, int percent) {
        List<Duration> sorted = times.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).toNanos() / 1e6;
    }

    @Override
    public void close() {
        file.close();
    }
}
