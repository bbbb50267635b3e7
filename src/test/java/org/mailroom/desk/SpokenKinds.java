package org.mailroom.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keys of words that stand as literals in the program's sources. It reads text, not types: what is put together at run time it
 * does not see, and says so by {@link #unresolved}.
 */
final class SpokenKinds {
    /** Kinds of events, states and settings are written alike: more than one word, in capitals. */
    private static final Pattern CAPITALS = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    private static final Pattern CONSTANT = Pattern.compile("static final String ([A-Z_]+) =\\s*\"([^\"]*)\"");
    /** What opens a task, and the helpers that hand a kind on to it; the kind comes first. */
    private static final Pattern OPENING = Pattern.compile("\\b(?:open|task|setAside)\\(\\s*([^;{]+?),");
    /** The room of dossiers says by the kind of a task why it sets a mail aside. */
    private static final Pattern WHY = Pattern.compile("return Optional\\.of\\(([^();]+)\\)");

    private static final Pattern HAS_TASKS = Pattern.compile("\\b(?:Tasks tasks|Units units)\\b");
    private static final Pattern PLAIN = Pattern.compile("\"([a-z][a-z-]+)\"");
    private static final Pattern NAMED = Pattern.compile("\\b(?:([A-Z][a-z]\\w*)\\.)?([A-Z][A-Z_]+)\\b");
    private static final Pattern REFUSED = Pattern.compile("\\b(?:because|Refused|Not)\\(\\s*\"([a-z-]+)\"");

    private final Map<Path, String> sources = new TreeMap<>();
    private final Map<String, Map<String, String>> constants = new HashMap<>();
    private final Set<String> unresolved = new TreeSet<>();

    SpokenKinds() {
        for (Path file : files(Path.of("src/main/java"), ".java")) {
            String text = read(file);
            sources.put(file, text);
            Map<String, String> own = new HashMap<>();
            CONSTANT.matcher(text).results().forEach(found -> own.put(found.group(1), found.group(2)));
            constants.put(name(file), own);
        }
    }

    /** Everything that may be a kind of an event. */
    Set<String> inCapitals() {
        return everywhere(CAPITALS);
    }

    /** Why a decision is refused. */
    Set<String> refusals() {
        return everywhere(REFUSED);
    }

    /** Kinds of tasks that are opened. */
    Set<String> tasks() {
        Set<String> kinds = new TreeSet<>();
        sources.forEach((file, text) -> {
            if (HAS_TASKS.matcher(text).find()) {
                OPENING.matcher(text).results().forEach(call -> kinds.addAll(values(file, call.group(1))));
                if (text.contains(" setAside(")) {
                    WHY.matcher(text).results().forEach(why -> kinds.addAll(values(file, why.group(1))));
                }
            }
        });
        return kinds;
    }

    /** What was handed to an opening of a task and is neither a literal nor a constant; known after {@link #tasks}. */
    Set<String> unresolved() {
        return unresolved;
    }

    /** Literals that stand in a source of the room, or in that one file, after {@code call(}. */
    Set<String> asked(String room, String call) {
        Pattern pattern = Pattern.compile("\\b" + Pattern.quote(call) + "\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
        Set<String> keys = new TreeSet<>();
        sources.forEach((file, text) -> {
            if (file.startsWith(Path.of("src/main/java/org/mailroom", room))) {
                pattern.matcher(text).results().forEach(found -> keys.add(found.group(1)));
            }
        });
        return keys;
    }

    /** @param group 1 of the pattern, wherever it stands in a template of the pages */
    static Set<String> inTemplates(String pattern) {
        Set<String> keys = new TreeSet<>();
        for (Path template : files(Path.of("src/main/resources/templates"), ".ftlh")) {
            Matcher found = Pattern.compile(pattern).matcher(read(template));
            while (found.find()) {
                keys.add(found.group(1));
            }
        }
        return keys;
    }

    private Set<String> everywhere(Pattern pattern) {
        Set<String> all = new TreeSet<>();
        sources.values().forEach(text -> pattern.matcher(text).results().forEach(found -> all.add(found.group(1))));
        return all;
    }

    private Set<String> values(Path file, String argument) {
        Set<String> values = new TreeSet<>();
        PLAIN.matcher(argument).results().forEach(found -> values.add(found.group(1)));
        NAMED.matcher(argument).results().forEach(found -> {
            String owner = found.group(1) == null ? name(file) : found.group(1);
            String value = constants.getOrDefault(owner, Map.of()).get(found.group(2));
            if (value != null) {
                values.add(value);
            }
        });
        if (values.isEmpty()) {
            unresolved.add(name(file) + ": " + argument);
        }
        return values;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static List<Path> files(Path folder, String end) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
