package org.mailroom.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * @param replyTo valid addresses of Reply-To; used only if the registry knows them (mail-rules section 2)
 * @param command precheck, status or blank-forms if the subject begins with such a command
 * @param receiptTag a receipt number in the subject; a hint, since a subject alone never files anything
 * @param wishes phrases by which the sender says how this mail relates to earlier ones, for example 以此件为准
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
        List<CloudLink> links,
        List<Address> replyTo,
        Optional<String> command,
        Optional<String> receiptTag,
        Set<String> wishes) {
    public OpenedMail {
        recipients = List.copyOf(recipients);
        references = List.copyOf(references);
        parts = List.copyOf(parts);
        skipped = List.copyOf(skipped);
        links = List.copyOf(links);
        replyTo = List.copyOf(replyTo);
        wishes = Set.copyOf(wishes);
    }

    /** Without reply address, command, receipt tag and wishes. */
    public OpenedMail(
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
        this(
                stored,
                mailClass,
                mayAnswer,
                from,
                recipients,
                messageId,
                references,
                subject,
                topic,
                sentAt,
                text,
                parts,
                skipped,
                links,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    /** A link to a file that was not attached: host, and the text around it (file name, size, expiry) if any. */
    public record CloudLink(String host, String about) {}
}
