package org.mailroom.reply;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where our mails come from.
 *
 * @param mailbox the designated mailbox: From, and where corrections are to be sent
 * @param instance the loop mark; a mail that brings it back is never answered (P5)
 * @param secret key of the tokens in our Message-IDs, so that nobody else can make one
 */
public record Origin(String mailbox, String instance, byte[] secret) {
    private static final int TOKEN_OCTETS = 16;

    /** The same for the same input, and not to be guessed: 32 hexadecimal digits. */
    String token(String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] full = mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(full, 0, TOKEN_OCTETS);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has HmacSHA256", absent);
        }
    }

    String domain() {
        return mailbox.substring(mailbox.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "Origin[" + mailbox + ", " + instance + "]";
    }
}
