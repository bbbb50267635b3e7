package org.mailroom.corpus;

import static org.mailroom.corpus.WordEdit.elements;
import static org.mailroom.corpus.WordEdit.text;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mailroom.form.Filled;
import org.w3c.dom.Element;

/** What people do to the blank's table: cells, rows and columns that are not as they were printed. */
final class TableFaults {
    private TableFaults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of("labels-with-wide-spaces", TableFaults::spacedLabels),
                Fault.of("merged-cells-broken", TableFaults::brokenCells),
                Fault.heldOut("cells-merged-again", TableFaults::mergedAgain),
                Fault.heldOut("opinions-pushed-to-a-new-table", TableFaults::secondTable),
                Fault.of("a-column-deleted", TableFaults::withoutColumn),
                Fault.of("text-boxes-instead-of-cells", TableFaults::textBoxes),
                Fault.of("value-in-the-label-cell", TableFaults::valueInLabel),
                Fault.heldOut("tick-box-replaced-by-yes", TableFaults::typedTick),
                Fault.of("example-of-the-template-left-in", TableFaults::exampleLeft),
                Fault.heldOut("rows-added-between", TableFaults::rowsAdded));
    }

    private static List<CorpusCase> spacedLabels(String name, Sample sample) throws IOException {
        return List.of(spaced(name, sample.review()), spaced(name, sample.approval()), spaced(name, sample.summary()));
    }

    private static CorpusCase spaced(String name, Filled form) throws IOException {
        WordEdit edit = new WordEdit(Sampled.docx(form));
        for (Element cell : edit.cells()) {
            String label = text(cell);
            boolean printed = form.form().fields().stream()
                            .anyMatch(field -> field.labels().contains(label.replace("　", "")))
                    || form.form().blocks().stream()
                            .flatMap(block -> block.columns().stream())
                            .anyMatch(column -> column.labels().contains(label));
            if (printed && !label.contains("（")) {
                edit.write(cell, String.join("　　", label.replace("　", "").split("")));
            }
        }
        return CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless();
    }

    /** Every cell that spans columns is split up again; what was typed stays in the first piece. */
    private static List<CorpusCase> brokenCells(String name, Sample sample) throws IOException {
        Filled form = sample.review();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        for (Element cell : edit.cells()) {
            for (Element span : elements(cell, "gridSpan")) {
                int columns = Integer.parseInt(span.getAttributeNS(WordEdit.W, "val"));
                span.getParentNode().removeChild(span);
                for (int i = 1; i < columns; i++) {
                    Element empty =
                            edit.markup("<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/></w:tcPr><w:p/></w:tc>");
                    cell.getParentNode().insertBefore(empty, cell.getNextSibling());
                }
            }
        }
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless());
    }

    /** The label goes on over a new row, in which the rest of the value stands. */
    private static List<CorpusCase> mergedAgain(String name, Sample sample) throws IOException {
        Filled form = sample.review();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element label = edit.cell("曾受表彰奖励情况");
        Element row = edit.rowOf(label);
        Element more = (Element) row.cloneNode(true);
        row.getParentNode().insertBefore(more, row.getNextSibling());
        properties(edit, label).appendChild(edit.markup("<w:vMerge w:val=\"restart\"/>"));
        List<Element> cells = elements(more, "tc");
        edit.write(cells.get(0), "");
        properties(edit, cells.get(0)).appendChild(edit.markup("<w:vMerge/>"));
        edit.write(cells.get(1), "2018年获市级表彰。");
        String awards = form.filling().values().get("awards") + "\n2018年获市级表彰。";
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form).with("awards", awards))
                .harmless());
    }

    private static Element properties(WordEdit edit, Element cell) throws IOException {
        List<Element> there = elements(cell, "tcPr");
        if (!there.isEmpty()) {
            return there.get(0);
        }
        Element made = edit.element("tcPr");
        cell.insertBefore(made, cell.getFirstChild());
        return made;
    }

    private static List<CorpusCase> secondTable(String name, Sample sample) throws IOException {
        Filled review = sample.review();
        Filled approval = sample.collectiveApproval();
        return List.of(cut(name, review, "所在单位意见", 0), cut(name, approval, "省级人社部门意见", 3));
    }

    /** From this row on a table of its own, after some empty paragraphs. */
    private static CorpusCase cut(String name, Filled form, String label, int rows) throws IOException {
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element row = edit.rowOf(edit.cell(label));
        Element table = WordEdit.above(row, "tbl");
        Element second = (Element) table.cloneNode(false);
        elements(table, "tblPr").forEach(properties -> second.appendChild(properties.cloneNode(true)));
        elements(table, "tblGrid").forEach(grid -> second.appendChild(grid.cloneNode(true)));
        for (int i = 0; i < rows; i++) {
            Element empty = (Element) row.cloneNode(true);
            elements(empty, "tc").forEach(cell -> edit.write(cell, ""));
            table.insertBefore(empty, row);
        }
        for (Element moved = row; moved != null; ) {
            Element next = following(moved);
            second.appendChild(moved);
            moved = next;
        }
        table.getParentNode().insertBefore(second, table.getNextSibling());
        table.getParentNode().insertBefore(edit.markup("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"), second);
        return CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless();
    }

    private static @org.jspecify.annotations.Nullable Element following(Element element) {
        try {
            return WordEdit.next(element);
        } catch (IllegalArgumentException last) {
            return null;
        }
    }

    /** To make the list fit the page. */
    private static List<CorpusCase> withoutColumn(String name, Sample sample) throws IOException {
        Filled form = sample.summary();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element head = edit.cell("职称");
        Element row = edit.rowOf(head);
        int column = elements(row, "tc").indexOf(head);
        Element table = WordEdit.above(row, "tbl");
        elements(table, "gridCol").stream()
                .skip(column)
                .limit(1)
                .forEach(grid -> grid.getParentNode().removeChild(grid));
        for (Element line : elements(table, "tr")) {
            line.removeChild(elements(line, "tc").get(column));
        }
        Truth truth = Truth.of(form).rows(TableFaults::untitled);
        return List.of(CorpusCase.docx(name, edit.docx(), truth).breaks(Breach.of("R-12")));
    }

    private static Map<String, String> untitled(Map<String, String> row) {
        row.remove("professionalTitle");
        return row;
    }

    private static List<CorpusCase> textBoxes(String name, Sample sample) throws IOException {
        Filled form = sample.review();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        for (String label : List.of("姓名（集体名称）", "政治面貌", "身份证号码", "工作单位及职务")) {
            Element cell = edit.valueOf(label);
            String value = text(cell);
            edit.write(cell, "");
            elements(cell, "p")
                    .get(0)
                    .appendChild(edit.markup("<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\""
                            + " style=\"width:100pt;height:20pt\"><v:textbox><w:txbxContent><w:p><w:r><w:t>" + value
                            + "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"));
        }
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless());
    }

    private static List<CorpusCase> valueInLabel(String name, Sample sample) throws IOException {
        return List.of(glued(name, sample, ""), glued(name, sample, "："), glued(name, sample, "　"));
    }

    private static CorpusCase glued(String name, Sample sample, String between) throws IOException {
        Filled form = sample.approval();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        for (String label : List.of("姓名", "性别", "民族", "籍贯")) {
            Element cell = edit.cell(label);
            Element value = WordEdit.next(cell);
            String typed = text(value);
            edit.write(cell, label + between + typed);
            edit.write(value, "");
        }
        return CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless();
    }

    private static List<CorpusCase> typedTick(String name, Sample sample) throws IOException {
        Filled form = sample.review();
        return List.of(
                CorpusCase.docx(name, ticked(form, "□先进集体　　是先进个人"), Truth.of(form))
                        .harmless(),
                CorpusCase.docx(name, ticked(form, "先进集体　　先进个人是"), Truth.of(form))
                        .harmless(),
                CorpusCase.docx(name, ticked(form, "先进个人"), Truth.of(form)).harmless());
    }

    private static byte[] ticked(Filled form, String typed) throws IOException {
        WordEdit edit = new WordEdit(Sampled.docx(form));
        edit.write(edit.valueOf("推荐类别"), typed);
        return edit.docx();
    }

    private static List<CorpusCase> exampleLeft(String name, Sample sample) throws IOException {
        Filled form = sample.summary();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element head = edit.rowOf(edit.cell("身份证号"));
        Element example = (Element) WordEdit.next(head).cloneNode(true);
        head.getParentNode().insertBefore(example, head.getNextSibling());
        List<String> typed =
                List.of("示例", "张三", "男", "汉族", "1972.05", "中共党员", "大学本科", "××市知识产权局科长", "无", "正科级", "12", "");
        List<Element> cells = elements(example, "tc");
        for (int i = 0; i < cells.size(); i++) {
            edit.write(cells.get(i), i < typed.size() ? typed.get(i) : "");
        }
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless());
    }

    /** Rows for which the blank has no label: a second telephone, a remark. None of the blank's is missing or renamed. */
    private static List<CorpusCase> rowsAdded(String name, Sample sample) throws IOException {
        Filled form = sample.approval();
        WordEdit edit = new WordEdit(Sampled.docx(form));
        Element row = edit.rowOf(edit.cell("单位地址、邮编"));
        Element more = (Element) row.cloneNode(true);
        List<Element> cells = elements(more, "tc");
        edit.write(cells.get(0), "微信号");
        edit.write(cells.get(1), "wx-" + sample.number());
        row.getParentNode().insertBefore(more, row);
        return List.of(CorpusCase.docx(name, edit.docx(), Truth.of(form)).harmless());
    }
}
