package org.mailroom.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way of sending forms, made as real files.
 *
 * @param kind what is the matter with it, for example age-instead-of-birth-month
 * @param format for example docx, or clean-scan
 * @param heldOut not to be looked at while the recogniser is tuned
 * @param files what is attached; several for a dozen photographs
 * @param truth the forms in the files, in order; none for files that hold none of ours
 * @param breaches all that the rules say of it besides remarks, none of a harmless case; empty if nobody has said
 */
public record CorpusCase(
        String kind,
        String format,
        boolean heldOut,
        List<CorpusFile> files,
        List<Truth> truth,
        Optional<Set<Breach>> breaches) {
    public CorpusCase {
        files = List.copyOf(files);
        truth = List.copyOf(truth);
        breaches = breaches.map(Set::copyOf);
    }

    static CorpusCase docx(String kind, byte[] octets, Truth... truth) {
        return new CorpusCase(
                kind,
                "docx",
                false,
                List.of(new CorpusFile(kind + ".docx", octets)),
                Arrays.asList(truth),
                Optional.empty());
    }

    /** What the rules find, all of it. */
    CorpusCase breaks(Breach... found) {
        return new CorpusCase(kind, format, heldOut, files, truth, Optional.of(Set.of(found)));
    }

    /** No rule finds anything to correct in it, and none should. */
    CorpusCase harmless() {
        return breaks();
    }

    CorpusCase held(boolean out) {
        return new CorpusCase(kind, format, out, files, truth, breaches);
    }

    /** The same forms in other files. */
    CorpusCase as(String otherFormat, CorpusFile... others) {
        return new CorpusCase(kind, otherFormat, heldOut, Arrays.asList(others), truth, breaches);
    }

    CorpusFile file() {
        return files.get(0);
    }

    boolean about(String document) {
        return truth.stream().map(Truth::document).anyMatch(document::equals);
    }

    @Override
    public String toString() {
        return Stream.of(kind, format, heldOut ? "held out" : "").reduce("", (a, b) -> b.isEmpty() ? a : a + " " + b);
    }
}
