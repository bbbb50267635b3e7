package org.mailroom.desk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, as lines for a terminal. */
record CheckText(Wording words) {
    List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(words.of(
                "check.head", report.campaign(), report.unit().orElseGet(() -> words.of("check.unknown-unit"))));
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
                lines.add("  " + words.of("check.missing", stage.missing().size(), String.join("; ", stage.missing())));
            }
        }
        lines.add("");
        lines.add(words.of(report.somethingToCorrect() ? "check.to-correct" : "check.nothing"));
        return lines;
    }

    private void file(CheckReport.FileLine file, List<String> lines) {
        String outcome = words.of("check.file." + file.outcome(), reason(file, words));
        lines.add(file.file() + "  " + (file.documents().isEmpty() ? outcome : ""));
        for (CheckReport.DocumentLine document : file.documents()) {
            String about = Stream.of(document.title(), document.category(), document.nominee())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(" · "));
            lines.add("    " + about + "  "
                    + (file.outcome().equals("form")
                            ? words.of("check.read", document.fields(), document.rows())
                            : outcome));
        }
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
