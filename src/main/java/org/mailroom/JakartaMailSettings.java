package org.mailroom;

import static java.util.Map.entry;

import java.util.Map;

/**
 * How Jakarta Mail treats mail that breaks the RFCs: it reads what can be read instead of refusing the message. Senders
 * use whatever client their office has, and a mail that was received must be opened.
 *
 * <p>Jakarta Mail reads these system properties once, in static initialisers: they are set before anything else runs.
 */
final class JakartaMailSettings {
    static final Map<String, String> ALL = Map.ofEntries(
            // RFC 2047 encoded words in a file name, which RFC 2231 forbids and most clients write
            entry("mail.mime.decodefilename", "true"),
            // unquoted spaces, brackets and raw bytes in Content-Type and Content-Disposition parameters
            entry("mail.mime.parameters.strict", "false"),
            entry("mail.mime.contentdisposition.strict", "false"),
            entry("mail.mime.address.strict", "false"),
            // encoded words that begin or end in the middle of a word
            entry("mail.mime.decodetext.strict", "false"),
            entry("mail.mime.multipart.allowempty", "true"),
            entry("mail.mime.ignoreunknownencoding", "true"),
            entry("mail.mime.uudecode.ignoreerrors", "true"),
            entry("mail.mime.uudecode.ignoremissingbeginend", "true"),
            // message/rfc822 parts sent in base64, which RFC 2045 section 6.4 forbids
            entry("mail.mime.allowencodedmessages", "true"),
            // else each part of a mail looks through the class path for it
            entry("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider"));

    private JakartaMailSettings() {}

    static void apply() {
        ALL.forEach(System::setProperty);
    }
}
