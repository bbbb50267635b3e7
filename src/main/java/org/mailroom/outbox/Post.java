package org.mailroom.outbox;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Hands one mail to one recipient in one SMTP transaction, and says what is known afterwards. Keeps nothing. */
final class Post {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FOR_GOOD = 500;
    private static final int BEYOND = 600;

    private final SmtpSettings settings;
    private final Session session;

    Post(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** Thrown out of {@code beforeData} to end the transaction before anything is handed over. */
    static final class HeldBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HeldBack() {
            super("held back before DATA");
        }
    }

    /** @param beforeData runs when the recipient was accepted, just before DATA; may throw {@link HeldBack} */
    Delivery deliver(byte[] octets, String recipient, Runnable beforeData) {
        MarkedTransport transport = new MarkedTransport(session, beforeData);
        try {
            MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(octets));
            Address to = new InternetAddress(recipient, true);
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(mail, new Address[] {to});
            return new Delivery.Accepted();
        } catch (HeldBack held) {
            return new Delivery.Held();
        } catch (MessagingException failed) {
            return afterFailure(transport, failed);
        } finally {
            close(transport);
        }
    }

    private static Delivery afterFailure(MarkedTransport transport, MessagingException failed) {
        if (!transport.dataBegun()) {
            return beforeData(failed);
        }
        int answer = transport.lastWord();
        return answer >= FIRST_REFUSAL && answer < BEYOND
                ? new Delivery.NotAccepted(answer >= FIRST_FOR_GOOD, answer + " after the mail")
                : new Delivery.Unknown("connection lost after DATA, no answer");
    }

    private static Delivery beforeData(MessagingException failed) {
        if (failed instanceof AuthenticationFailedException) {
            return new Delivery.NotAccepted(false, Outbox.LOGIN_REFUSED);
        }
        for (Exception each = failed; each != null; each = next(each)) {
            Optional<Delivery> told = told(each);
            if (told.isPresent()) {
                return told.get();
            }
        }
        return new Delivery.NotAccepted(false, "no connection, or lost before DATA");
    }

    private static Optional<Delivery> told(Exception failed) {
        if (failed instanceof SMTPAddressFailedException recipient) {
            return told(recipient.getReturnCode(), "RCPT");
        }
        if (failed instanceof SMTPSenderFailedException sender) {
            return told(sender.getReturnCode(), "MAIL");
        }
        if (failed instanceof SMTPSendFailedException command) {
            String name = command.getCommand().split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            return told(command.getReturnCode(), name);
        }
        return Optional.empty();
    }

    private static Optional<Delivery> told(int code, String command) {
        return code >= FIRST_REFUSAL && code < BEYOND
                ? Optional.of(new Delivery.NotAccepted(code >= FIRST_FOR_GOOD, code + " at " + command))
                : Optional.empty();
    }

    private static @Nullable Exception next(Exception each) {
        return each instanceof MessagingException outer ? outer.getNextException() : null;
    }

    /** What is known of the mail is known by now; a server that does not take leave changes nothing. */
    private static void close(MarkedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            return;
        }
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", settings.from());
        properties.setProperty(
                "mail.smtp.connectiontimeout", millis(settings.connectTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.timeout", millis(settings.answerTimeout().toMillis()));
        properties.setProperty(
                "mail.smtp.writetimeout", millis(settings.answerTimeout().toMillis()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", settings.user().isPresent() ? "true" : "false");
        properties.setProperty("mail.smtp.ssl.enable", settings.tls() == SmtpSettings.Tls.TLS ? "true" : "false");
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String starttls = settings.tls() == SmtpSettings.Tls.STARTTLS ? "true" : "false";
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        return properties;
    }

    private static String millis(long millis) {
        return Long.toString(millis);
    }
}
