package org.mailroom.agenda;

import org.mailroom.testing.TestDatabase;

class AgendaOnPostgresTest extends AgendaContract {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
