package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.Sheet.Block;

/** A page of HTML as Word, WPS and LibreOffice save documents. Nothing in it is run, and nothing it names is fetched. */
final class HtmlPage {
    /** Text and marks together; tags take far more room than what they show. */
    private static final int MARKS = 8;

    private static final Set<String> NOT_SHOWN =
            Set.of("head", "style", "script", "title", "noscript", "template", "del", "xml", "rt", "rp");

    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "pre",
            "blockquote",
            "center",
            "body",
            "html",
            "section",
            "article",
            "header",
            "footer",
            "address",
            "form",
            "fieldset",
            "hr",
            "caption");

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern FONT = Pattern.compile("(?i)font-family\\s*:\\s*[\"']?\\s*([a-z][a-z0-9 ]*)");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|mso-hide\\s*:\\s*all");

    private final ReadingLimits limits;
    private final Tally tally;
    private final SheetDraft draft = new SheetDraft();

    HtmlPage(ReadingLimits limits) {
        this.limits = limits;
        this.tally = new Tally(limits);
    }

    Sheet read(List<String> pages) throws Refusal {
        for (String html : pages) {
            if (html.length() > (long) limits.characters() * MARKS) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
            List<Block> blocks = new ArrayList<>();
            Text text = new Text(blocks);
            walk(Jsoup.parse(html), text, Symbols.NONE);
            text.end();
            blocks.forEach(draft::add);
        }
        return draft.sheet();
    }

    /** Paragraphs while they are read; blanks of the source count as one. */
    private final class Text {
        private final List<Block> blocks;
        private final StringBuilder line = new StringBuilder();

        Text(List<Block> blocks) {
            this.blocks = blocks;
        }

        void add(String text) throws Refusal {
            tally.text(text.length());
            boolean open = line.length() == 0 || " \n".indexOf(line.charAt(line.length() - 1)) >= 0;
            line.append(open && text.startsWith(" ") ? text.substring(1) : text);
        }

        void end() {
            SheetDraft.paragraph(blocks, line.toString().replace(" \n", "\n"));
            line.setLength(0);
        }
    }

    private void walk(Node node, Text text, Symbols font) throws Refusal {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode words) {
                text.add(font.shown(BLANKS.matcher(words.getWholeText()).replaceAll(" ")));
            } else if (child instanceof Element element) {
                element(element, text, font);
            }
        }
    }

    private void element(Element element, Text text, Symbols font) throws Refusal {
        String name = element.normalName();
        String tag = name.substring(name.indexOf(':') + 1);
        if (tag.equals("del") || tag.equals("ins")) {
            draft.note("tracked-changes");
        }
        if (element.attr("class").contains("MsoComment")) {
            draft.note("comments");
            return;
        }
        if (NOT_SHOWN.contains(tag) || HIDDEN.matcher(element.attr("style")).find()) {
            return;
        }
        switch (tag) {
            case "br" -> text.add("\n");
            case "img" -> text.add(String.valueOf(SheetDraft.PICTURE));
            case "object", "embed", "iframe" -> draft.note("embedded-objects");
            case "input" -> input(element, text);
            case "table" -> {
                text.end();
                table(element, text.blocks);
            }
            default -> {
                boolean paragraph = PARAGRAPHS.contains(tag);
                if (paragraph) {
                    text.end();
                }
                walk(element, text, font(element, font));
                if (paragraph) {
                    text.end();
                }
            }
        }
    }

    private static void input(Element element, Text text) throws Refusal {
        switch (element.attr("type").toLowerCase(Locale.ROOT)) {
            case "checkbox", "radio" -> text.add(element.hasAttr("checked") ? Symbols.TICKED : Symbols.OPEN);
            case "", "text" -> text.add(element.attr("value"));
            default -> {}
        }
    }

    private static Symbols font(Element element, Symbols outer) {
        Matcher family = FONT.matcher(element.attr("style"));
        String name = family.find() ? family.group(1) : element.attr("face");
        return name.isBlank() ? outer : Symbols.of(name.strip());
    }

    private void table(Element table, List<Block> blocks) throws Refusal {
        HtmlTable grid = new HtmlTable(draft.table(), tally);
        List<Block> framed = new ArrayList<>();
        for (Element row : rows(table)) {
            grid.row();
            for (Element cell : row.children()) {
                if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
                    cell(cell, grid, framed);
                }
            }
        }
        Sheet.Table read = grid.table();
        if (!Contents.frame(read, framed)) {
            blocks.add(read);
        }
        blocks.addAll(framed);
    }

    private static List<Element> rows(Element table) {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            if (child.normalName().equals("tr")) {
                rows.add(child);
            } else if (Set.of("tbody", "thead", "tfoot").contains(child.normalName())) {
                child.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private void cell(Element cell, HtmlTable grid, List<Block> framed) throws Refusal {
        List<Block> inside = new ArrayList<>();
        Text text = new Text(inside);
        walk(cell, text, font(cell, Symbols.NONE));
        text.end();
        Contents contents = new Contents(inside);
        boolean alone = contents.framed();
        if (alone) {
            framed.addAll(inside);
        }
        grid.cell(cell.attr("rowspan"), cell.attr("colspan"), alone ? "" : contents.text());
    }
}
