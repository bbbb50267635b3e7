package org.mailroom;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mailroom.desk.command.Commands;
import org.mailroom.desk.command.Console;
import org.mailroom.wiring.DemoSetup;
import org.mailroom.wiring.Home;
import org.mailroom.wiring.Installed;
import org.mailroom.wiring.StartFault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Starts the desk, or does what a command asks. Settings, routes, templates and the database lie in its {@link Home}.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Mailroom {
    public static void main(String[] args) {
        if (Commands.asked(args)) {
            JakartaMailSettings.apply();
            // a command says what there is to say; nobody has set a log
            LoggingSystem.get(Mailroom.class.getClassLoader()).beforeInitialize();
            System.exit(Commands.run(Console.standard(), new Installed(!Files.exists(Home.settings())), args));
        }
        try {
            program(Home.settings()).run(args);
        } catch (RuntimeException failure) {
            // told already, by wiring.StartReport
            System.exit(StartFault.exit(failure));
        }
    }

    /**
     * @param settings means business where it exists, however incomplete: then a missing mailbox is a mistake, never the
     *     demonstration
     */
    public static SpringApplication program(Path settings) {
        JakartaMailSettings.apply();
        SpringApplication program = new SpringApplication(Mailroom.class);
        if (!Files.exists(settings)) {
            program.setAdditionalProfiles(DemoSetup.PROFILE);
            program.addInitializers(new DemoSetup());
        }
        return program;
    }
}
