package org.mailroom.desk.command;

import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** What was found, as one HTML page without anything to load. */
record CheckPage(Wording words) {
    String html(CheckReport report) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(words.of("language"))
                .append("\">\n<head><meta charset=\"UTF-8\"><title>")
                .append(safe(words.of("check.title")))
                .append("</title>\n<style>body{font-family:sans-serif;max-width:70em;margin:2em auto}")
                .append("table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3em;")
                .append("text-align:left;vertical-align:top}</style></head>\n<body>\n<h1>")
                .append(safe(words.of("check.title")))
                .append("</h1>\n<p>")
                .append(safe(words.of(
                        "check.head",
                        report.campaign(),
                        report.unit().orElseGet(() -> words.of("check.unknown-unit")))))
                .append("</p>\n<table>\n");
        report.files()
                .forEach(file -> html.append(row(
                        file.file(),
                        file.documents().stream()
                                .map(document -> (document.title() + " " + document.nominee()).strip())
                                .collect(Collectors.joining("; ")),
                        words.of("check.file." + file.outcome(), CheckText.reason(file, words)))));
        html.append("</table>\n");
        for (CheckReport.StageLines stage : report.stages()) {
            html.append("<h2>")
                    .append(safe(words.of(
                            "check.stage",
                            stage.stage(),
                            stage.material(),
                            stage.findings().size())))
                    .append("</h2>\n<table>\n");
            stage.findings()
                    .forEach(finding -> html.append(row(
                            finding.rule(),
                            words.orCode("severity.", finding.severity()),
                            CheckText.place(finding, words),
                            finding.words())));
            html.append("</table>\n");
            if (!stage.missing().isEmpty()) {
                html.append("<p>")
                        .append(safe(
                                words.of("check.missing", stage.missing().size(), String.join("; ", stage.missing()))))
                        .append("</p>\n");
            }
        }
        return html.append("<p>")
                .append(safe(words.of(report.somethingToCorrect() ? "check.to-correct" : "check.nothing")))
                .append("</p>\n</body>\n</html>")
                .toString();
    }

    private static String row(String... texts) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String text : texts) {
            row.append("<td>").append(safe(text)).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
