package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.form.FormDescriptors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** {@code mailroom.home} and what is taken from the jar where the home lacks it. */
class HomeTest {
    @TempDir
    Path folder;

    private final StandardEnvironment environment = new StandardEnvironment();

    private Home homeWith(String... settings) {
        Map<String, Object> given = new HashMap<>();
        given.put("mailroom.home", folder.toString());
        given.put("mailroom.data", "data");
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        new HomePaths().postProcessEnvironment(environment, new SpringApplication());
        return Home.of(environment);
    }

    private String setting(String key) {
        return Binder.get(environment).bind(key, String.class).get();
    }

    @Test
    void it_is_the_working_directory_if_that_has_routes_else_the_folder_of_the_jar() throws IOException {
        Path program = folder.resolve("program");
        assertThat(Home.find(folder, program)).isEqualTo(program);
        Files.createDirectory(folder.resolve("routes"));
        assertThat(Home.find(folder, program)).isEqualTo(folder);
    }

    @Test
    void relative_paths_of_the_settings_start_at_the_home_and_absolute_ones_stay() {
        Path elsewhere = folder.resolveSibling("elsewhere").toAbsolutePath();
        homeWith("mailroom.contacts", "contacts.yaml", "mailroom.smtp.passwordFile", elsewhere.toString());

        assertThat(setting("mailroom.data")).isEqualTo(folder.resolve("data").toString());
        assertThat(setting("mailroom.contacts"))
                .isEqualTo(folder.resolve("contacts.yaml").toString());
        assertThat(setting("mailroom.smtp.password-file")).isEqualTo(elsewhere.toString());
    }

    @Test
    void what_the_home_has_comes_before_what_the_jar_carries() throws IOException {
        for (String own : List.of("routes", "mail-templates", "campaigns")) {
            Files.createDirectory(folder.resolve(own));
        }
        Home home = homeWith();

        assertThat(home.routes()).isEqualTo(folder.resolve("routes"));
        assertThat(home.templates()).isEqualTo(folder.resolve("mail-templates"));
        assertThat(home.campaign("maple-2026")).isEqualTo(folder.resolve("campaigns/maple-2026"));
        assertThat(folder.resolve("data/defaults")).doesNotExist();
    }

    @Test
    void an_empty_home_gets_every_route_template_and_campaign_octet_for_octet() throws IOException {
        Home home = homeWith();

        assertThat(filesIn(home.routes())).isEqualTo(filesIn(Path.of("routes")));
        assertThat(filesIn(home.templates())).isEqualTo(filesIn(Path.of("mail-templates")));
        assertThat(filesIn(home.campaigns())).isEqualTo(filesIn(Path.of("campaigns")));
        for (Path file : filesIn(Path.of("campaigns"))) {
            assertThat(home.campaigns().resolve(file))
                    .hasSameBinaryContentAs(Path.of("campaigns").resolve(file));
        }
        assertThat(setting("camel.main.routes-include-pattern")).isEqualTo("file:" + home.routes() + "/*.yaml");
        Campaign campaign = new CampaignLoader().load(home.campaign("cnipa-2021"));
        assertThat(FormDescriptors.load(campaign.forms(), campaign.lexicon())).isNotEmpty();
    }

    @Test
    void a_new_version_of_the_program_replaces_its_own_defaults() throws IOException {
        Path old = folder.resolve("data/defaults/routes/receive.yaml");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "of an earlier version", UTF_8);
        homeWith();
        assertThat(old).hasSameBinaryContentAs(Path.of("routes/receive.yaml"));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
