package org.mailroom.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Dovecot is not installed: as much of IMAP4rev1 as the desk and Jakarta Mail say, with the mails read from their
 * files. UIDs are sequence numbers; nothing is ever removed; flags are taken and forgotten.
 */
final class MemoryImap implements MailServer {
    private static final DateTimeFormatter INTERNALDATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern BODY = Pattern.compile("BODY(?:\\.PEEK)?\\[](?:<(\\d+)\\.(\\d+)>)?");

    private final ServerSocket socket;
    private final Map<String, List<Mail>> boxes = new ConcurrentHashMap<>();

    private record Mail(Path file, long size, Instant received) {}

    MemoryImap(InetAddress address) throws IOException {
        socket = new ServerSocket(0, 50, address);
        daemon(this::accept);
    }

    @Override
    public String name() {
        return "an IMAP server in memory (Dovecot is not installed)";
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public String password() {
        return "benchmark";
    }

    @Override
    public void open(String user) {
        boxes.put(user, new CopyOnWriteArrayList<>());
    }

    @Override
    public void deliver(String user, List<Path> mails) throws IOException {
        for (Path mail : mails) {
            boxes.get(user)
                    .add(new Mail(
                            mail,
                            Files.size(mail),
                            Files.getLastModifiedTime(mail).toInstant()));
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                daemon(() -> talk(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void talk(Socket client) {
        try (client) {
            new Talk(client).run();
        } catch (IOException e) {
            // the client is gone
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "imap");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** One connection. */
    private final class Talk {
        private final Socket client;
        private final InputStream in;
        private final OutputStream out;
        private List<Mail> box = List.of();
        private int told;

        Talk(Socket client) throws IOException {
            this.client = client;
            this.in = new BufferedInputStream(client.getInputStream());
            this.out = new BufferedOutputStream(client.getOutputStream(), 64 * 1024);
        }

        void run() throws IOException {
            say("* OK ready");
            out.flush();
            for (String line = read(); line != null; line = read()) {
                String[] words = line.split(" ", 3);
                answer(words[0], words[1].toUpperCase(Locale.ROOT), words.length > 2 ? words[2] : "");
                out.flush();
                if (words[1].equalsIgnoreCase("LOGOUT")) {
                    return;
                }
            }
        }

        private void answer(String tag, String verb, String rest) throws IOException {
            switch (verb) {
                case "CAPABILITY" -> say("* CAPABILITY IMAP4rev1 IDLE");
                case "LOGIN" -> box = boxes.get(rest.split(" ")[0].replace("\"", ""));
                case "SELECT", "EXAMINE" -> {
                    say("* FLAGS (\\Seen)");
                    say("* OK [PERMANENTFLAGS (\\Seen \\*)] flags");
                    say("* OK [UIDVALIDITY 1] ids");
                    told = -1;
                    tell();
                }
                case "NOOP" -> tell();
                case "UID" -> uids(rest);
                case "FETCH" -> fetch(rest);
                case "IDLE" -> idle();
                default -> {
                    // STORE, CLOSE, LOGOUT: taken as said
                }
            }
            say(tag + " OK done");
        }

        private void tell() throws IOException {
            if (box.size() != told) {
                told = box.size();
                say("* " + told + " EXISTS");
            }
        }

        /** "UID FETCH 17:* (UID)" */
        private void uids(String rest) throws IOException {
            String set = rest.split(" ")[1];
            int from = Integer.parseInt(set.split(":")[0]);
            for (int n = Math.min(from, Math.max(told, 1)); n <= told; n++) {
                say("* " + n + " FETCH (UID " + n + ")");
            }
        }

        private void fetch(String rest) throws IOException {
            Matcher body = BODY.matcher(rest);
            boolean wanted = body.find();
            for (String range : rest.split(" ")[0].split(",")) {
                String[] ends = range.split(":");
                for (int n = Integer.parseInt(ends[0]); n <= Integer.parseInt(ends[ends.length - 1]); n++) {
                    if (wanted) {
                        body(n, body);
                    } else {
                        Mail mail = box.get(n - 1);
                        say("* " + n + " FETCH (UID " + n + " RFC822.SIZE " + mail.size() + " INTERNALDATE \""
                                + INTERNALDATE.format(mail.received().atOffset(ZoneOffset.UTC)) + "\")");
                    }
                }
            }
        }

        private void body(int n, Matcher partial) throws IOException {
            Mail mail = box.get(n - 1);
            long from = partial.group(1) == null ? 0 : Long.parseLong(partial.group(1));
            long wanted = partial.group(2) == null ? mail.size() : Long.parseLong(partial.group(2));
            long length = Math.max(0, Math.min(wanted, mail.size() - from));
            String origin = partial.group(1) == null ? "" : "<" + from + ">";
            text("* " + n + " FETCH (UID " + n + " BODY[]" + origin + " {" + length + "}\r\n");
            try (FileChannel file = FileChannel.open(mail.file())) {
                InputStream octets = java.nio.channels.Channels.newInputStream(file.position(from));
                byte[] buffer = new byte[64 * 1024];
                for (long left = length; left > 0; ) {
                    int read = octets.read(buffer, 0, (int) Math.min(buffer.length, left));
                    out.write(buffer, 0, read);
                    left -= read;
                }
            }
            say(")");
        }

        /** Until DONE, telling of new mails every 5 ms. */
        private void idle() throws IOException {
            say("+ idling");
            tell();
            out.flush();
            client.setSoTimeout(5);
            while (true) {
                try {
                    in.mark(1);
                    if (in.read() < 0) {
                        throw new IOException("gone");
                    }
                    in.reset();
                    break;
                } catch (java.net.SocketTimeoutException silence) {
                    tell();
                    out.flush();
                }
            }
            client.setSoTimeout(0);
            read();
        }

        private String read() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return null;
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }

        private void say(String line) throws IOException {
            text(line + "\r\n");
        }

        private void text(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
        }
    }
}
