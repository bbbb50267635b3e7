package org.mailroom.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * An {@link Entry} over SnakeYAML's node graph, which keeps the line of everything. Scalars are taken as they are written:
 * 2021-08-31, 010 and ON stay what the author typed, whatever YAML would make of them.
 */
final class YamlEntry implements Entry {
    private static final int LONGEST_QUOTE = 60;

    private final String file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    YamlEntry(String file, MappingNode node) {
        this.file = file;
        this.line = line(node);
        for (NodeTuple pair : node.getValue()) {
            if (!(pair.getKeyNode() instanceof ScalarNode key)) {
                throw new CampaignException(file, line(pair.getKeyNode()), "a key must be a single word");
            }
            String name = key.getValue();
            if (values.put(name, pair.getValueNode()) != null) {
                throw new CampaignException(
                        file,
                        line(key),
                        quote(name) + ": must stand once, and is in line " + lines.get(name) + " already");
            }
            lines.put(name, line(key));
        }
    }

    @Override
    public String text(String key) {
        String text = scalar(key, "a text");
        if (text.isBlank()) {
            throw wrong(key, "must not be empty");
        }
        return text;
    }

    @Override
    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(scalar(key, "a text")).filter(text -> !text.isBlank()) : Optional.empty();
    }

    @Override
    public int number(String key) {
        String text = scalar(key, "a whole number");
        if (!text.matches("-?[0-9]{1,9}")) {
            throw wrong(key, "must be a whole number, found " + quote(text));
        }
        return Integer.parseInt(text);
    }

    @Override
    public Optional<Integer> optionalNumber(String key) {
        return has(key) ? Optional.of(number(key)) : Optional.empty();
    }

    @Override
    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String text = scalar(key, "true or false");
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(key, "must be true or false, found " + quote(text));
        }
        return text.equals("true");
    }

    @Override
    public List<String> texts(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        List<Node> items = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (Node item : items) {
            if (!(item instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
                throw new CampaignException(
                        file, line(item), quote(key) + ": must be a list of texts, found " + found(item) + " in it");
            }
            texts.add(scalar.getValue());
        }
        return List.copyOf(texts);
    }

    @Override
    public List<Entry> entries(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode list)) {
            throw wrong(key, "must be a list, found " + found(value));
        }
        List<Entry> entries = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (!(item instanceof MappingNode mapping)) {
                throw new CampaignException(
                        file, line(item), quote(key) + ": must be a list of mappings, found " + found(item) + " in it");
            }
            entries.add(new YamlEntry(file, mapping));
        }
        return List.copyOf(entries);
    }

    @Override
    public Entry entry(String key) {
        if (!(value(key) instanceof MappingNode mapping)) {
            throw wrong(key, "must be a mapping (key: value), found " + found(value(key)));
        }
        return new YamlEntry(file, mapping);
    }

    @Override
    public Optional<Entry> optionalEntry(String key) {
        return has(key) ? Optional.of(entry(key)) : Optional.empty();
    }

    @Override
    public boolean has(String key) {
        return values.containsKey(key);
    }

    @Override
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    @Override
    public void allowOnly(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw wrong(key, "not known here; known are " + String.join(", ", known));
            }
        }
    }

    @Override
    public CampaignException wrong(String key, String expected) {
        return new CampaignException(file, lines.getOrDefault(key, line), quote(key) + ": " + expected);
    }

    /** What stands behind the keys. */
    Iterable<Node> values() {
        return values.values();
    }

    private Node value(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw wrong(key, "expected here and missing");
        }
        return value;
    }

    private String scalar(String key, String expected) {
        Node value = value(key);
        if (!(value instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
            throw wrong(key, "must be " + expected + ", found " + found(value));
        }
        return scalar.getValue();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static String found(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return node.getTag().equals(Tag.NULL) ? "nothing" : quote(((ScalarNode) node).getValue());
    }

    private static String quote(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        return '"' + (oneLine.length() > LONGEST_QUOTE ? oneLine.substring(0, LONGEST_QUOTE) + "…" : oneLine) + '"';
    }
}
