package org.mailroom.agenda;

import org.mailroom.testing.TestDatabase;

class DigestOnH2Test extends DigestContract {
    @Override
    TestDatabase kind() {
        return TestDatabase.H2;
    }
}
