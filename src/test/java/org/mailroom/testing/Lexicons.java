package org.mailroom.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.campaign.Lexicon;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One lexicon file alone, without the rest of its campaign. */
public final class Lexicons {
    private Lexicons() {}

    public static Lexicon chinese(String file) {
        return read(Path.of("campaigns/cnipa-2021/lexicon", file));
    }

    public static Lexicon english(String file) {
        return read(Path.of("src/test/campaigns/maple-2026/lexicon", file));
    }

    private static Lexicon read(Path file) {
        try (Reader in = Files.newBufferedReader(file)) {
            Map<String, List<String>> words = new HashMap<>();
            Map<?, ?> lines = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            lines.forEach((key, value) -> words.put(
                    (String) key,
                    ((List<?>) value).stream().map(String::valueOf).toList()));
            return new Lexicon(words, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
