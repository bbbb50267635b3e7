package org.mailroom.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.mailroom.form.Filled;
import org.mailroom.form.Soffice;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.reader.Parts;

/** Good forms saved by another program, under another name, or with a password. */
final class SavedFaults {
    private final Sample sample;

    SavedFaults(Sample sample) {
        this.sample = sample;
    }

    /** What needs no other program. */
    List<CorpusCase> plain() throws IOException {
        Filled review = sample.review();
        byte[] docx = Sampled.docx(review);
        CorpusCase good = CorpusCase.docx("saved", docx, Truth.of(review)).harmless();
        List<CorpusCase> cases = new ArrayList<>();
        cases.add(renamed(good, "docx-named-doc", docx, "附件1.doc"));
        cases.add(renamed(good, "docx-that-is-html", html(docx), "附件1.docx").breaks(Breach.of("R-17")));
        cases.add(renamed(good, "form-as-a-web-page", html(docx), "附件1.html").breaks(Breach.of("R-06")));
        byte[] workbook = Formats.spreadsheet(good).file().octets();
        cases.add(renamed(good, "form-in-a-spreadsheet", workbook, "附件1.xlsx").breaks(Breach.of("R-06")));
        cases.add(renamed(good, "macros-in-the-form", macros(docx), "附件1.docm").breaks(Breach.of("R-17")));
        cases.add(renamed(good, "docx-that-is-a-zip", zip("附件1.docx", docx), "附件1（打包）.docx"));
        cases.add(new CorpusCase(
                "password-in-the-mail",
                "docx",
                false,
                List.of(new CorpusFile("附件1.docx", encrypted(docx))),
                List.of(),
                Optional.of(Set.of(Breach.of("R-17")))));
        cases.add(numbersInExcel());
        cases.add(rowHidden());
        return cases;
    }

    /** What LibreOffice saves. */
    List<CorpusCase> saved() throws Exception {
        if (!Soffice.installed()) {
            System.err.println("LibreOffice is not installed here: no forms saved by it");
            return List.of();
        }
        Filled review = sample.review();
        Filled summary = sample.summary();
        CorpusCase good =
                CorpusCase.docx("saved", Sampled.docx(review), Truth.of(review)).harmless();
        CorpusCase list = CorpusCase.docx("saved", Sampled.docx(summary), Truth.of(summary))
                .harmless();
        Path folder = Files.createTempDirectory("saved");
        Files.write(folder.resolve("review.docx"), good.file().octets());
        Files.write(
                folder.resolve("list.xlsx"), Formats.spreadsheet(list).file().octets());
        byte[] doc = Files.readAllBytes(
                Soffice.converted(folder, ".docx", "doc:MS Word 97").resolve("review.doc"));
        byte[] rtf = Files.readAllBytes(
                Soffice.converted(folder, ".docx", "rtf:Rich Text Format").resolve("review.rtf"));
        byte[] xls = Files.readAllBytes(
                Soffice.converted(folder, ".xlsx", "xls:MS Excel 97").resolve("list.xls"));
        return List.of(
                renamed(good, "saved-as-doc", doc, "附件1.doc"),
                renamed(good, "saved-as-wps", doc, "附件1.wps"),
                renamed(good, "rtf-named-doc", rtf, "附件1.doc"),
                renamed(list, "saved-as-xls", xls, "附件5.xls"),
                renamed(list, "saved-as-et", xls, "附件5.et"));
    }

    private static CorpusCase renamed(CorpusCase good, String kind, byte[] octets, String name) {
        return new CorpusCase(
                kind,
                name.substring(name.lastIndexOf('.') + 1),
                false,
                List.of(new CorpusFile(name, octets)),
                good.truth(),
                good.breaches());
    }

