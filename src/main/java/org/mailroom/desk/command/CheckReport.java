package org.mailroom.desk.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code check} found: the same facts for every form it is written in. Its components are the keys of {@code --json}.
 *
 * @param unit its name; empty if neither the forms nor the person says whose they are
 * @param named the units that the forms name
 */
record CheckReport(
        String campaign, Optional<String> unit, List<String> named, List<FileLine> files, List<StageLines> stages) {

    /**
     * A file.
     *
     * @param outcome form, pages (recognised on a scan, for a person to confirm), scan, unchecked, no-form, unrecognised or refused
     * @param about the reason it was refused, the pages on which forms were recognised, or its type
     * @param documents what was recognised in it
     */
    record FileLine(String file, String outcome, String about, List<DocumentLine> documents) {}

    /** A document. */
    record DocumentLine(String document, String title, String category, String nominee, int fields, int rows) {}

    record StageLines(String stage, String material, List<FindingLine> findings, List<String> missing) {}

    /**
     * A finding with its place.
     *
     * @param severity REJECT, RETURN, WARN or INFO
     * @param file the file it stands in, if only one can be meant
     * @param row the entry in its block from 1; 0 = no row
     * @param field the label of the field as the form prints it
     * @param words as a receipt says it; for remarks without such words the rule's id
     */
    record FindingLine(
            String rule,
            String severity,
            String file,
            String document,
            String nominee,
            String block,
            int row,
            String field,
            String words) {}

    /** Whether something would have to be corrected. */
    boolean somethingToCorrect() {
        return stages.stream()
                        .flatMap(stage -> stage.findings().stream())
                        .anyMatch(finding -> finding.severity().equals("REJECT")
                                || finding.severity().equals("RETURN"))
                || files.stream()
                        .anyMatch(file -> Set.of("unrecognised", "no-form").contains(file.outcome()));
    }
}
