package org.mailroom.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Once the settings are read: their relative paths start at {@code mailroom.home}, and what the home lacks the jar gives. */
public final class HomePaths implements EnvironmentPostProcessor, Ordered {
    private static final List<String> PATHS = List.of(
            "mailroom.data", "mailroom.contacts", "mailroom.mailbox.password-file", "mailroom.smtp.password-file");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        resolve(environment);
        Home home = Home.of(environment);
        if (!home.isWhole()) {
            try {
                Defaults.copyTo(home.defaults());
            } catch (IOException e) {
                throw new UncheckedIOException("the data folder cannot be written", e);
            }
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "routes",
                        Map.of(
                                "camel.main.routes-include-pattern",
                                "file:" + real(home.routes()).toString().replace('\\', '/') + "/*.yaml")));
    }

    /** Camel follows no link, and would start without any route. */
    private static Path real(Path routes) {
        try {
            return routes.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the routes cannot be read", e);
        }
    }

    /** Lets relative paths of the settings start at the home; writes nothing. */
    static void resolve(ConfigurableEnvironment environment) {
        Path folder = Path.of(environment.getRequiredProperty(Home.KEY));
        Binder settings = Binder.get(environment);
        Map<String, Object> resolved = new LinkedHashMap<>();
        for (String key : PATHS) {
            settings.bind(key, String.class)
                    .ifBound(path -> resolved.put(key, folder.resolve(path).toString()));
        }
        environment.getPropertySources().addFirst(new MapPropertySource("paths from " + Home.KEY, resolved));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
