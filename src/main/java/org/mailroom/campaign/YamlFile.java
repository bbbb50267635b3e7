package org.mailroom.campaign;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Parses a YAML file into entries. Aliases are refused, so that a small file can't unfold into a large one. */
final class YamlFile {
    private static final int DEEPEST = 30;

    private YamlFile() {}

    /** The file as one mapping, every mapping within looked through for keys that stand twice. */
    static Entry parse(SourceFile source) {
        Node root = compose(source);
        if (root == null) {
            throw new CampaignException(source.name(), 1, "a mapping (key: value) is expected, and the file is empty");
        }
        if (!(root instanceof MappingNode mapping)) {
            throw new CampaignException(
                    source.name(),
                    YamlEntry.line(root),
                    "a mapping (key: value) is expected, found " + YamlEntry.found(root));
        }
        lookThrough(source.name(), root);
        return new YamlEntry(source.name(), mapping);
    }

    private static @Nullable Node compose(SourceFile source) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(SourceFile.MAX_BYTES);
        Yaml yaml = new Yaml(limits);
        try {
            refuseTricks(source, yaml.parse(new StringReader(source.text())));
            return yaml.compose(new StringReader(source.text()));
        } catch (MarkedYAMLException mistake) {
            Mark mark = mistake.getProblemMark();
            throw notYaml(source, mark == null ? 1 : mark.getLine() + 1, mistake.getProblem(), mistake);
        } catch (YAMLException mistake) {
            throw notYaml(source, 1, mistake.getMessage(), mistake);
        }
    }

    /** Before anything is built: no alias, and nothing nested deeper than a campaign ever needs. */
    private static void refuseTricks(SourceFile source, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            int line = event.getStartMark().getLine() + 1;
            if (event instanceof AliasEvent alias) {
                throw new CampaignException(
                        source.name(), line, "the value itself is expected, found the alias *" + alias.getAnchor());
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new CampaignException(
                        source.name(), line, "at most " + DEEPEST + " lists or mappings in one another are expected");
            }
        }
    }

    private static CampaignException notYaml(SourceFile source, int line, @Nullable String problem, Exception cause) {
        String oneLine = problem == null ? "" : problem.replaceAll("\\s+", " ");
        CampaignException mistake =
                new CampaignException(source.name(), line, "this must be YAML, and is not: " + oneLine);
        mistake.initCause(cause);
        return mistake;
    }

    private static void lookThrough(String file, Node node) {
        if (node instanceof MappingNode mapping) {
            new YamlEntry(file, mapping).values().forEach(value -> lookThrough(file, value));
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> lookThrough(file, item));
        }
    }
}
