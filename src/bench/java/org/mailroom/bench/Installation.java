package org.mailroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The program unpacked as a release is: jar, libraries, routes, templates, campaigns and start script. The only
 * difference: three routes say what they do in the log, by steps that any operator could add.
 */
record Installation(Path home) {

    /** @throws IOException if the jar has not been packed, or cannot be unpacked */
    static Installation of(Path jar, Path home) throws IOException {
        Process unpacking = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        home.toString())
                .inheritIO()
                .start();
        try {
            if (unpacking.waitFor() != 0) {
                throw new IOException(jar + " cannot be unpacked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        Files.move(home.resolve(jar.getFileName()), home.resolve("mailroom.jar"));
        for (String folder : new String[] {"routes", "mail-templates", "campaigns"}) {
            copy(Path.of(folder), home.resolve(folder));
        }
        Path script = home.resolve("bin/mailroom");
        Files.createDirectories(script.getParent());
        Files.copy(Path.of("src/release/bin/mailroom"), script);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Installation installation = new Installation(home);
        installation.speak();
        return installation;
    }

    private void speak() throws IOException {
        step(
                "receive.yaml",
                "custody, method: keep",
                "seen ${body.sourceKey}",
                "kept ${exchangeProperty.bench}",
                "${body.sourceKey}");
        step("read.yaml", "message, method: open", "", "", "${body}");
        stepAfter("read.yaml", "dossier, method: file", "filed");
        step("send.yaml", "reply, method: close", "", "answered ${exchangeProperty.bench} ${body}", "${body}");
    }

    /** Remembers a value before the first step of that kind, and says words before and after it. */
    private void step(String file, String bean, String before, String after, String value) throws IOException {
        Path route = home.resolve("routes").resolve(file);
        String text = Files.readString(route);
        String step = "        - bean: {ref: " + bean + "}\n";
        String steps = (before.isEmpty() ? "" : say(before))
                + "        - setProperty: {name: bench, expression: {simple: {expression: \"" + value + "\"}}}\n"
                + step
                + (after.isEmpty() ? "" : say(after));
        Files.writeString(route, replaceFirst(file, text, step, steps));
    }

    private void stepAfter(String file, String bean, String words) throws IOException {
        Path route = home.resolve("routes").resolve(file);
        String step = "        - bean: {ref: " + bean + "}\n";
        Files.writeString(
                route,
                replaceFirst(file, Files.readString(route), step, step + say(words + " ${exchangeProperty.bench}")));
    }

    private static String replaceFirst(String file, String text, String old, String other) {
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalStateException("routes/" + file + " has no step " + old.strip());
        }
        return text.substring(0, at) + other + text.substring(at + old.length());
    }

    private static String say(String words) {
        return "        - log: {message: \"" + words + "\", loggingLevel: INFO, logName: " + DeskLog.LOGGER + "}\n";
    }

    /** @param data where this run keeps its mails and its database */
    void settings(Path data, MailServer server, String user, String quiet, String longest) throws IOException {
        String settings =
                String.format(Locale.ROOT, """
                mailroom:
                  data: %s
                  contacts: campaigns/cnipa-2021/demo/contacts.yaml
                  mailbox: {protocol: imap, host: 127.0.0.1, port: %d, user: %s, password: %s}
                  smtp: {host: 127.0.0.1, port: 9, tls: none}
                  receipts: {quiet: %s, longest: %s, near-due: %s}
                  # its seconds a page are measured by ScanSpeed; here they would hide the desk
                  reader: {recognise: false}
                server:
                  port: 0
                logging:
                  pattern:
                    console: "%%d{yyyy-MM-dd'T'HH:mm:ss.SSS,UTC}Z %%-5level %%logger{0} %%msg%%n"
                """, data, server.port(), user, server.password(), quiet, longest, quiet);
        Files.writeString(home.resolve("mailroom.yaml"), settings, UTF_8);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
