package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.custody.Verification;
import tools.jackson.databind.json.JsonMapper;

/** The door of a desk that runs on this machine. */
final class RunningDoor implements Door {
    /** A large store is hashed whole. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final DeskToken.Written token;

    private RunningDoor(DeskToken.Written token) {
        this.token = token;
    }

    /** The running desk, or else its books. */
    static Door of(Installation installation, boolean change) {
        Optional<Door> running = DeskToken.read(installation.data())
                .<Door>map(RunningDoor::new)
                .filter(door -> ((RunningDoor) door).answers());
        return running.orElseGet(() -> installation.books(change));
    }

    /** A desk that was killed leaves its token; then nobody answers there, or somebody who does not know it. */
    private boolean answers() {
        try {
            return send(request("status").GET().build()).statusCode() == 200;
        } catch (ConnectException nobody) {
            return false;
        } catch (IOException silent) {
            throw CommandFault.unreachable("silent", token.port());
        }
    }

    @Override
    public Status status() {
        return ask(request("status").GET().build(), Status.class);
    }

    @Override
    public Verification.Result verify() {
        return ask(request("verify").GET().build(), Verification.Result.class);
    }

    @Override
    public Change pause(String who, String reason) {
        return ask(post("pause", "who=" + encoded(who) + "&reason=" + encoded(reason)), Change.class);
    }

    @Override
    public Change resume(String who) {
        return ask(post("resume", "who=" + encoded(who)), Change.class);
    }

    @Override
    public Previewed preview(String template, Optional<String> unit) {
        String query = "preview?template=" + encoded(template) + "&unit=" + encoded(unit.orElse(""));
        return ask(request(query).GET().build(), Previewed.class);
    }

    private HttpRequest.Builder request(String what) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + token.port() + "/command/" + what))
                .header("Authorization", CommandGate.SCHEME + token.secret())
                .timeout(LONGEST);
    }

    private HttpRequest post(String what, String form) {
        return request(what)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form, UTF_8))
                .build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    private <T> T ask(HttpRequest request, Class<T> type) {
        try {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() != 200) {
                throw CommandFault.unreachable("silent", token.port());
            }
            return json.readValue(answer.body(), type);
        } catch (IOException lost) {
            throw CommandFault.unreachable("silent", token.port());
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString(UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        // one request a connection
    }
}
