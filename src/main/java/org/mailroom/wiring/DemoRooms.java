package org.mailroom.wiring;

import java.time.Clock;
import java.util.List;
import org.mailroom.agenda.Agenda;
import org.mailroom.agenda.Digests;
import org.mailroom.campaign.Campaign;
import org.mailroom.demo.Demo;
import org.mailroom.demo.MovableClock;
import org.mailroom.demo.PostOffice;
import org.mailroom.form.FormDescriptor;
import org.mailroom.platform.Terminal;
import org.mailroom.sender.Contacts;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration, only where there is no settings file. */
@Configuration(proxyBeanMethods = false)
@Profile(DemoSetup.PROFILE)
class DemoRooms {
    @Bean
    Demo demo(
            Campaign campaign,
            List<FormDescriptor> forms,
            PostOffice postOffice,
            MovableClock movableClock,
            Clock machineClock,
            JdbcClient jdbc,
            Contacts contacts,
            Agenda agenda,
            Digests digests,
            MessageSource messages,
            Settings settings) {
        Terminal terminal = Terminal.standard();
        return new Demo(new Demo.Ground(
                campaign,
                forms,
                postOffice,
                movableClock,
                machineClock,
                jdbc,
                contacts,
                agenda,
                digests,
                messages,
                settings.data(),
                terminal.language(campaign.locale(), FirstAccount.words(messages, campaign.locale(), "start.demo")),
                terminal.on(System.out)));
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> story(Demo demo) {
        return ready -> demo.begin(Integer.parseInt(
                ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080")));
    }
}
