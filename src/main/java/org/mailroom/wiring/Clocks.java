package org.mailroom.wiring;

import java.time.Clock;
import org.mailroom.campaign.Campaign;
import org.mailroom.demo.MovableClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only place that looks at the wall clock. */
@Configuration(proxyBeanMethods = false)
class Clocks {
    static Clock machine() {
        return Clock.systemUTC();
    }

    /** Retries, time-outs, quiet periods: always real. */
    @Bean
    Clock machineClock() {
        return machine();
    }

    /** Deadlines, reminders, dates in mails: in the campaign's zone; one that can be moved in the demonstration. */
    @Bean
    Clock campaignClock(Campaign campaign, ObjectProvider<MovableClock> movable) {
        MovableClock other = movable.getIfAvailable();
        return other == null ? Clock.system(campaign.zone()) : other;
    }
}
