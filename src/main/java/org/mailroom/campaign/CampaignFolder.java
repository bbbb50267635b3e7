package org.mailroom.campaign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder of one campaign: its files by their path inside it. */
record CampaignFolder(Path path) {
    CampaignFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The folder's name, which is the campaign's id. */
    String name() {
        return path.getFileName().toString();
    }

    Entry yaml(String file) {
        return YamlFile.parse(SourceFile.read(path, file));
    }

    SourceFile text(String file) {
        return SourceFile.read(path, file);
    }

    /**
     * The files of a folder inside this one that match a pattern, in the order of their names, which is the same everywhere.
     *
     * @param within "" for the campaign folder itself
     * @param required whether a missing folder, or one without such a file, is a mistake
     */
    List<String> files(String within, String pattern, boolean required) {
        List<String> files = new ArrayList<>();
        String prefix = within.isEmpty() ? "" : within + "/";
        if (Files.isDirectory(path.resolve(within))) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(path.resolve(within), pattern)) {
                found.forEach(file -> files.add(prefix + file.getFileName()));
            } catch (IOException unreadable) {
                CampaignException mistake =
                        new CampaignException(name() + "/" + within, 1, "a readable folder is expected");
                mistake.initCause(unreadable);
                throw mistake;
            }
        }
        if (required && files.isEmpty()) {
            throw new CampaignException(
                    name() + "/" + prefix + pattern, 1, "at least one such file is expected, and there is none");
        }
        return files.stream().sorted().toList();
    }
}
