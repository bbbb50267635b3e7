package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mailroom.Mailroom;
import org.mailroom.testing.ChildJvm;

/** The program itself with a command, in a process and a folder of its own, and what came of it. */
record AskedProgram(int exit, String out, String err) {
    static AskedProgram in(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("asked", ".out");
        Path err = Files.createTempFile("asked", ".err");
        try {
            Process program = ChildJvm.builder(
                            Mailroom.class, List.of("-XX:TieredStopAtLevel=1", "-Duser.language=en"), arguments)
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
