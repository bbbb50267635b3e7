package org.mailroom.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.campaign.Entry;

/**
 * A row of the opinion matrix (specification 1G): nominees of one type, and whose opinion must be heard on them.
 *
 * @param name how a person calls the type
 * @param category only nominees of this category; empty = any
 * @param natures groups of the nominee's unit nature
 * @param head only heads of enterprises, or only others; empty = any
 * @param authorities fields of the opinion form
 */
record NomineeType(
        String name, Optional<String> category, Set<String> natures, Optional<Boolean> head, Set<String> authorities) {
    static NomineeType read(Entry entry) {
        entry.allowOnly("type", "category", "natures", "head", "authorities");
        return new NomineeType(
                entry.text("type"),
                entry.optionalText("category"),
                Set.copyOf(entry.texts("natures")),
                entry.has("head") ? Optional.of(entry.flag("head", false)) : Optional.empty(),
                Set.copyOf(entry.texts("authorities")));
    }

    /** @param isHead empty if nobody said; a type that depends on it does not fit then */
    boolean fits(Optional<String> ofCategory, String nature, Optional<Boolean> isHead) {
        return (category.isEmpty() || category.equals(ofCategory))
                && natures.contains(nature)
                && (head.isEmpty() || head.equals(isHead));
    }

    static Optional<NomineeType> of(
            List<NomineeType> types, Optional<String> category, String nature, Optional<Boolean> head) {
        return types.stream().filter(type -> type.fits(category, nature, head)).findFirst();
    }
}
