package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.Units.JIANGSU;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.form.Soffice;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.testing.Forms;

/** Good files with some octets changed at random, always the same ones: every one ends in a reading, in time. */
class BrokenOctetsTest {
    private static final int TRIES = 60;
    private static final long MOST = 20_000_000_000L;

    @Test
    void a_file_with_changed_octets_ends_in_a_reading(@TempDir Path folder) throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files(folder).entrySet()) {
            Random random = new Random(file.getKey().hashCode());
            for (int i = 0; i < TRIES; i++) {
                byte[] changed = file.getValue().clone();
                for (int k = 0; k <= i % 8; k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                long start = System.nanoTime();
                for (ReadFile read : Parts.read(Parts.part("a." + file.getKey(), changed))) {
                    Reading reading = read.reading();
                    String outcome = reading instanceof Reading.Readable ? "Readable" : reading.toString();
                    outcomes.merge(file.getKey() + " " + outcome, 1, Integer::sum);
                }
                assertThat(System.nanoTime() - start)
                        .as("%s, try %d", file.getKey(), i)
                        .isLessThan(MOST);
            }
        }
        System.out.println(outcomes);
        assertThat(outcomes.keySet()).anyMatch(outcome -> outcome.endsWith("Readable"));
    }

    private static Map<String, byte[]> files(Path folder) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] docx = Forms.individualApproval(JIANGSU).individuals(1).docx();
        files.put("docx", docx);
        files.put("xlsx", workbook(new XSSFWorkbook()));
        files.put("xls", workbook(new HSSFWorkbook()));
        files.put(
                "html",
                "<html><table><tr><td rowspan=2>甲<td>乙</table>".repeat(50).getBytes(StandardCharsets.UTF_8));
        if (Soffice.installed()) {
            Files.write(folder.resolve("a.docx"), docx);
            for (String format : new String[] {"doc:MS Word 97", "rtf:Rich Text Format", "odt:writer8"}) {
                String ending = format.substring(0, 3);
                files.put(
                        ending,
                        Files.readAllBytes(
                                Soffice.converted(folder, ".docx", format).resolve("a." + ending)));
            }
        }
        return files;
    }

    private static byte[] workbook(Workbook book) throws IOException {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            for (int row = 0; row < 40; row++) {
                for (int column = 0; column < 14; column++) {
                    sheet.createRow(row).createCell(column).setCellValue("格" + row + column);
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
