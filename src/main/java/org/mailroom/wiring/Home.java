package org.mailroom.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.env.Environment;

/**
 * {@code mailroom.home}: where settings, routes, templates, campaigns and data lie. It is the working directory if that has
 * {@code routes/} or the settings, else the folder of the program's own jar.
 *
 * @param folder the home itself
 * @param defaults what the jar carries, copied out ({@link Defaults}); each folder the home lacks is taken from here
 */
public record Home(Path folder, Path defaults) {
    static final String KEY = "mailroom.home";

    private static final String SETTINGS = "mailroom.yaml";
    private static final String ROUTES = "routes";
    private static final String TEMPLATES = "mail-templates";
    private static final String CAMPAIGNS = "campaigns";

    /** Before any setting is read. The system property {@code mailroom.home} or the variable MAILROOM_HOME says it outright. */
    public static Path find() {
        return Optional.ofNullable(System.getProperty(KEY))
                .or(() -> Optional.ofNullable(System.getenv("MAILROOM_HOME")))
                .map(Path::of)
                .orElseGet(() -> find(
                        Path.of("."), new ApplicationHome(Home.class).getDir().toPath()));
    }

    static Path find(Path workingDirectory, Path program) {
        boolean installed =
                Files.isDirectory(workingDirectory.resolve(ROUTES)) || Files.exists(workingDirectory.resolve(SETTINGS));
        return installed ? workingDirectory : program;
    }

    /** The settings file; without it the program plays its demonstration. */
    public static Path settings() {
        return find().resolve(SETTINGS);
    }

    static Home of(Environment environment) {
        return new Home(
                Path.of(environment.getRequiredProperty(KEY)),
                Path.of(environment.getRequiredProperty("mailroom.data"), "defaults"));
    }

    Path routes() {
        return own(ROUTES);
    }

    Path templates() {
        return own(TEMPLATES);
    }

    Path campaigns() {
        return own(CAMPAIGNS);
    }

    /** @param named a folder under {@code campaigns/}, or a path */
    Path campaign(String named) {
        Path path = Path.of(named);
        return path.getNameCount() > 1 ? folder.resolve(path) : campaigns().resolve(path);
    }

    boolean isWhole() {
        return Files.isDirectory(folder.resolve(ROUTES))
                && Files.isDirectory(folder.resolve(TEMPLATES))
                && Files.isDirectory(folder.resolve(CAMPAIGNS));
    }

    private Path own(String name) {
        Path here = folder.resolve(name);
        return Files.isDirectory(here) ? here : defaults.resolve(name);
    }
}
