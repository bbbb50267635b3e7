package org.mailroom.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A citizen identity number, GB 11643-1999, 18 characters. Its text never reaches a log or an outgoing mail (P9). */
public record IdentityNumber(String digits) {
    static final int LENGTH = 18;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public IdentityNumber {
        if (!hasShape(digits) || birth(digits).isEmpty() || check(digits) != digits.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("not an identity number"); // no echo of the input
        }
    }

    static boolean hasShape(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The day of birth in digits 7 to 14, if it is a real one. */
    static Optional<LocalDate> birth(String digits) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits.substring(6, 10)),
                    Integer.parseInt(digits.substring(10, 12)),
                    Integer.parseInt(digits.substring(12, 14))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The check character of the first 17 digits, ISO 7064 MOD 11-2. */
    static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    public LocalDate birth() {
        return birth(digits).orElseThrow();
    }

    /** The 17th digit is odd for men. */
    public boolean male() {
        return (digits.charAt(LENGTH - 2) - '0') % 2 == 1;
    }

    @Override
    public String toString() {
        return "******************";
    }
}
