package org.mailroom;

import org.mailroom.wiring.DemoSetup;
import org.mailroom.wiring.Home;
import org.mailroom.wiring.StartFault;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the desk. Settings, routes, templates and the database lie in its {@link Home}. */
@SpringBootApplication(proxyBeanMethods = false)
public class Mailroom {
    public static void main(String[] args) {
        JakartaMailSettings.apply();
        SpringApplication program = new SpringApplication(Mailroom.class);
        // A settings file means business, however incomplete: then a missing mailbox is a mistake, never the
        // demonstration.
        if (!Home.hasSettings()) {
            program.setAdditionalProfiles(DemoSetup.PROFILE);
            program.addInitializers(new DemoSetup());
        }
        try {
            program.run(args);
        } catch (RuntimeException failure) {
            // told already, by wiring.StartReport
            System.exit(StartFault.exit(failure));
        }
    }
}
