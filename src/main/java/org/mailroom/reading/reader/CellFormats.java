package org.mailroom.reading.reader;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers of a spreadsheet as it shows them. Dates whose format the program's language decides are written year first. A whole
 * number that is exact is written out; beyond 15 digits it is shown as the spreadsheet does, {@code 4.30102E+17}, for its last
 * digits are lost.
 */
final class CellFormats {
    private static final double EXACT = 1e15;
    private static final String MONTH = "yyyy/m";
    private static final String DAY = "yyyy/m/d";
    private static final String DAY_OF_YEAR = "m/d";

    /** Formats without a text of their own in the file: ECMA-376 part 1, 18.8.30, for zh-CN where languages differ. */
    private static final Map<Integer, String> BY_LANGUAGE = Map.ofEntries(
            Map.entry(14, DAY),
            Map.entry(22, DAY + " h:mm"),
            Map.entry(27, MONTH),
            Map.entry(28, DAY_OF_YEAR),
            Map.entry(29, DAY_OF_YEAR),
            Map.entry(30, DAY),
            Map.entry(31, DAY),
            Map.entry(36, MONTH),
            Map.entry(50, MONTH),
            Map.entry(51, DAY_OF_YEAR),
            Map.entry(52, MONTH),
            Map.entry(53, DAY_OF_YEAR),
            Map.entry(54, DAY_OF_YEAR),
            Map.entry(57, MONTH),
            Map.entry(58, DAY_OF_YEAR));

    private static final Pattern QUOTED = Pattern.compile("\"([^\"A-Za-z\\\\]*)\"");

    private final DataFormatter formatter = new DataFormatter(Locale.US);

    /**
     * Shows a number.
     *
     * @param index the number of the format
     * @param format its text; for one of the built-in formats whatever the library says
     * @param from1904 whether days count from 1904
     */
    String shown(double value, int index, String format, boolean from1904) {
        String known = BY_LANGUAGE.get(index);
        boolean general =
                known == null && (format.isBlank() || format.equalsIgnoreCase("General") || format.equals("@"));
        if (general && value == Math.rint(value) && Math.abs(value) < EXACT) {
            return new BigDecimal(value).toPlainString();
        }
        try {
            String pattern = general ? "General" : known == null ? unquoted(index, format) : known;
            int own = pattern.equals(format) ? index : -1;
            return formatter
                    .formatRawCellContents(value, own, pattern, from1904)
                    .strip();
        } catch (RuntimeException odd) {
            return new BigDecimal(Double.isFinite(value) ? value : 0)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /** The library shows the quotes around words within dates; words without Latin letters need none. */
    private static String unquoted(int index, String format) {
        return DateUtil.isADateFormat(index, format) ? QUOTED.matcher(format).replaceAll("$1") : format;
    }
}
