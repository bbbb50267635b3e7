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
                .append(
                        "text-align:left;vertical-align:top}th,.findings td:nth-child(-n+2){white-space:nowrap}</style></head>\n<body>\n<h1>")
                .append(safe(words.of("check.title")))
                .append("</h1>\n<p>")
                .append(safe(words.of("check.head", report.campaign(), CheckText.unit(report, words))))
                .append("</p>\n<table>\n")
                .append(heads("file", "document", "outcome"));
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
                    .append("</h2>\n");
            if (!stage.findings().isEmpty()) {
                html.append("<table class=\"findings\">\n").append(heads("rule", "severity", "place", "words"));
            }
            stage.findings()
                    .forEach(finding -> html.append(row(
                            finding.rule(),
                            words.orCode("severity.", finding.severity()),
                            CheckText.place(finding, words),
                            finding.words())));
            if (!stage.findings().isEmpty()) {
                html.append("</table>\n");
            }
            if (!stage.missing().isEmpty()) {
                html.append("<p>")
                        .append(safe(words.of("check.missing", stage.missing().size())))
                        .append("</p>\n<ul>\n");
                stage.missing()
                        .forEach(missing ->
                                html.append("<li>").append(safe(missing)).append("</li>\n"));
                html.append("</ul>\n");
            }
        }
        return html.append("<p>")
                .append(safe(words.of(report.somethingToCorrect() ? "check.to-correct" : "check.nothing")))
                .append("</p>\n</body>\n</html>")
                .toString();
    }

    private String heads(String... columns) {
        StringBuilder heads = new StringBuilder("<tr>");
        for (String column : columns) {
            heads.append("<th>")
                    .append(safe(words.of("check.column." + column)))
                    .append("</th>");
        }
        return heads.append("</tr>\n").toString();
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
