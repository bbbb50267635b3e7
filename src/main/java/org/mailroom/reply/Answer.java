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
 * @param decision what a person says; empty for what the desk says by itself
 */
public record Answer(
        String cause,
        List<Section> sections,
        Instant at,
        Optional<String> inReplyTo,
        List<String> references,
        List<String> recipients,
        Optional<Decision> decision) {
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

    /** An answer that no person has decided upon. */
    public Answer(
            String cause,
            List<Section> sections,
            Instant at,
            Optional<String> inReplyTo,
            List<String> references,
            List<String> recipients) {
        this(cause, sections, at, inReplyTo, references, recipients, Optional.empty());
    }

    /**
     * What a person says in the letter.
     *
     * @param kind of the letter
     * @param items each something to be corrected
     * @param reason in the person's words; "" if the letter gives none
     * @param person who signs; "" if only the office does
     */
    public record Decision(Kind kind, List<String> items, String reason, String person) {
        public Decision {
            items = List.copyOf(items);
        }
    }

    /** What kind of mail this is. */
    Kind kind() {
        return decision.map(Decision::kind).orElseGet(() -> lead().kind());
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
