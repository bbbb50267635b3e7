package org.mailroom.dossier;

import org.mailroom.testing.TestDatabase;

class HistoryOnH2Test extends HistoryContract {
    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
