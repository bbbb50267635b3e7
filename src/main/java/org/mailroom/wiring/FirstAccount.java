package org.mailroom.wiring;

import java.util.Locale;
import java.util.Objects;
import org.mailroom.campaign.Campaign;
import org.mailroom.desk.Accounts;
import org.mailroom.desk.Role;
import org.mailroom.platform.Terminal;
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
                say(messages, campaign.locale(), "start.admin", "admin", password);
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
            say(messages, campaign.locale(), "start.demo", DEMO_PASSWORD);
        };
    }

    private static void say(MessageSource messages, Locale campaign, String key, Object... values) {
        Terminal terminal = Terminal.standard();
        Locale language = terminal.language(campaign, words(messages, campaign, key, values));
        terminal.on(System.out).println(words(messages, language, key, values));
    }

    static String words(MessageSource messages, Locale language, String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, language));
    }
}
