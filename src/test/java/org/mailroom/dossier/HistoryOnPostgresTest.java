package org.mailroom.dossier;

import org.mailroom.testing.TestDatabase;

class HistoryOnPostgresTest extends HistoryContract {
    @Override
    TestDatabase database() {
        return TestDatabase.POSTGRESQL;
    }
}
