package org.mailroom.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one mail to our own people is made from.
 *
 * @param cause what it is about, for example digest/2021-08-27/08:30; with kind and recipient the key of the mail
 * @param kind name of the template
 * @param at campaign time; the Date header
 * @param facts what the template may speak of: maps, lists, texts, numbers and booleans only
 * @param harmless texts of our own that may hold long numbers by chance, such as hashes; the guard does not read them
 */
public record InternalMail(
        String cause,
        String kind,
        List<String> recipients,
        Instant at,
        Map<String, Object> facts,
        List<Attachment> attachments,
        Set<String> harmless) {
    public InternalMail {
        recipients = List.copyOf(recipients);
        facts = Map.copyOf(facts);
        attachments = List.copyOf(attachments);
        harmless = Set.copyOf(harmless);
    }

    /**
     * @param type media type without parameters
     */
    public record Attachment(String name, String type, byte[] octets) {}

    /** The octets' own text must never be printed. */
    @Override
    public String toString() {
        return "InternalMail[" + cause + ", " + kind + "]";
    }
}
