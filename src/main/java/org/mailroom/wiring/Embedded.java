package org.mailroom.wiring;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** Whether the database is the embedded one, which one process has to itself. */
final class Embedded {
    private Embedded() {}

    static boolean is(DataSource dataSource) {
        return dataSource instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:h2:");
    }
}
