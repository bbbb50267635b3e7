package org.mailroom.reply;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;

/**
 * Identity numbers and private phones in a text (P9), by the patterns of the campaign's lexicon: {@code identity-numbers}
 * and {@code personal-phones}. The office's own numbers are none.
 */
final class PersonalNumbers {
    private static final String MASK = "******";

    private final List<Pattern> identityNumbers;
    private final List<Pattern> phones;
    private final Set<String> own;

    /** @throws org.mailroom.campaign.CampaignException if the lexicon lacks one of the two keys */
    PersonalNumbers(Campaign campaign) {
        identityNumbers = patterns(campaign, "identity-numbers");
        phones = patterns(campaign, "personal-phones");
        Campaign.Office office = campaign.office();
        String printed = plain(office.contact() + "\n" + office.phone());
        own = phones.stream()
                .flatMap(phone -> phone.matcher(printed).results())
                .map(PersonalNumbers::digits)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean hasIdentityNumber(String text) {
        String plain = plain(text);
        return identityNumbers.stream().anyMatch(number -> number.matcher(plain).find());
    }

    boolean hasPhone(String text) {
        String plain = plain(text);
        return phones.stream().flatMap(phone -> phone.matcher(plain).results()).anyMatch(notOwn());
    }

    /** The text with every such number starred out; unchanged if it has none. */
    String mask(String text) {
        if (!hasIdentityNumber(text) && !hasPhone(text)) {
            return text;
        }
        String masked = plain(text);
        for (Pattern pattern :
                Stream.concat(identityNumbers.stream(), phones.stream()).toList()) {
            masked = pattern.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    private Predicate<MatchResult> notOwn() {
        return found -> !own.contains(digits(found));
    }

    private static List<Pattern> patterns(Campaign campaign, String key) {
        return campaign.lexicon().words(key).stream().map(Pattern::compile).toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String digits(MatchResult found) {
        return found.group().replaceAll("[^0-9]", "");
    }
}
