package org.mailroom.outbox;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class OutboxOnH2Test extends OutboxContract {
    @Override
    DataSource database() {
        return JdbcConnectionPool.create(
                "jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa", "");
    }
}
