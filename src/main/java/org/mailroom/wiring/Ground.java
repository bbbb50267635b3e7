package org.mailroom.wiring;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.NoErrorHandlerBuilder;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.CampaignLoader;
import org.mailroom.custody.Custody;
import org.mailroom.custody.Tasks;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.job.DbJobs;
import org.mailroom.job.JobComponent;
import org.mailroom.job.JobExhausted;
import org.mailroom.job.JobSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every room stands on: the campaign, the desk's key, transactions and the queue. Names of beans are the names that routes
 * use. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class Ground {
    private static final Logger log = LoggerFactory.getLogger(Ground.class);

    @Bean
    Home home(Environment environment) {
        return Home.of(environment);
    }

    @Bean
    Campaign campaign(Settings settings, Home home) {
        return new CampaignLoader().load(home.campaign(settings.campaign()));
    }

    @Bean
    List<FormDescriptor> formDescriptors(Campaign campaign) {
        return FormDescriptors.load(campaign.forms(), campaign.lexicon());
    }

    @Bean
    DeskKey deskKey(Settings settings) {
        return new DeskKey(Secrets.key(settings.data().resolve("key")));
    }

    @Bean
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    /** Whoever runs a route reports its failure, in one line a try; Camel's own report would repeat each at length. */
    @Bean
    CamelContextConfiguration quietErrors() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                context.getCamelContextExtension().setErrorHandlerFactory(new NoErrorHandlerBuilder());
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // nothing: routes start by themselves
            }
        };
    }

    @Bean
    DbJobs jobs(DataSource dataSource, Clock machineClock) {
        return new DbJobs(dataSource, machineClock);
    }

    @Bean
    JobComponent job(DbJobs jobs, DataSource dataSource, Clock machineClock, Settings settings, JobExhausted alarm) {
        return new JobComponent(
                jobs,
                dataSource,
                machineClock,
                JobSettings.usual("node-" + UUID.randomUUID(), Embedded.is(dataSource)),
                alarm);
    }

    /** What happens to a job that has failed for good: loud, and on the list of what waits for a person. */
    @Bean
    JobExhausted alarm(Tasks tasks) {
        return (name, id, cause) -> {
            log.error("job {} {} failed for good", name, id, cause);
            tasks.open("failed-job", name + "/" + id, null, null, null, Map.of("job", name));
        };
    }

    /** P3: a mail that cannot be read is set apart and stops nothing. */
    @Bean
    JobExhausted quarantine(Custody custody) {
        return (name, id, cause) -> {
            log.error("mail {} goes into quarantine", id, cause);
            custody.quarantine(Long.parseLong(id), cause.getClass().getSimpleName());
        };
    }
}
