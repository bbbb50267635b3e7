package org.mailroom.wiring;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.desk.command.Exit;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;

/** A key of the settings that does not exist or whose value cannot be read. Values are not told: one might be a password. */
final class SettingsFault {
    private static final String CORRECT =
            "Correct the settings (mailroom.example.yaml holds every key) and start again.";

    private SettingsFault() {}

    static StartFault.@Nullable Known in(Throwable failure) {
        StartFault.Known found = null;
        // the innermost says most
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StartFault.Known known = of(cause);
            found = known == null ? found : known;
        }
        return found;
    }

    private static StartFault.@Nullable Known of(Throwable cause) {
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            return broken(unknown.getUnboundProperties().stream()
                            .map(key -> key.getName() + where(key))
                            .collect(Collectors.joining(", "))
                    + ": there is no such key.");
        }
        if (cause instanceof BindException wrong) {
            ConfigurationProperty key = wrong.getProperty();
            String place = key == null ? "" : where(key);
            return broken(wrong.getName() + place + ": "
                    + expected(wrong.getTarget().getType().resolve(Object.class)));
        }
        return null;
    }

    private static StartFault.Known broken(String description) {
        return new StartFault.Known(Exit.BROKEN, description, CORRECT);
    }

    private static String where(ConfigurationProperty key) {
        Origin origin = key.getOrigin() instanceof PropertySourceOrigin source ? source.getOrigin() : key.getOrigin();
        return origin instanceof TextResourceOrigin file && file.getLocation() != null
                ? " (line " + (file.getLocation().getLine() + 1) + ")"
                : "";
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", " is expected."));
        }
        if (type == int.class || type == long.class) {
            return "a whole number is expected.";
        }
        return type == Duration.class
                ? "a duration like 30s or 10m is expected."
                : "the value is missing or cannot be read.";
    }
}
