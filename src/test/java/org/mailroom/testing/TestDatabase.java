package org.mailroom.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases the desk runs on. Each call of {@link #fresh} makes a new one with our schema. */
public enum TestDatabase {
    H2 {
        @Override
        DataSource empty() {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1";
            return JdbcConnectionPool.create(url, "sa", "");
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
            JdbcClient.create(Server.ONE.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            PGSimpleDataSource source = (PGSimpleDataSource) Server.ONE.getDatabase("postgres", name);
            return source;
        }
    };

    abstract DataSource empty();

    public DataSource fresh() {
        DataSource source = empty();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** The URL of a new PostgreSQL database without any table, of the user {@code postgres}, for a program that connects by itself. */
    public static String emptyPostgresUrl() {
        return ((PGSimpleDataSource) POSTGRESQL.empty()).getURL();
    }

    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                // no test kills the server itself: what it may lose then need not be written at its end
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
