package org.mailroom;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mailroom.desk.command.Commands;
import org.mailroom.desk.command.Console;
import org.mailroom.wiring.DemoSetup;
import org.mailroom.wiring.Installed;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the desk, or does what a command asks. Settings, routes, templates and the database lie in the working directory.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Mailroom {
    public static void main(String[] args) {
        JakartaMailSettings.apply();
        // A settings file means business, however incomplete: then a missing mailbox is a mistake, never the
        // demonstration.
        boolean demo = !Files.exists(Path.of("mailroom.yaml"));
        if (Commands.asked(args)) {
            System.exit(Commands.run(Console.standard(), new Installed(demo), args));
        }
        SpringApplication program = new SpringApplication(Mailroom.class);
        if (demo) {
            program.setAdditionalProfiles(DemoSetup.PROFILE);
            program.addInitializers(new DemoSetup());
        }
        program.run(args);
    }
}
