package org.mailroom.wiring;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.mailroom.campaign.Campaign;
import org.mailroom.desk.Accounts;
import org.mailroom.desk.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** An empty desk gets accounts, and says so on the console: never in a log, where passwords would stay. */
@Configuration(proxyBeanMethods = false)
class FirstAccount {
    private static final String DEMO_PASSWORD = "demo";

    /** On a real mailbox: one administrator, whose generated password is shown this once. */
    @Bean
    @Profile("!" + DemoSetup.PROFILE)
    ApplicationListener<ApplicationReadyEvent> firstAdmin(
            Accounts accounts, Campaign campaign, MessageSource messages) {
        return ready -> {
            if (accounts.none()) {
                String password = accounts.generated();
                accounts.first("admin", password, Role.ADMIN);
                print(say(messages, campaign.locale(), "start.admin", "admin", password));
            }
        };
    }

    /** In the demonstration: one account of each role, all with the same well-known password. */
    @Bean
    @Profile(DemoSetup.PROFILE)
    ApplicationListener<ApplicationReadyEvent> demoAccounts(
            Accounts accounts, Campaign campaign, MessageSource messages) {
        return ready -> {
            if (accounts.none()) {
                for (Role role : Role.values()) {
                    accounts.first(role.name().toLowerCase(Locale.ROOT), DEMO_PASSWORD, role);
                }
            }
            print(say(messages, campaign.locale(), "start.demo", DEMO_PASSWORD));
        };
    }

    private static String say(MessageSource messages, Locale locale, String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, locale));
    }

    private static void print(String line) {
        PrintStream console = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        console.println(line);
    }
}
