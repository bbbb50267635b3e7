package org.mailroom.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * An SMTP server that answers as it is told: refuses, hangs or hangs up at a chosen command. What it is not told, it does
 * politely. A mail whose final dot arrived is in its hands, whatever it answers then, unless it answers with a refusal.
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    /** When a scripted reaction takes place. */
    public enum At {
        GREETING,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        END_OF_DATA
    }

    private enum Manner {
        ANSWER,
        HANG,
        HANG_UP
    }

    private record Reaction(Manner manner, String answer) {}

    private final ServerSocket door;
    private final Thread porter;
    private final Map<At, Deque<Reaction>> script = new EnumMap<>(At.class);
    private final List<byte[]> mails = new CopyOnWriteArrayList<>();
    private final List<At> reached = new CopyOnWriteArrayList<>();
    private final List<Socket> visitors = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedSmtpServer() {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        porter = start("scripted-smtp", this::admit);
    }

    /** The next time it comes to this, the given line is said instead of the polite one. */
    public ScriptedSmtpServer answers(At at, String line) {
        return next(at, new Reaction(Manner.ANSWER, line));
    }

    public ScriptedSmtpServer hangs(At at) {
        return next(at, new Reaction(Manner.HANG, ""));
    }

    public ScriptedSmtpServer hangsUp(At at) {
        return next(at, new Reaction(Manner.HANG_UP, ""));
    }

    public int port() {
        return door.getLocalPort();
    }

    /** The mails it holds, dots unstuffed. */
    public List<byte[]> mails() {
        return List.copyOf(mails);
    }

    /** Every point it came to, in order. */
    public List<At> reached() {
        return List.copyOf(reached);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            door.close();
            // until it has left, the system may let one more in
            porter.join();
            for (Socket visitor : visitors) {
                visitor.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized ScriptedSmtpServer next(At at, Reaction reaction) {
        script.computeIfAbsent(at, key -> new ArrayDeque<>()).add(reaction);
        return this;
    }

    private synchronized Reaction take(At at, String polite) {
        reached.add(at);
        Deque<Reaction> told = script.get(at);
        return told == null || told.isEmpty() ? new Reaction(Manner.ANSWER, polite) : told.poll();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket visitor = door.accept();
                visitors.add(visitor);
                start("scripted-smtp-visitor", () -> serve(visitor));
            } catch (IOException over) {
                return;
            }
        }
    }

    private void serve(Socket visitor) {
        try (visitor;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1));
                OutputStream out = visitor.getOutputStream()) {
            if (!react(out, At.GREETING, "220 scripted")) {
                return;
            }
            String line = in.readLine();
            while (line != null && obey(line, in, out)) {
                line = in.readLine();
            }
        } catch (IOException hungUp) {
            return;
        }
    }

    /** @return whether the conversation goes on */
    private boolean obey(String line, BufferedReader in, OutputStream out) throws IOException {
        String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (command) {
            case "EHLO", "HELO":
                say(out, "250-scripted\r\n250 AUTH PLAIN");
                return true;
            case "AUTH":
                return react(out, At.AUTH, "235 welcome");
            case "MAIL":
                return react(out, At.MAIL, "250 sender ok");
            case "RCPT":
                return react(out, At.RCPT, "250 recipient ok");
            case "DATA":
                Reaction begin = take(At.DATA, "354 go ahead");
                return act(out, begin) && (!begin.answer().startsWith("354") || receive(in, out));
            case "QUIT":
                say(out, "221 bye");
                return false;
            default:
                say(out, "250 ok");
                return true;
        }
    }

    private boolean receive(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        Reaction reaction = take(At.END_OF_DATA, "250 queued");
        if (!reaction.answer().startsWith("4") && !reaction.answer().startsWith("5")) {
            mails.add(mail.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        return act(out, reaction);
    }

    private boolean react(OutputStream out, At at, String polite) throws IOException {
        return act(out, take(at, polite));
    }

    private boolean act(OutputStream out, Reaction reaction) throws IOException {
        switch (reaction.manner()) {
            case ANSWER:
                say(out, reaction.answer());
                return true;
            case HANG:
                try {
                    closed.await();
                } catch (InterruptedException over) {
                    Thread.currentThread().interrupt();
                }
                return false;
            default:
                return false;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
