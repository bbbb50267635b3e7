package org.mailroom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A second JVM on this test's class path, to be killed. Speaks in lines on its standard output. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;

    public ChildJvm(Class<?> main, List<String> options, String... arguments) throws IOException {
        this(main, Path.of(""), options, arguments);
    }

    /** @param folder where it is started */
    public ChildJvm(Class<?> main, Path folder, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for that line. */
    public void says(String expected) throws IOException {
        hears(expected, line -> line.equals(expected));
    }

    /** Waits for a line with that in it. */
    public void saysPartly(String expected) throws IOException {
        hears(expected, line -> line.contains(expected));
    }

    private void hears(String expected, Predicate<String> wanted) throws IOException {
        List<String> before = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (wanted.test(line)) {
                return;
            }
            before.add(line);
        }
        throw new AssertionError(String.format(Locale.ROOT, "the child ended without \"%s\": %s", expected, before));
    }

    /** kill -9, or what comes closest on this system. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
        lines.close();
    }
}
