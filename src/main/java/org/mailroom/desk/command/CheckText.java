package org.mailroom.desk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, as lines for a terminal. */
record CheckText(Wording words) {
    List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of("check.head", report.campaign(), unit(report, words)));
        lines.add("");
        report.files().forEach(file -> file(file, lines));
        for (CheckReport.StageLines stage : report.stages()) {
            lines.add("");
            lines.add(words.of(
                    "check.stage",
                    stage.stage(),
                    stage.material(),
                    stage.findings().size()));
            stage.findings().forEach(finding -> {
                lines.add("  " + finding.rule() + " " + words.orCode("severity.", finding.severity()) + "  "
                        + place(finding, words));
                lines.add("      " + finding.words());
            });
            if (!stage.missing().isEmpty()) {
                lines.add("  " + words.of("check.missing", stage.missing().size()));
                stage.missing().forEach(missing -> lines.add("      " + missing));
            }
        }
        lines.add("");
        lines.add(words.of(report.somethingToCorrect() ? "check.to-correct" : "check.nothing"));
        return lines;
    }

    static String unit(CheckReport report, Wording words) {
        return report.unit()
                .orElseGet(() -> report.named().size() > 1
                        ? words.of("check.several-units", String.join(", ", report.named()))
                        : words.of("check.unknown-unit"));
    }

    private void file(CheckReport.FileLine file, List<String> lines) {
        String outcome = words.of("check.file." + file.outcome(), reason(file, words));
        lines.add(file.documents().isEmpty() ? file.file() + "  " + outcome : file.file());
        for (CheckReport.DocumentLine document : file.documents()) {
            String about = Stream.of(document.title(), document.category(), document.nominee())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" · "));
            lines.add("    " + about + "  " + outcome + filled(document));
        }
    }

    /** A letter has neither. */
    private String filled(CheckReport.DocumentLine document) {
        return (document.fields() == 0 ? "" : words.of("check.fields", document.fields()))
                + (document.rows() == 0 ? "" : words.of("check.rows", document.rows()));
    }

    static String reason(CheckReport.FileLine file, Wording words) {
        return file.outcome().equals("refused") ? words.orCode("refused.", file.about()) : file.about();
    }

    static String place(CheckReport.FindingLine finding, Wording words) {
        return Stream.of(
                        finding.document(),
                        finding.nominee(),
                        finding.block(),
                        finding.row() == 0 ? "" : words.of("check.row", finding.row()),
                        finding.field(),
                        finding.file().isEmpty() ? "" : "[" + finding.file() + "]")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" / "));
    }
}
