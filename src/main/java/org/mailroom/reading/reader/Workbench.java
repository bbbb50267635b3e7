package org.mailroom.reading.reader;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.wire.Json;
import org.mailroom.reading.wire.Read;
import org.mailroom.reading.wire.Request;

/** Where attachments are laid down and read, one at a time. */
final class Workbench {
    private static final int IN_MEMORY = 2 * 1024 * 1024;

    private final ReaderMain.Hiring hiring;
    private final Path temp;
    private final Json json;
    private final Map<Terms, ReaderMain.Hands> hired = new HashMap<>();

    Workbench(ReaderMain.Hiring hiring, Path temp, Json json) {
        this.hiring = hiring;
        this.temp = temp;
        this.json = json;
    }

    private record Terms(ReadingLimits limits, String oldNames) {}

    /**
     * Takes the octets over whole, so that they can be opened as often as needed.
     *
     * @throws Held.DiskFailure if our own disk fails
     */
    Task take(Request request, InputStream octets) throws IOException {
        return new Task(request, Held.of(octets, temp, IN_MEMORY, (chunk, soFar) -> {}));
    }

    final class Task implements Closeable {
        private final Request request;
        private final Held held;

        private Task(Request request, Held held) {
            this.request = request;
            this.held = held;
        }

        /** @throws IOException if our own disk fails */
        byte[] done() throws IOException {
            return done(hands());
        }

        private ReaderMain.Hands hands() {
            Terms terms = new Terms(request.limits(), request.oldNames());
            return hired.computeIfAbsent(
                    terms, fresh -> hiring.hire(fresh.limits(), temp, Charset.forName(fresh.oldNames())));
        }

        private byte[] done(ReaderMain.Hands hands) throws IOException {
            Part part = part();
            return switch (request.verb()) {
                case READ -> json.octets(Read.All.of(hands.parts().read(part)));
                case RECOGNISE -> json.octets(hands.pages().recognise(part, request.entry(), request.page()));
                case PICTURE ->
                    hands.pages()
                            .picture(part, request.entry(), request.page(), request.width())
                            .orElse(new byte[0]);
            };
        }

        private Part part() {
            Request.Attached attached = request.attached();
            return new Part(
                    "",
                    attached.name(),
                    attached.type(),
                    attached.size(),
                    attached.sha256(),
                    attached.damage(),
                    held::open);
        }

        /** Whatever a library has left lying in the folder of the parts goes too. */
        @Override
        public void close() throws IOException {
            held.close();
            if (Files.isDirectory(temp)) {
                try (DirectoryStream<Path> left = Files.newDirectoryStream(temp)) {
                    for (Path file : left) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }
}
