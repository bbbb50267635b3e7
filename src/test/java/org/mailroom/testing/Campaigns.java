package org.mailroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;

/** The campaigns of the project, loaded as the program loads them. */
public final class Campaigns {
    private Campaigns() {}

    public static Campaign chinese() {
        return load(Path.of("campaigns/cnipa-2021"));
    }

    public static Campaign english() {
        return load(Path.of("src/test/campaigns/maple-2026"));
    }

    /** Loaded from a copy, which is given forms and rules if the campaign has none of its own. */
    private static Campaign load(Path original) {
        try {
            Path copy = Files.createTempDirectory("campaign").resolve(original.getFileName());
            try (Stream<Path> files = Files.walk(original)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, copy.resolve(original.relativize(file).toString()));
                }
            }
            if (!Files.exists(copy.resolve("forms"))) {
                Files.createDirectory(copy.resolve("forms"));
                Files.writeString(copy.resolve("forms/placeholder.yaml"), "document: nothing\n");
            }
            if (!Files.exists(copy.resolve("rules.yaml"))) {
                Files.writeString(copy.resolve("rules.yaml"), "rules: [{id: R-00}]\n");
            }
            return new CampaignLoader().load(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
