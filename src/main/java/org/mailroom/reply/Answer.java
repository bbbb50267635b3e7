package org.mailroom.reply;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Unit;
import org.mailroom.dossier.Standing;

/**
 * What one answer to a unit is made from.
 *
 * @param cause what it answers, for example window/12; with kind and recipient the key of the mail
 * @param sections one a stage that the mails touched (specification 5, case 15), in the order of the stages
 * @param at campaign time; the Date header and the date under the signature
 * @param inReplyTo Message-ID of the mail answered; anything that is no Message-ID is left out (RFC 5322 section 3.6.4)
 * @param references Message-IDs of its thread, oldest first
 * @param recipients registered contacts; each gets a mail of its own
 */
public record Answer(
        String cause,
        List<Section> sections,
        Instant at,
        Optional<String> inReplyTo,
        List<String> references,
        List<String> recipients) {
    public Answer {
        sections = List.copyOf(sections);
        references = List.copyOf(references);
        recipients = List.copyOf(recipients);
        if (sections.isEmpty()
                || sections.stream()
                                .map(section -> section.standing().unit().code())
                                .distinct()
                                .count()
                        > 1) {
            throw new IllegalArgumentException("an answer is about one unit and at least one stage: " + cause);
        }
    }

    /**
     * What is said of one stage.
     *
     * @param number the receipt number given to it
     * @param seenBefore whether the mails answered brought nothing but copies of what was there; then
     *     {@link Standing#lastReceived()} is the time of the copy
     */
    public record Section(Standing standing, String number, boolean seenBefore) {
        public static Section of(Standing standing, String number) {
            return new Section(standing, number, false);
        }

        public Kind kind() {
            return seenBefore ? Kind.RECEIPT_SEEN_BEFORE : Kind.of(standing);
        }
    }

    Unit unit() {
        return sections.get(0).standing().unit();
    }

    /** The section that names the mail: the gravest, of several the first. */
    Section lead() {
        return sections.stream().min(Comparator.comparing(Section::kind)).orElseThrow();
    }
}
