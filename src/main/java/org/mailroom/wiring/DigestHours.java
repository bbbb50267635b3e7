package org.mailroom.wiring;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.mailroom.agenda.DigestSettings;

/** Reads {@code mailroom.digest} and {@code mailroom.desk-url}; a mistake stops the start. */
final class DigestHours {
    private DigestHours() {}

    /** @throws SettingsException naming the key and what is expected */
    static DigestSettings read(Settings settings) {
        Settings.Digest digest = settings.digest();
        return new DigestSettings(
                digest.recipients().stream()
                        .map(String::strip)
                        .map(DigestHours::address)
                        .distinct()
                        .toList(),
                hour("mailroom.digest.at", digest.at()),
                hour("mailroom.digest.due-day-at", digest.dueDayAt()),
                url(settings.deskUrl()));
    }

    private static String address(String recipient) {
        try {
            InternetAddress address = new InternetAddress(recipient, true);
            address.validate();
            // a name beside the address, or no domain, is more than or less than an address
            if (recipient.equals(address.getAddress()) && recipient.indexOf('@') > 0) {
                return recipient.toLowerCase(Locale.ROOT);
            }
        } catch (AddressException wrong) {
            // said below
        }
        throw new SettingsException("mailroom.digest.recipients must hold mail addresses like name@example.cn, found \""
                + recipient + "\"");
    }

    private static LocalTime hour(String key, String text) {
        try {
            if (text.length() == "08:30".length()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeParseException wrong) {
            // said below
        }
        // YAML reads 17:00 without quotation marks as the number 1020
        throw new SettingsException(
                key + " must be an hour like \"08:30\", in quotation marks, found \"" + text + "\"");
    }

    private static String url(String text) {
        try {
            URI url = new URI(text.strip());
            String scheme = url.getScheme();
            if (url.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return text.strip().replaceAll("/+$", "");
            }
        } catch (URISyntaxException wrong) {
            // said below
        }
        throw new SettingsException(
                "mailroom.desk-url must be an address like https://desk.example.cn, found \"" + text + "\"");
    }
}
