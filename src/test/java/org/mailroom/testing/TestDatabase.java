package org.mailroom.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + LIKE_OURS;
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

    /** As application.properties asks for it; H2 itself gives up a row after two seconds, which a busy machine needs. */
    public static final String LIKE_OURS = ";WRITE_DELAY=0;MODE=PostgreSQL;LOCK_TIMEOUT=10000";

    abstract DataSource empty();

    /** Settings for a desk of its own, as on the command line; a second start with the same ones goes on. */
    public List<String> settings(Path folder) {
        return this == H2
                ? List.of(
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("db") + LIKE_OURS,
                        "--spring.datasource.username=")
                : List.of("--spring.datasource.url=" + emptyPostgresUrl(), "--spring.datasource.username=postgres");
    }

    /** Where the desks of the journeys keep their books: H2, and in one of the runs of {@code .ci/elsewhere} PostgreSQL. */
    public static TestDatabase ofJourneys() {
        return valueOf(System.getenv().getOrDefault("MAILROOM_TEST_DATABASE", H2.name()));
    }

    public DataSource fresh() {
        DataSource source = empty();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    /** The URL of a new PostgreSQL database without any table, of the user {@code postgres}, for a program that connects by itself. */
    public static String emptyPostgresUrl() {
        return ((PGSimpleDataSource) POSTGRESQL.empty()).getURL();
    }

    /** As {@link #emptyPostgresUrl}, on a server that asks that user, and nobody else, for a password. */
    public static String postgresUrlGuardedFor(String user, String password) throws IOException {
        String url = emptyPostgresUrl();
        JdbcClient server = JdbcClient.create(Server.ONE.getPostgresDatabase());
        server.sql("create role " + user + " login password '" + password + "'").update();
        Path rules = Path.of(server.sql("show hba_file").query(String.class).single());
        // the first line that fits counts
        Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        server.sql("select pg_reload_conf()").query(Boolean.class).single();
        return url;
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
