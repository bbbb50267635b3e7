package org.mailroom.wiring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.mailroom.custody.EventLog;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When this desk was first opened, on the campaign's clock: the first event on its record. */
final class Opening {
    private final Instant first;

    Opening(JdbcClient jdbc, EventLog events) {
        if (jdbc.sql("select count(*) from event").query(Integer.class).single() == 0) {
            events.append("DESK_OPENED", "clock", null, null, null, Map.of());
        }
        this.first = jdbc.sql("select at from event order by id limit 1")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Instant first() {
        return first;
    }
}
