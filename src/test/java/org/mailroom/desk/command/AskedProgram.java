package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.Mailroom;

/** The program itself with a command, in a process and a folder of its own, and what came of it. */
record AskedProgram(int exit, String out, String err) {
    static AskedProgram in(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Mailroom.class.getName()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("asked", ".out");
        Path err = Files.createTempFile("asked", ".err");
        try {
            Process program = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            int exit = program.waitFor();
            return new AskedProgram(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
