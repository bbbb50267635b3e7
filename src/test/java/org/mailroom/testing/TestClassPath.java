package org.mailroom.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.mailroom.reading.ReaderProgram;

/** The class path of the tests, whatever Surefire makes of it. */
public final class TestClassPath {
    private TestClassPath() {}

    /** A reader of the test tree. */
    public static ReaderProgram reader(Class<?> main, String... arguments) {
        String written = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Path> entries = Arrays.stream(written.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .toList();
        return new ReaderProgram(entries, false, main.getName(), List.of(arguments));
    }
}
