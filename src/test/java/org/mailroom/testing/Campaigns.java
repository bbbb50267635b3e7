package org.mailroom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.springframework.util.FileSystemUtils;

/** The campaigns of the project, loaded as the program loads them. */
public final class Campaigns {
    private Campaigns() {}

    /** With texts of its files replaced: file, text, other text, and so on. */
    public static Campaign english(String... changes) {
        return load(Path.of("src/test/campaigns/maple-2026"), changes);
    }

    /** With texts of its files replaced: file, text, other text, and so on. */
    public static Campaign chinese(String... changes) {
        return load(Path.of("campaigns/cnipa-2021"), changes);
    }

    /** Loaded from a copy, which is given forms and rules if the campaign has none of its own. */
    private static Campaign load(Path original, String... changes) {
        try {
            Path copy = Files.createTempDirectory(Copies.FOLDER, "campaign").resolve(original.getFileName());
            try (Stream<Path> files = Files.walk(original)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, copy.resolve(original.relativize(file).toString()));
                }
            }
            for (int i = 0; i < changes.length; i += 3) {
                Path changed = copy.resolve(changes[i]);
                String text = Files.readString(changed);
                if (!text.contains(changes[i + 1])) {
                    throw new IllegalArgumentException(changes[i] + " has no \"" + changes[i + 1] + "\"");
                }
                Files.writeString(changed, text.replace(changes[i + 1], changes[i + 2]));
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

    /** Where the copies lie until the tests end; their files are read as long as one uses the campaign. */
    private static final class Copies {
        static final Path FOLDER = made();

        private static Path made() {
            try {
                Path folder = Files.createTempDirectory("campaigns");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
