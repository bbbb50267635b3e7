package org.mailroom.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.mailroom.agenda.DigestReport;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.custody.RawStore;
import org.mailroom.custody.Sealer;
import org.mailroom.custody.Verification;
import org.mailroom.desk.command.CommandGate;
import org.mailroom.desk.command.DeskDoor;
import org.mailroom.desk.command.DeskToken;
import org.mailroom.desk.command.Previews;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.mailbox.MailboxComponent;
import org.mailroom.outbox.Sendings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The door for the command line. */
@Configuration(proxyBeanMethods = false)
class CommandRooms {
    @Bean
    DeskDoor deskDoor(
            Campaign campaign,
            JdbcClient jdbc,
            Sealer sealer,
            RawStore files,
            Sendings sendings,
            Previews previews,
            MailboxComponent mailbox,
            Clock campaignClock) {
        return new DeskDoor(
                new DeskDoor.Ground(
                        campaign,
                        jdbc,
                        new Verification(jdbc, sealer, files),
                        sendings,
                        previews,
                        Optional.of(mailbox::health),
                        campaignClock),
                () -> {});
    }

    /** Messages are read anew each time, so that whoever edits them sees the change before the next start. */
    @Bean
    Previews previews(Settings settings, Home home, DossierRoom room, DigestReport digest, Clock campaignClock) {
        return new Previews(new Previews.Ground(
                () -> new CampaignLoader().load(home.campaign(settings.campaign())),
                home.templates(),
                Optional.of(room.standings()),
                digest,
                campaignClock));
    }

    @Bean(destroyMethod = "forget")
    DeskToken deskToken(Settings settings) {
        return DeskToken.fresh(settings.data());
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> tokenWritten(DeskToken token) {
        return ready -> {
            try {
                token.write(ready.getApplicationContext()
                        .getEnvironment()
                        .getRequiredProperty("local.server.port", Integer.class));
            } catch (IOException e) {
                throw new UncheckedIOException("mailroom.data cannot be written", e);
            }
        };
    }

    /** No login, no session and so no forged form: the token is asked for each time. */
    @Bean
    @Order(1)
    SecurityFilterChain commands(HttpSecurity http, DeskToken token) throws Exception {
        return http.securityMatcher("/command/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
                .addFilterBefore(new CommandGate(token), AuthorizationFilter.class)
                .build();
    }
}
