package org.mailroom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
        List<String> quick = new ArrayList<>(options);
        quick.add("-XX:TieredStopAtLevel=1");
        ProcessBuilder builder = builder(main, quick, arguments).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!folder.toString().isEmpty()) {
            builder.directory(folder.toFile());
        }
        process = builder.start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * The Java and the class path of this test and, where it was told another charset, zone or language
     * ({@code .ci/elsewhere}), the same. The command lies in a file: Java 17 hands arguments over in the default charset but
     * reads them in the system's, so that a Chinese path would not survive where the two differ.
     */
    public static ProcessBuilder builder(Class<?> main, List<String> options, String... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.matches("-D(file\\.encoding|user\\.(timezone|language|country))=.*"))
                .forEach(words::add);
        words.addAll(options);
        words.add("-cp");
        words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        words.add(main.getName());
        words.addAll(List.of(arguments));
        Path file = Files.createTempFile("child", ".args");
        file.toFile().deleteOnExit();
        Files.write(
                file,
                words.stream()
                        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .toList(),
                Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
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
