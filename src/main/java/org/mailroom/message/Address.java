package org.mailroom.message;

import java.util.Locale;

/**
 * A mail address with its decoded display name.
 *
 * @param address local part and domain, trimmed, domain in lower case
 * @param name display name, empty if none
 */
public record Address(String address, String name) {
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** For logs and screens: z***@example.cn. */
    public String masked() {
        int at = address.lastIndexOf('@');
        return at < 1 ? "***" : address.charAt(0) + "***" + address.substring(at);
    }
}
