package org.mailroom.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.reply.WithheldException.Reason;

/**
 * The last look at a mail before it is accepted into the outbox (P9). Reads the octets that would leave, not what they were
 * made from: a mail that names another unit, or a number of a person, is for a person to release.
 */
public final class Guard {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final String GAP = "\n";

    private final Campaign campaign;
    private final PersonalNumbers numbers;
    private final Pattern receiptNumber;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks identity-numbers or personal-phones */
    public Guard(Campaign campaign) {
        this.campaign = campaign;
        this.numbers = new PersonalNumbers(campaign);
        this.receiptNumber = receiptNumbers(campaign.receiptNumber());
    }

    /**
     * @param own names of this unit's nominees; may stand in the mail
     * @param foreign names of other units' nominees
     * @throws WithheldException if the mail must not leave as it is
     */
    public void check(Outgoing mail, Unit unit, Collection<String> own, Collection<String> foreign) {
        String text = text(mail);
        withholdIf(numbers.hasIdentityNumber(text), Reason.IDENTITY_NUMBER);
        withholdIf(numbers.hasPhone(text), Reason.PHONE);
        withholdIf(
                receiptNumber
                        .matcher(text)
                        .results()
                        .anyMatch(found -> !found.group(1).equals(unit.code())),
                Reason.OTHER_RECEIPT);
        String rest = without(text, Stream.concat(Stream.of(unit.name(), unit.addressee()), unit.aliases().stream()));
        withholdIf(
                campaign.units().stream()
                        .filter(other -> !other.code().equals(unit.code()))
                        .map(Unit::name)
                        .anyMatch(rest::contains),
                Reason.OTHER_UNIT);
        Set<String> known = Set.copyOf(own);
        String unknown = without(text, known.stream());
        withholdIf(
                foreign.stream()
                        .filter(Predicate.not(String::isBlank))
                        .filter(name -> !known.contains(name))
                        .anyMatch(unknown::contains),
                Reason.OTHER_NOMINEE);
    }

    /**
     * A mail to our own people may name units, and nobody's numbers; attached workbooks are read as well.
     *
     * @param harmless texts of our own that are cut out before, for example hashes
     * @throws WithheldException if the mail must not leave as it is
     */
    public void checkInternal(Outgoing mail, Collection<String> harmless) {
        String text = without(text(mail), harmless.stream());
        withholdIf(numbers.hasIdentityNumber(text), Reason.IDENTITY_NUMBER);
        withholdIf(numbers.hasPhone(text), Reason.PHONE);
    }

    /** The text with every identity number and private phone starred out. */
    public String mask(String text) {
        return numbers.mask(text);
    }

    private static void withholdIf(boolean found, Reason reason) {
        if (found) {
            throw new WithheldException(reason);
        }
    }

    /** The text with the given names cut out, the longest first, so that a name inside a longer one is not found. */
    private static String without(String text, Stream<String> names) {
        List<String> longestFirst = names.filter(Predicate.not(String::isBlank))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String rest = text;
        for (String name : longestFirst) {
            rest = rest.replace(name, GAP);
        }
        return rest;
    }

    /** The campaign's pattern as one that finds any receipt number; group 1 is the unit. */
    private static Pattern receiptNumbers(String pattern) {
        String found = Pattern.quote(pattern)
                .replace("{stage}", "\\E[A-Za-z0-9]+?\\Q")
                .replace("{unit}", "\\E([A-Za-z0-9]+)\\Q")
                .replace("{n}", "\\E[0-9]+\\Q");
        return Pattern.compile(found);
    }

    private static String text(Outgoing mail) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.message()));
            return message.getSubject() + GAP + text(message);
        } catch (MessagingException | IOException unreadable) {
            throw new IllegalStateException("a mail of ours cannot be read: " + mail.messageId(), unreadable);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(text(parts.getBodyPart(i))).append(GAP);
            }
            return all.toString();
        }
        if (content instanceof InputStream octets && part.isMimeType(SheetText.TYPE)) {
            return SheetText.of(octets);
        }
        String words = content instanceof String string ? string : "";
        return part.isMimeType("text/html") ? TAG.matcher(words).replaceAll(Matcher.quoteReplacement(GAP)) : words;
    }
}
