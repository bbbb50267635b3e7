package org.mailroom.outbox;

import org.mailroom.testing.TestDatabase;

class OutboxOnH2Test extends OutboxContract {
    @Override
    TestDatabase kind() {
        return TestDatabase.H2;
    }
}
