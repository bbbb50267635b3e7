package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JakartaMailSettingsTest {
    @Test
    void tests_run_with_the_settings_of_the_program() {
        Map<String, String> settingsOfThisRun = System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("mail.mime.") || name.startsWith("jakarta.mail."))
                .collect(Collectors.toMap(name -> name, System::getProperty));

        assertThat(settingsOfThisRun).isEqualTo(JakartaMailSettings.ALL);
    }
}
