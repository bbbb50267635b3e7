package org.mailroom.custody;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A named row that one transaction at a time can hold, on all nodes; let go at its end. */
final class RowLock {
    private final JdbcClient jdbc;
    private final String name;

    RowLock(JdbcClient jdbc, String name) {
        this.jdbc = jdbc;
        this.name = name;
    }

    void take() {
        if (!locked()) {
            jdbc.sql("""
                            insert into lease (name, holder, epoch, until) values (:name, '-', 0, current_timestamp)
                            on conflict do nothing""").param("name", name).update();
            if (!locked()) {
                throw new IllegalStateException("the lock " + name + " cannot be taken");
            }
        }
    }

    private boolean locked() {
        return jdbc.sql("select name from lease where name = :name for update")
                .param("name", name)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
