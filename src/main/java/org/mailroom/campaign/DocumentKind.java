package org.mailroom.campaign;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A document the notice asks for.
 *
 * @param id stable key, for example {@code first-review-form}
 * @param name its name in mails, without 《》, for example 推荐对象初审表
 * @param annex its annex in the notice, for example 附件1; empty for the reports
 * @param titled whether its name stands in 《》: forms do, reports do not
 * @param hints words in a file or folder name that point to it; for scans, which are assigned by name only
 * @param measure the measure word of a count, 份 or 张
 * @param formats what its electronic version may be made with; empty = anything
 */
public record DocumentKind(
        String id,
        String name,
        Optional<String> annex,
        boolean titled,
        List<String> hints,
        String measure,
        Set<Format> formats) {
    public DocumentKind {
        hints = List.copyOf(hints);
        formats = Set.copyOf(formats);
    }

    /** A document that may be made with anything. */
    public DocumentKind(
            String id, String name, Optional<String> annex, boolean titled, List<String> hints, String measure) {
        this(id, name, annex, titled, hints, measure, Set.of());
    }

    public boolean accepts(Format format) {
        return formats.isEmpty() || formats.contains(format);
    }
}
