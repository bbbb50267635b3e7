package org.mailroom.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.campaign.Lexicon;

/**
 * Reads identity numbers as people type them, V-ID.
 *
 * @param prefixes the first two digits there are, by place
 */
record IdentityNumbers(List<String> prefixes) {
    private static final Pattern FILLERS = Pattern.compile("[\\p{Pd}\\p{Zs}\\s]");
    private static final Pattern SPREADSHEET = Pattern.compile("[0-9]+(\\.[0-9]+)?E\\+?[0-9]+");
    private static final Pattern OLD = Pattern.compile("[0-9]{15}");
    private static final Pattern OTHER = Pattern.compile("(?=.*[0-9])(?=.*[A-WYZ])[A-Z0-9()]{6,14}");

    static IdentityNumbers of(Lexicon lexicon) {
        return new IdentityNumbers(List.copyOf(lexicon.words("value.identity.prefixes")));
    }

    /** What keeps a text from being an identity number; each has words of its own. */
    enum Fault {
        /** 15 digits, issued before 1999. */
        OLD,
        /** {@code 4.30102E+17}: a spreadsheet took it for a number. */
        SPREADSHEET,
        /** The last three digits 000: a spreadsheet keeps only 15. */
        ROUNDED,
        /** A passport or permit: for a person. */
        OTHER,
        SHAPE,
        PREFIX,
        DATE,
        CHECK;

        String variant() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A number, or why it is none: exactly one of the two. */
    record Outcome(Optional<IdentityNumber> number, Optional<Fault> fault) {
        static Outcome is(Fault fault) {
            return new Outcome(Optional.empty(), Optional.of(fault));
        }
    }

    /** The text without blanks and dashes, in capitals: what is compared. */
    static String plain(String text) {
        return FILLERS.matcher(Plain.compact(text)).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** @param today a birth after this day is an error */
    Outcome read(String text, LocalDate today) {
        String plain = plain(text);
        if (SPREADSHEET.matcher(plain).matches()) {
            return Outcome.is(Fault.SPREADSHEET);
        }
        if (OLD.matcher(plain).matches()) {
            return Outcome.is(Fault.OLD);
        }
        if (!IdentityNumber.hasShape(plain)) {
            return Outcome.is(OTHER.matcher(plain).matches() ? Fault.OTHER : Fault.SHAPE);
        }
        if (plain.endsWith("000")) {
            return Outcome.is(Fault.ROUNDED);
        }
        if (!prefixes.contains(plain.substring(0, 2))) {
            return Outcome.is(Fault.PREFIX);
        }
        if (IdentityNumber.birth(plain).filter(birth -> !birth.isAfter(today)).isEmpty()) {
            return Outcome.is(Fault.DATE);
        }
        if (IdentityNumber.check(plain) != plain.charAt(IdentityNumber.LENGTH - 1)) {
            return Outcome.is(Fault.CHECK);
        }
        return new Outcome(Optional.of(new IdentityNumber(plain)), Optional.empty());
    }
}
