package org.mailroom.campaign;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@code messages*.properties}: texts by key, all files in one, each key once. */
record MessageFiles(CampaignFolder files) {
    Messages messages() {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        for (String file : files.files("", "messages*.properties", true)) {
            read(files.text(file), texts, places);
        }
        return new Messages(texts);
    }

    /** Entry by entry, because {@link Properties} forgets lines and lets the last of two equal keys win. */
    private static void read(SourceFile source, Map<String, String> texts, Map<String, String> places) {
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int first = i + 1;
            StringBuilder whole = new StringBuilder(lines.get(i));
            while (goesOn(whole) && i + 1 < lines.size()) {
                whole.append('\n').append(lines.get(++i));
            }
            Properties one = parse(whole.toString(), source, first);
            for (String key : one.stringPropertyNames()) {
                String place = places.putIfAbsent(key, source.name() + ", line " + first);
                if (place != null) {
                    throw new CampaignException(
                            source.name(), first, "\"" + key + "\": must stand once, and is in " + place + " already");
                }
                texts.put(key, checked(one.getProperty(key), key, source, first));
            }
        }
    }

    /** A line that ends with an odd number of backslashes goes on, unless it is a comment. */
    private static boolean goesOn(CharSequence line) {
        String text = line.toString();
        String start = text.stripLeading();
        boolean comment = start.startsWith("#") || start.startsWith("!");
        int slashes = 0;
        while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1 && !comment;
    }

    private static Properties parse(String entry, SourceFile source, int line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(entry));
        } catch (IllegalArgumentException badEscape) {
            throw new CampaignException(source.name(), line, "after \\u four hexadecimal digits are expected");
        } catch (IOException neverFromText) {
            throw new UncheckedIOException(neverFromText);
        }
        return one;
    }

    private static String checked(String text, String key, SourceFile source, int line) {
        if (text.isBlank()) {
            throw new CampaignException(source.name(), line, "\"" + key + "\": must have a text: key=text");
        }
        if (!Messages.wellFormed(text)) {
            throw new CampaignException(
                    source.name(), line, "\"" + key + "\": must write its variables like ${name}, in Latin letters");
        }
        return text;
    }
}
