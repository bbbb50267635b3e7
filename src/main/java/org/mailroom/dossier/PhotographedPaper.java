package org.mailroom.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.form.ScannedForm;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ScanPage;

/**
 * Paper that was photographed with a telephone comes as a picture a page (specification 3.9). What stands on the pictures of one
 * folder, in the order of their names, says which of them are the pages of one paper.
 *
 * @param <T> a file
 * @param name its name, for an archive's entry the path inside
 * @param page its one page, read
 */
record PhotographedPaper<T>(Function<T, String> name, Function<T, ScanPage> page) {
    private static final Pattern DIGITS_END = Pattern.compile("(?<=[0-9])(?=[^0-9])|(?<=[^0-9])(?=[0-9])");

    /** Papers of more than one page, each from its first page on. A picture on which nothing was read is a page of none. */
    List<List<T>> among(List<T> pictures, ScanRecogniser recogniser) {
        Map<String, List<T>> folders = new LinkedHashMap<>();
        pictures.stream()
                .filter(picture -> !page.apply(picture).lines().isEmpty())
                .sorted(Comparator.comparing(name, PhotographedPaper::byNumbers))
                .forEach(picture -> folders.computeIfAbsent(
                                ReadFile.folder(name.apply(picture)), folder -> new ArrayList<>())
                        .add(picture));
        return folders.values().stream()
                .flatMap(folder -> papers(folder, recogniser).stream())
                .toList();
    }

    private List<List<T>> papers(List<T> folder, ScanRecogniser recogniser) {
        return recogniser.recognise(pages(folder)).stream()
                .map(ScannedForm::pages)
                .filter(numbers -> numbers.size() > 1)
                .map(numbers ->
                        numbers.stream().map(number -> folder.get(number - 1)).toList())
                .toList();
    }

    /** The pages of one paper, numbered from 1. */
    List<ScanPage> pages(List<T> paper) {
        List<ScanPage> pages = new ArrayList<>();
        paper.forEach(picture -> pages.add(page.apply(picture).numbered(pages.size() + 1)));
        return pages;
    }

    /** As people count: 2 before 10. Files of one name stay in the order in which they came. */
    static int byNumbers(String one, String other) {
        String[] left = DIGITS_END.split(one);
        String[] right = DIGITS_END.split(other);
        for (int at = 0; at < Math.min(left.length, right.length); at++) {
            int order = Character.isDigit(left[at].charAt(0)) && Character.isDigit(right[at].charAt(0))
                    ? byValue(left[at].replaceFirst("^0+", ""), right[at].replaceFirst("^0+", ""))
                    : left[at].compareTo(right[at]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int byValue(String left, String right) {
        return left.length() == right.length() ? left.compareTo(right) : Integer.compare(left.length(), right.length());
    }
}
