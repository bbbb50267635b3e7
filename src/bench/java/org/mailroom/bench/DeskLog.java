package org.mailroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What a desk says while it works: when each mail had its turn, was kept, was filed, and when each window was answered. */
final class DeskLog {
    static final String LOGGER = "bench";

    /** By what the server calls the mail. */
    final Map<String, Instant> seen = new ConcurrentHashMap<>();

    final Map<String, Instant> kept = new ConcurrentHashMap<>();
    /** By the mail's number. */
    final Map<String, Instant> filed = new ConcurrentHashMap<>();
    /** By the window's number. */
    final Map<String, Instant> answered = new ConcurrentHashMap<>();

    volatile String started = "";
    private volatile Instant lastWord = Instant.EPOCH;
    private volatile boolean ended;

    /** Reads on until the stream ends; everything is copied into the file. */
    void follow(InputStream console, Path file) {
        Thread reader = new Thread(() -> read(console, file), "desk log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream console, Path file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(console, StandardCharsets.UTF_8));
                Writer copy = Files.newBufferedWriter(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line);
                copy.write('\n');
                copy.flush();
                take(line);
            }
        } catch (IOException e) {
            // the desk has ended
        } finally {
            ended = true;
        }
    }

    private void take(String line) {
        // 2021-08-27T08:05:00.123Z INFO  bench kept 1/17 …
        String[] words = line.split(" +", 6);
        if (words.length < 4) {
            return;
        }
        if (line.contains(" Started Mailroom in ")) {
            started = line.substring(line.indexOf("Started Mailroom in "));
        }
        if (!words[2].equals(LOGGER)) {
            return;
        }
        Instant time = Instant.parse(words[0]);
        String key = words.length > 4 ? words[4] : "";
        switch (words[3]) {
            case "seen" -> seen.put(key, time);
            case "kept" -> kept.put(key, time);
            case "filed" -> filed.put(key, time);
            case "answered" -> {
                // with a time for a body it asks to be called again
                if (words.length < 6 || words[5].isBlank()) {
                    answered.put(key, time);
                }
            }
            default -> throw new IllegalStateException(line);
        }
        lastWord = Instant.now();
    }

    Instant lastWord() {
        return lastWord;
    }

    /** @throws IllegalStateException if the desk ends first, or it takes longer than that */
    void await(String what, int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (ended || System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what + ": seen " + seen.size() + ", kept "
                        + kept.size() + ", filed " + filed.size() + ", answered " + answered.size()
                        + (ended ? "; the desk has ended" : ""));
            }
            Pause.millis(10);
        }
    }
}
