package org.mailroom.agenda;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The slots that were taken. A slot is taken in the transaction of what it does, so that both happen once or neither. */
final class Slots {
    private final JdbcClient jdbc;
    private final Clock campaignClock;

    Slots(JdbcClient jdbc, Clock campaignClock) {
        this.jdbc = jdbc;
        this.campaignClock = campaignClock;
    }

    /** What became of a slot. */
    enum Outcome {
        /** Its mail was composed. */
        DONE,
        /** There was nothing to say. */
        NOTHING,
        /** It was missed for so long that it would say something untrue. */
        STALE
    }

    boolean taken(String kind, String key) {
        return jdbc.sql("select count(*) from agenda_slot where kind = :kind and slot_key = :key")
                        .param("kind", kind)
                        .param("key", key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those of the keys that are not taken, in their order. */
    List<String> free(String kind, List<String> keys) {
        Set<String> taken =
                Set.copyOf(jdbc.sql("select slot_key from agenda_slot where kind = :kind and slot_key in (:keys)")
                        .param("kind", kind)
                        .param("keys", keys)
                        .query(String.class)
                        .list());
        return keys.stream().filter(key -> !taken.contains(key)).toList();
    }

    /** @return whether it was free; UNIQUE (kind, slot_key) decides between nodes */
    boolean take(String kind, String key, Instant time, Outcome outcome) {
        return jdbc.sql("""
                        insert into agenda_slot (kind, slot_key, slot_time, outcome, decided_at)
                        values (:kind, :key, :time, :outcome, :now) on conflict do nothing""")
                        .param("kind", kind)
                        .param("key", key)
                        .param("time", time.atOffset(ZoneOffset.UTC))
                        .param("outcome", outcome.name())
                        .param("now", campaignClock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
