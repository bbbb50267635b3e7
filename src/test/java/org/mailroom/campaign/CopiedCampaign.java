package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A campaign folder copied to where a test may break it. */
final class CopiedCampaign {
    static final Path CNIPA = Path.of("campaigns/cnipa-2021");
    static final Path MAPLE = Path.of("src/test/campaigns/maple-2026");

    final Path folder;

    private CopiedCampaign(Path folder) {
        this.folder = folder;
    }

    static CopiedCampaign of(Path original, Path temporary) {
        return of(original, temporary, original.getFileName().toString());
    }

    static CopiedCampaign of(Path original, Path temporary, String name) {
        Path copy = temporary.resolve(name);
        try (Stream<Path> files = Files.walk(original)) {
            Files.createDirectories(temporary);
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CopiedCampaign(copy);
    }

    Path path(String file) {
        return folder.resolve(file);
    }

    String read(String file) {
        try {
            return Files.readString(path(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> messageFiles() {
        String[] names = folder.toFile().list((where, name) -> name.startsWith("messages"));
        return List.of(Objects.requireNonNull(names));
    }

    CopiedCampaign write(String file, String text) {
        return write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    CopiedCampaign write(String file, byte[] bytes) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.write(path(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a file, or a folder with all in it. */
    CopiedCampaign delete(String file) {
        try (Stream<Path> files = Files.walk(path(file))) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the line, from 1, on which the replaced text began */
    int replace(String file, String old, String replacement) {
        String text = read(file);
        int at = text.indexOf(old);
        assertThat(at).as("\"%s\" stands in %s", old, file).isNotNegative();
        write(file, text.substring(0, at) + replacement + text.substring(at + old.length()));
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    Campaign load() {
        return new CampaignLoader().load(folder);
    }

    String mistake() {
        CampaignException mistake = catchThrowableOfType(CampaignException.class, this::load);
        assertThat(mistake).as("the folder must be refused").isNotNull();
        assertThat(List.of(mistake.getMessage().split("\n"))).as("one line").hasSize(1);
        return mistake.getMessage();
    }
}
