package org.mailroom.reading.reader;

import java.util.List;

/** Field codes by which a document takes text or data from somewhere else; they are never followed (ECMA-376 part 1, 17.16.5). */
final class ExternalFields {
    private static final List<String> CODES =
            List.of("INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE ", "LINK ", "DDE", "IMPORT ", "DATABASE", "RD ");

    private ExternalFields() {}

    /** @param code in capitals, without leading blanks */
    static boolean leadsOutside(String code) {
        return CODES.stream().anyMatch(code::startsWith);
    }
}
