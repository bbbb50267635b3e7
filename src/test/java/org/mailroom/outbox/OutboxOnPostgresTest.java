package org.mailroom.outbox;

import org.mailroom.testing.TestDatabase;

class OutboxOnPostgresTest extends OutboxContract {
    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
