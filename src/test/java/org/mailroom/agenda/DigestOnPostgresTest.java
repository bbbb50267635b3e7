package org.mailroom.agenda;

import org.mailroom.testing.TestDatabase;

class DigestOnPostgresTest extends DigestContract {
    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
