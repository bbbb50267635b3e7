package org.mailroom.agenda;

import org.mailroom.testing.TestDatabase;

class AgendaOnH2Test extends AgendaContract {
    @Override
    TestDatabase database() {
        return TestDatabase.H2;
    }
}
