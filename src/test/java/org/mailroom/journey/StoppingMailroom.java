package org.mailroom.journey;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.mailroom.Mailroom;
import org.mailroom.custody.RawStore;
import org.mailroom.custody.WatchedRawStore;
import org.mailroom.demo.MovableClock;
import org.mailroom.testing.Stopping;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The whole program, begun by its own main method, in a process that is to be killed. Arguments: where to stop ({@link Stopping}), the campaign's local
 * time, where the data lie, then the settings.
 */
final class StoppingMailroom {
    private StoppingMailroom() {}

    public static void main(String[] arguments) {
        Stopping stopping = Stopping.at(arguments[0]);
        stopping.endsInAnyCase();
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        MovableClock clock =
                MovableClock.at(LocalDateTime.parse(arguments[1]).atZone(zone).toInstant(), zone, Clock.systemUTC());
        Path data = Path.of(arguments[2]);
        SpringApplicationRunListener watching = new SpringApplicationRunListener() {
            @Override
            public void contextPrepared(ConfigurableApplicationContext context) {
                context.getBeanFactory().registerSingleton("movableClock", clock);
                context.getBeanFactory().registerSingleton("stopping", stopping);
                context.getBeanFactory().addBeanPostProcessor(new Watching(stopping, data));
            }
        };
        SpringApplication.withHook(
                program -> watching, () -> Mailroom.main(Arrays.copyOfRange(arguments, 3, arguments.length)));
    }

    /** Has the database's commits and the raw store's steps watched; all else is the program's own. */
    private record Watching(Stopping stopping, Path data) implements BeanPostProcessor {
        @Override
        public Object postProcessBeforeInitialization(Object bean, String name) {
            if (bean instanceof HikariDataSource pool) {
                DriverManagerDataSource database = new DriverManagerDataSource(pool.getJdbcUrl());
                database.setUsername(pool.getUsername());
                database.setPassword(pool.getPassword());
                pool.setDataSource(stopping.commits(database));
            }
            return bean;
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof RawStore)) {
                return bean;
            }
            try {
                return WatchedRawStore.in(data.resolve("raw"), stopping::file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
