package org.mailroom.reading;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reader's process prints, made fit for the log: few lines, short ones, and nothing a sender may have written. Numbers of
 * six and more digits and every character beyond ASCII become an asterisk.
 */
final class ReaderWords {
    private static final int LINES = 200;
    private static final int LENGTH = 200;
    private static final Pattern PRIVATE = Pattern.compile("[0-9]{6,}[Xx]?|[^\\x20-\\x7e]+");

    private int lines;

    /** @return empty once it has said too much */
    Optional<String> fit(String line) {
        lines++;
        String fit = PRIVATE.matcher(line.length() > LENGTH ? line.substring(0, LENGTH) : line)
                .replaceAll("*");
        return lines > LINES ? Optional.empty() : Optional.of(fit);
    }
}
