package org.mailroom.message;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the desk knows its own mail when it comes back (mail-rules, 2.3).
 *
 * @param addresses our own addresses, lower case
 * @param loopHeader the header that every mail of ours carries, for example X-Mailroom-Loop
 * @param instance a word that stands in every Message-ID of ours; empty if there is none
 */
public record OurMark(Set<String> addresses, String loopHeader, String instance) {
    public OurMark {
        addresses = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
