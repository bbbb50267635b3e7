package org.mailroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Dovecot with a configuration, a password file and maildirs of its own, on a port of loopback that was free. Started by
 * root its processes take the accounts of the package; started by anybody else all of them are that person's.
 */
final class Dovecot implements MailServer {
    private static final String PASSWORD = "benchmark";
    private static final int SECONDS_TO_START = 10;

    private final Path folder;
    private final Process process;
    private final int port;
    private final Optional<UserPrincipal> owner;
    private final String version;
    private long delivered;

    private Dovecot(Path folder, Path program) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.version = version(program);
        boolean root = System.getProperty("user.name").equals("root");
        this.owner = root
                ? Optional.of(
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("mail"))
                : Optional.empty();
        own(Files.createDirectories(folder.resolve("mail")));
        Files.writeString(folder.resolve("users"), "");
        Files.writeString(folder.resolve("dovecot.conf"), configuration(root), UTF_8);
        process = new ProcessBuilder(
                        program.toString(),
                        "-F",
                        "-c",
                        folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.log").toFile())
                .start();
        // also if the benchmark is broken off
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /**
     * @param folder short, since Dovecot's sockets lie in it, and open to other accounts if root starts it
     * @return empty if Dovecot is not installed
     */
    static Optional<MailServer> start(Path folder) throws IOException {
        Optional<Path> program = Stream.of("/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/usr/bin/dovecot")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        boolean imap = Stream.of(
                        "/usr/lib/dovecot/imap", "/usr/libexec/dovecot/imap", "/usr/local/libexec/dovecot/imap")
                .map(Path::of)
                .anyMatch(Files::isExecutable);
        if (program.isEmpty() || !imap) {
            return Optional.empty();
        }
        Dovecot dovecot = new Dovecot(folder, program.get());
        dovecot.awaitGreeting();
        return Optional.of(dovecot);
    }

    private String configuration(boolean root) {
        String user = root ? "mail" : System.getProperty("user.name");
        String accounts = root ? "" : """
                default_internal_user = %1$s
                default_internal_group = %1$s
                default_login_user = %1$s
                service anvil {
                  chroot =
                }
                """;
        String all = """
                protocols = imap
                listen = 127.0.0.1
                base_dir = %2$s/run
                state_dir = %2$s/state
                log_path = %2$s/dovecot.log
                ssl = no
                disable_plaintext_auth = no
                first_valid_uid = 1
                mail_location = maildir:%2$s/mail/%%u
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %3$d
                  }
                  inet_listener imaps {
                    port = 0
                  }
                }
                passdb {
                  driver = static
                  args = password=%4$s
                }
                userdb {
                  driver = static
                  args = uid=%1$s gid=%1$s home=%2$s/mail/%%u allow_all_users=yes
                }
                """;
        return String.format(Locale.ROOT, accounts + all, user, folder, port, PASSWORD);
    }

    private void awaitGreeting() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                socket.setSoTimeout(2000);
                if (socket.getInputStream().read() == '*') {
                    return;
                }
            } catch (IOException notYet) {
                Pause.millis(50);
            }
        }
        close();
        throw new IOException("Dovecot did not start: " + Files.readString(folder.resolve("console.log")));
    }

    @Override
    public String name() {
        return "Dovecot " + version;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public void open(String user) throws IOException {
        Path maildir = own(Files.createDirectory(folder.resolve("mail").resolve(user)));
        for (String part : List.of("cur", "new", "tmp")) {
            own(Files.createDirectory(maildir.resolve(part)));
        }
    }

    @Override
    public void deliver(String user, List<Path> mails) throws IOException {
        Path maildir = folder.resolve("mail").resolve(user);
        for (Path mail : mails) {
            long size = Files.size(mail);
            // the sizes in the name are what a delivery agent writes there; without them the server would count octets
            String name = String.format(Locale.ROOT, "%010d.bench,S=%d,W=%d", ++delivered, size, size);
            Files.createLink(maildir.resolve("new").resolve(name), mail);
        }
    }

    private Path own(Path directory) throws IOException {
        if (owner.isPresent()) {
            Files.setOwner(directory, owner.get());
        }
        return directory;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String version(Path program) throws IOException {
        Process asked = new ProcessBuilder(program.toString(), "--version").start();
        return new String(asked.getInputStream().readAllBytes(), UTF_8).strip().split(" ")[0];
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
