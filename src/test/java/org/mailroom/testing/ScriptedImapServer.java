package org.mailroom.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IMAP server that misbehaves on demand: what GreenMail cannot be made to do. Knows the commands that our client
 * sends, one folder, and mails of any size that are made up as they are read.
 */
public final class ScriptedImapServer implements AutoCloseable {
    private static final DateTimeFormatter INTERNALDATE =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Pattern PARTIAL = Pattern.compile("BODY\\.PEEK\\[(HEADER)?](?:<(\\d+)\\.(\\d+)>)?");

    public final List<String> commands = new CopyOnWriteArrayList<>();
    public final Set<Long> flagged = ConcurrentHashMap.newKeySet();
    public volatile long uidValidity = 1;
    /** 163: no SELECT without ID (RFC 2971) on the same connection. */
    public volatile boolean demandsId;

    public volatile boolean refusesLogin;
    /** Never answers this command. */
    public volatile String hangsOn = "";
    /** Answers this command with an octet at a time and never to the end. */
    public volatile String dripsOn = "";

    private final ServerSocket socket;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    public ScriptedImapServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    /** A mail and how the server treats it. */
    public static final class Mail {
        public final long uid;
        public volatile long announced;
        /** How often the connection still breaks in the middle of this mail. */
        public final AtomicInteger breaks = new AtomicInteger();

        private final byte[] text;
        private final long size;

        private Mail(long uid, byte[] text, long size) {
            this.uid = uid;
            this.text = text;
            this.size = size;
            this.announced = size;
        }

        private byte[] slice(long from, long length) {
            int n = (int) Math.max(0, Math.min(length, size - from));
            byte[] slice = new byte[n];
            for (int i = 0; i < n; i++) {
                long at = from + i;
                slice[i] = at < text.length ? text[(int) at] : (byte) (at % 78 == 77 ? '\n' : 'a' + at % 26);
            }
            return slice;
        }

        private long headerSize() {
            return new String(text, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public Mail add(long uid, String text) {
        return add(uid, text, text.length());
    }

    /** @param size the text is followed by as much filling as is needed */
    public Mail add(long uid, String text, long size) {
        Mail mail = new Mail(uid, text.getBytes(ISO_8859_1), size);
        mails.add(mail);
        return mail;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                open.add(client);
                daemon(() -> {
                    try (client) {
                        new Talk(client).run();
                    } catch (IOException e) {
                        // the client has had enough of us, or we of it
                    }
                });
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-imap");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    /** One connection. */
    private final class Talk {
        private final InputStream in;
        private final OutputStream out;
        private boolean identified;

        Talk(Socket client) throws IOException {
            in = new BufferedInputStream(client.getInputStream());
            out = new BufferedOutputStream(client.getOutputStream());
        }

        void run() throws IOException {
            line("* OK scripted");
            for (String command = readLine(); command != null; command = readLine()) {
                String[] words = command.split(" ", 3);
                String rest = words.length > 2 ? words[2] : "";
                String verb = words[1].toUpperCase(Locale.ROOT);
                if (verb.equals("UID")) {
                    verb = "UID " + rest.substring(0, rest.indexOf(' ')).toUpperCase(Locale.ROOT);
                    rest = rest.substring(rest.indexOf(' ') + 1);
                }
                commands.add(verb + " " + rest);
                if (!answer(words[0], verb, rest)) {
                    return;
                }
            }
        }

        private boolean answer(String tag, String verb, String rest) throws IOException {
            if (verb.equals(hangsOn)) {
                forever();
            }
            if (verb.equals(dripsOn)) {
                drip();
            }
            switch (verb) {
                case "CAPABILITY" -> line("* CAPABILITY IMAP4rev1 ID");
                case "ID" -> {
                    identified = true;
                    line("* ID NIL");
                }
                case "LOGIN" -> {
                    if (refusesLogin) {
                        line(tag + " NO [AUTHENTICATIONFAILED] wrong authorisation code for secret");
                        return true;
                    }
                }
                case "SELECT" -> {
                    if (demandsId && !identified) {
                        line(tag + " NO SELECT Unsafe Login. Please contact kefu@188.com for help");
                        return true;
                    }
                    select();
                }
                case "UID FETCH" -> {
                    long from = Long.parseLong(rest.substring(0, rest.indexOf(':')));
                    for (int n = 1; n <= mails.size(); n++) {
                        if (mails.get(n - 1).uid >= from || n == mails.size()) {
                            line("* " + n + " FETCH (UID " + mails.get(n - 1).uid + ")");
                        }
                    }
                }
                case "FETCH" -> {
                    if (!fetch(rest)) {
                        return false;
                    }
                }
                case "STORE" -> numbers(rest).forEach(n -> flagged.add(mails.get(n - 1).uid));
                case "LOGOUT" -> {
                    line("* BYE");
                    line(tag + " OK");
                    return false;
                }
                default -> {}
            }
            line(tag + " OK done");
            return true;
        }

        private void select() throws IOException {
            line("* FLAGS (\\Seen \\Deleted)");
            line("* " + mails.size() + " EXISTS");
            line("* OK [PERMANENTFLAGS (\\Seen \\*)] flags");
            line("* OK [UIDVALIDITY " + uidValidity + "] ids");
        }

        private boolean fetch(String rest) throws IOException {
            Matcher body = PARTIAL.matcher(rest);
            boolean wantsBody = body.find();
            for (int n : numbers(rest)) {
                Mail mail = mails.get(n - 1);
                if (!wantsBody) {
                    line("* " + n + " FETCH (RFC822.SIZE " + mail.announced + " INTERNALDATE \""
                            + INTERNALDATE.format(
                                    Instant.parse("2021-08-27T08:05:00Z").atOffset(ZoneOffset.UTC)) + "\")");
                    continue;
                }
                boolean header = body.group(1) != null;
                long from = body.group(2) == null ? 0 : Long.parseLong(body.group(2));
                long length = body.group(3) == null ? Long.MAX_VALUE : Long.parseLong(body.group(3));
                byte[] octets = mail.slice(from, header ? mail.headerSize() : length);
                String origin = body.group(2) == null ? "" : "<" + from + ">";
                text("* " + n + " FETCH (BODY[" + (header ? "HEADER" : "") + "]" + origin + " {" + octets.length
                        + "}\r\n");
                if (mail.breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    out.write(octets, 0, octets.length / 2);
                    out.flush();
                    return false;
                }
                out.write(octets);
                line(")");
            }
            return true;
        }

        private List<Integer> numbers(String rest) {
            List<Integer> numbers = new ArrayList<>();
            for (String range : rest.substring(0, rest.indexOf(' ')).split(",")) {
                String[] ends = range.split(":");
                for (int n = Integer.parseInt(ends[0]); n <= Integer.parseInt(ends[ends.length - 1]); n++) {
                    numbers.add(n);
                }
            }
            return numbers;
        }

        private void forever() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        private void drip() throws IOException {
            try {
                text("* OK ");
                out.flush();
                while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                    text("z");
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        private String readLine() throws IOException {
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

        private void line(String text) throws IOException {
            text(text + "\r\n");
            out.flush();
        }

        private void text(String text) throws IOException {
            out.write(text.getBytes(ISO_8859_1));
        }
    }
}
