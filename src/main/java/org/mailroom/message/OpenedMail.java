package org.mailroom.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.custody.StoredMail;

/**
 * A stored mail, opened: everything decoded, nothing trusted.
 *
 * @param subject decoded, as sent
 * @param topic the subject without Re/Fw/回复/转发 prefixes
 * @param sentAt the Date header; never decides anything
 * @param text the newest text the sender wrote: quoted mails and our own signature cut off
 * @param parts every attachment in the order of the mail; decoration (small inline pictures) is in {@code skipped}
 * @param skipped names of parts that were taken for decoration, listed so that nothing vanishes silently
 * @param links hosts of cloud links (超大附件) found in the body; never fetched
 */
public record OpenedMail(
        StoredMail stored,
        MailClass mailClass,
        MayAnswer mayAnswer,
        Optional<Address> from,
        List<Address> recipients,
        Optional<String> messageId,
        List<String> references,
        String subject,
        String topic,
        Optional<Instant> sentAt,
        String text,
        List<Part> parts,
        List<String> skipped,
        List<CloudLink> links) {
    public OpenedMail {
        recipients = List.copyOf(recipients);
        references = List.copyOf(references);
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
        links = List.copyOf(links);
    }

    /** A link to a file that was not attached: host, and the text around it (file name, size, expiry) if any. */
    public record CloudLink(String host, String about) {}
}
