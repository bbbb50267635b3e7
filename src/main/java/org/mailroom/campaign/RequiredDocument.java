package org.mailroom.campaign;

import java.util.Optional;
import java.util.Set;

/**
 * What one stage asks for.
 *
 * @param per once for the unit, or once for each nominee
 * @param category only for nominees of this category; empty = of every category
 * @param media every medium that must arrive, 五, 六(四)
 * @param rule the rule a gap is reported under, R-06, R-55 or R-65
 */
public record RequiredDocument(
        DocumentKind document, Per per, Optional<String> category, Set<Medium> media, String rule) {
    public RequiredDocument {
        media = Set.copyOf(media);
    }

    /** Whom the document is about. */
    public enum Per {
        UNIT,
        NOMINEE
    }
}
