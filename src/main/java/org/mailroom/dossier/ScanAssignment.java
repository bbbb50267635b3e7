package org.mailroom.dossier;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.check.Dossier.Nominee;

/**
 * Which slot a file fills that could not be read: by its name, its folder or its neighbour (specification 5, cases 2 and 8).
 * The answer is a proposal, marked as such; nobody has looked into the file.
 *
 * @param documents the kinds of document the campaign asks for
 * @param perNominee keys of those that are asked for once a nominee
 * @param noise words in file names that say nothing, for example 盖章, 扫描件, 最终版
 */
record ScanAssignment(List<DocumentKind> documents, Collection<String> perNominee, Pattern noise) {

    /**
     * A recognised form in the same mail.
     *
     * @param name its file's name, with folders
     */
    record Neighbour(String name, String document, Optional<Nominee> nominee) {}

    /**
     * @param nominee whom it is about; empty for a unit's document, or for one file with the forms of all nominees
     */
    record Proposal(DocumentKind document, Optional<Nominee> nominee) {}

    /**
     * @param name the file's name, folders and archives before it separated by slashes
     * @param known nominees of the dossier and of this mail
     * @param alone whether the mail brings no other unread file
     */
    Optional<Proposal> of(String name, Collection<Nominee> known, List<Neighbour> neighbours, boolean alone) {
        String path = fold(name);
        Optional<DocumentKind> kind = kind(path);
        Optional<Nominee> nominee = known.stream()
                .filter(one -> path.contains(fold(one.name())))
                .max(Comparator.comparingInt(one -> one.name().length()));
        Optional<Neighbour> twin = twin(name, neighbours);
        if (kind.isEmpty() && twin.isPresent()) {
            return proposal(twin.get().document(), twin.get().nominee());
        }
        if (kind.isEmpty() && nominee.isPresent()) {
            List<String> theirs = neighbours.stream()
                    .filter(neighbour -> neighbour.nominee().equals(nominee))
                    .map(Neighbour::document)
                    .distinct()
                    .toList();
            return theirs.size() == 1 ? proposal(theirs.get(0), nominee) : Optional.empty();
        }
        if (kind.isEmpty()) {
            return alone && neighbours.size() == 1
                    ? proposal(neighbours.get(0).document(), neighbours.get(0).nominee())
                    : Optional.empty();
        }
        if (!perNominee.contains(kind.get().id())) {
            return Optional.of(new Proposal(kind.get(), Optional.empty()));
        }
        return Optional.of(new Proposal(
                kind.get(),
                nominee.or(() -> twin.filter(
                                other -> other.document().equals(kind.get().id()))
                        .flatMap(Neighbour::nominee))));
    }

    /** The form in the file of the same name; with the forms of several nominees in it, the scan holds all of them. */
    private Optional<Neighbour> twin(String name, List<Neighbour> neighbours) {
        List<Neighbour> twins = neighbours.stream()
                .filter(neighbour -> stem(neighbour.name()).equals(stem(name)))
                .toList();
        return twins.stream()
                .findFirst()
                .map(first ->
                        twins.size() == 1 ? first : new Neighbour(first.name(), first.document(), Optional.empty()));
    }

    private Optional<Proposal> proposal(String document, Optional<Nominee> nominee) {
        return documents.stream()
                .filter(kind -> kind.id().equals(document))
                .findFirst()
                .map(kind -> new Proposal(kind, nominee));
    }

    /** The kind whose longest hint stands in the file's own name, else in its nearest folder. */
    private Optional<DocumentKind> kind(String path) {
        String[] steps = path.split("/");
        for (int i = steps.length - 1; i >= 0; i--) {
            String step = steps[i];
            Optional<DocumentKind> found = documents.stream()
                    .filter(kind -> longestHint(kind, step) > 0)
                    .max(Comparator.comparingInt(kind -> longestHint(kind, step)));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static int longestHint(DocumentKind kind, String step) {
        return Stream.concat(kind.hints().stream(), kind.annex().stream())
                .map(ScanAssignment::fold)
                .filter(step::contains)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private String stem(String name) {
        String folded = fold(name);
        int dot = folded.lastIndexOf('.');
        String withoutType = dot > folded.lastIndexOf('/') ? folded.substring(0, dot) : folded;
        return noise.matcher(withoutType).replaceAll("");
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s_]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
