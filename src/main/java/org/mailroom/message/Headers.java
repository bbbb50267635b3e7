package org.mailroom.message;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The header lines of a mail or part in their order; values raw, unfolded, one char an octet. */
record Headers(List<Line> lines) {
    /** @param name lower case */
    record Line(String name, String value) {}

    Headers {
        lines = List.copyOf(lines);
    }

    static Headers of(MimePart part) throws MessagingException {
        List<Line> lines = new ArrayList<>();
        for (Header header : Collections.list(part.getAllHeaders())) {
            String value = header.getValue() == null ? "" : header.getValue();
            lines.add(new Line(header.getName().strip().toLowerCase(Locale.ROOT), EncodedWords.unfolded(value)));
        }
        return new Headers(lines);
    }

    Headers with(String name, String value) {
        return new Headers(
                Stream.concat(lines.stream(), Stream.of(new Line(name, value))).toList());
    }

    /** @param name lower case */
    Stream<String> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).map(Line::value);
    }

    Optional<String> first(String name) {
        return all(name).findFirst();
    }

    String firstOrBlank(String name) {
        return first(name).orElse("");
    }

    boolean has(String name) {
        return all(name).findAny().isPresent();
    }
}
