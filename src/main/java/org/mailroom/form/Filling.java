package org.mailroom.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is written into a blank form. Nothing is judged: a filling may be as wrong as a sender's.
 *
 * @param values single fields by name
 * @param rows entries of repeating blocks by block name, each by column name
 * @param signed opinions and seals by signature name
 * @param letter paragraphs of a letter, the title first
 */
public record Filling(
        Map<String, String> values,
        Map<String, List<Map<String, String>>> rows,
        Map<String, Signed> signed,
        List<String> letter) {

    /** An opinion and the date under it; an empty date leaves the blank's own words. */
    public record Signed(String opinion, String date) {}

    public Filling {
        values = Map.copyOf(values);
        rows = Map.copyOf(rows);
        signed = Map.copyOf(signed);
        letter = List.copyOf(letter);
    }

    /** The blank. */
    public static Filling none() {
        return new Filling(Map.of(), Map.of(), Map.of(), List.of());
    }

    public static Filling of(Map<String, String> values) {
        return new Filling(values, Map.of(), Map.of(), List.of());
    }

    public static Filling letter(List<String> paragraphs) {
        return new Filling(Map.of(), Map.of(), Map.of(), paragraphs);
    }

    public Filling with(String field, String value) {
        return new Filling(plus(values, field, value), rows, signed, letter);
    }

    public Filling with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return new Filling(all, rows, signed, letter);
    }

    /** Adds one entry after those the block has. */
    public Filling row(String block, Map<String, String> entry) {
        List<Map<String, String>> entries = new ArrayList<>(rows.getOrDefault(block, List.of()));
        entries.add(Map.copyOf(entry));
        return new Filling(values, plus(rows, block, List.copyOf(entries)), signed, letter);
    }

    public Filling signed(String signature, String opinion, String date) {
        return new Filling(values, rows, plus(signed, signature, new Signed(opinion, date)), letter);
    }

    private static <T> Map<String, T> plus(Map<String, T> map, String key, T value) {
        Map<String, T> all = new LinkedHashMap<>(map);
        all.put(key, value);
        return all;
    }
}