    /** As a web page exports it: the paragraphs and tables of the form. */
    private static byte[] html(byte[] docx) throws IOException {
        StringBuilder html = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body>");
        for (Sheet.Block block : Parts.sheet(docx).blocks()) {
            if (block instanceof Sheet.Table table) {
                html.append("<table>");
                for (int row = 1; row <= table.rows(); row++) {
                    int at = row;
                    html.append("<tr>");
                    table.cells().stream()
                            .filter(cell -> cell.row() == at)
                            .forEach(cell -> html.append("<td rowspan=")
                                    .append(cell.rowSpan())
                                    .append(" colspan=")
                                    .append(cell.columnSpan())
                                    .append('>')
                                    .append(cell.text().replace("\n", "<br>"))
                                    .append("</td>"));
                    html.append("</tr>");
                }
                html.append("</table>");
            } else if (block instanceof Sheet.Paragraph paragraph) {
                html.append("<p>").append(paragraph.text()).append("</p>");
            }
        }
        return html.append("</body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String name, byte[] octets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(octets);
        }
        return bytes.toByteArray();
    }

    private static byte[] macros(byte[] docx) throws IOException {
        WordEdit edit = new WordEdit(docx);
        edit.part("word/vbaProject.bin", "Sub AutoOpen()");
        return edit.docx();
    }

    /** ECMA-376 agile encryption; its salt is chance, so that these octets differ from run to run. */
    private static byte[] encrypted(byte[] docx) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("123456");
            try (OPCPackage content = OPCPackage.open(new ByteArrayInputStream(docx));
                    var encrypting = encryptor.getDataStream(file)) {
                content.save(encrypting);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (GeneralSecurityException | InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    /** A list in Excel whose identity numbers were typed as numbers: fifteen digits are kept, the rest are zeros. */
    private CorpusCase numbersInExcel() throws IOException {
        Filled summary = sample.summary();
        CorpusCase list = Formats.spreadsheet(CorpusCase.docx("saved", Sampled.docx(summary), Truth.of(summary)));
        try (Workbook book =
                        new XSSFWorkbook(new ByteArrayInputStream(list.file().octets()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Set<Breach> spoilt = new HashSet<>();
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    String text = cell.getStringCellValue();
                    if (text.matches("\\d{17}[\\dX]")) {
                        cell.setCellValue(Double.parseDouble(text.substring(0, 15) + "000"));
                        spoilt.add(new Breach("R-46", spoilt.size() + 1, "身份证号"));
                    }
                }
            }
            book.write(out);
            Truth truth = list.truth().get(0).rows(row -> {
                row.computeIfPresent("identityNumber", SavedFaults::asExcelShows);
                return row;
            });
            return new CorpusCase(
                    "identity-number-as-excel-number",
                    "xlsx",
                    false,
                    List.of(new CorpusFile("附件5.xlsx", out.toByteArray())),
                    List.of(truth),
                    Optional.of(spoilt));
        }
    }

    /** A row that the sender took off the printed page, and that is passed over: here below the list, with nobody in it. */
    private CorpusCase rowHidden() throws IOException {
        Filled summary = sample.summary();
        CorpusCase list = Formats.spreadsheet(CorpusCase.docx("saved", Sampled.docx(summary), Truth.of(summary)));
        try (Workbook book =
                        new XSSFWorkbook(new ByteArrayInputStream(list.file().octets()));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row row = book.getSheetAt(0).createRow(book.getSheetAt(0).getLastRowNum() + 1);
            row.createCell(0).setCellValue("内部备注");
            row.setZeroHeight(true);
            book.write(out);
            return renamed(list, "row-hidden-in-excel", out.toByteArray(), "附件5.xlsx")
                    .breaks(Breach.of("R-12"));
        }
    }

    /** 4.30102E+17: six digits and the power of ten. */
    private static String asExcelShows(String field, String number) {
        if (!number.matches("\\d{18}|\\d{17}X")) {
            return number;
        }
        return new BigDecimal(number.substring(0, 15))
                .round(new MathContext(6))
                .unscaledValue()
                .toString()
                .replaceFirst("(\\d)(\\d*?)0*$", "$1.$2E+17");
    }
}
