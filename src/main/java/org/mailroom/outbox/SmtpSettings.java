package org.mailroom.outbox;

import java.time.Duration;
import java.util.Optional;

/**
 * The server that takes our mails.
 *
 * @param user empty if the server asks for none
 * @param password password or authorisation code (授权码)
 * @param from envelope sender, and where bounces go: the designated mailbox
 * @param connectTimeout until the connection stands, longer than 0
 * @param answerTimeout for each answer and each write, longer than 0; RFC 5321 section 4.5.3.2 asks for minutes
 */
public record SmtpSettings(
        String host,
        int port,
        Tls tls,
        Optional<String> user,
        Optional<String> password,
        String from,
        Duration connectTimeout,
        Duration answerTimeout) {
    /** How the connection is kept private. */
    public enum Tls {
        /** Only for a server on this machine. */
        NONE,
        /** Begins in plain text, usually port 587; refused if the server does not offer it. */
        STARTTLS,
        /** From the first octet, usually port 465. */
        TLS
    }

    public SmtpSettings {
        if (connectTimeout.toMillis() <= 0 || answerTimeout.toMillis() <= 0) {
            throw new IllegalArgumentException("a time-out must be longer than 0");
        }
    }

    /** With the usual time-outs: 10 s to connect, 2 minutes an answer. */
    public SmtpSettings(String host, int port, Tls tls, Optional<String> user, Optional<String> password, String from) {
        this(host, port, tls, user, password, from, Duration.ofSeconds(10), Duration.ofMinutes(2));
    }

    @Override
    public String toString() {
        return "SmtpSettings[" + host + ":" + port + " " + tls + (user.isPresent() ? ", with login" : "") + "]";
    }
}
