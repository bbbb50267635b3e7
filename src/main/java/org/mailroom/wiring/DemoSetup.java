package org.mailroom.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.demo.Demo;
import org.mailroom.demo.MovableClock;
import org.mailroom.demo.PostOffice;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Opens the embedded post office and the movable clock before the rooms are built, and tells the settings of them. */
public final class DemoSetup implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String PROFILE = "demo";

    private static final int SMTP_PORT = 3025;
    private static final int IMAP_PORT = 3143;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path folder = Path.of(context.getEnvironment().getRequiredProperty("mailroom.data"));
        Campaign campaign = new CampaignLoader()
                .load(Home.of(context.getEnvironment())
                        .campaign(context.getEnvironment().getProperty("mailroom.campaign", "cnipa-2021")));
        ZoneId zone = campaign.zone();
        Instant start = Demo.start(campaign);
        MovableClock clock = MovableClock.remembered(folder.resolve("clock"), start, zone, Clocks.machine());
        PostOffice postOffice = PostOffice.open(SMTP_PORT, IMAP_PORT, clock);

        context.getBeanFactory().registerSingleton("movableClock", clock);
        context.getBeanFactory().registerSingleton("postOffice", postOffice);
        if (context.getBeanFactory() instanceof DefaultListableBeanFactory beans) {
            // closed with the beans, after the routes have stopped reading from it
            beans.registerDisposableBean("postOffice", () -> {
                clock.remember();
                postOffice.close();
            });
        }
        Map<String, Object> known = Map.of(
                "mailroom.contacts",
                        campaign.folder().resolve("demo/contacts.yaml").toString(),
                "mailroom.mailbox.port", postOffice.imapPort(),
                "mailroom.mailbox.user", campaign.office().mailbox(),
                "mailroom.smtp.port", postOffice.smtpPort());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource(PROFILE, known));
    }
}
