package org.mailroom.custody;

import java.util.Optional;

/** What custody did with one fetched mail. Either way it is safe. */
public sealed interface Kept {
    /** The mail, if it is new to the desk. */
    Optional<StoredMail> mail();

    /** Has a row and a file now; a copy of an earlier mail too, which then names it. */
    record Stored(StoredMail stored) implements Kept {
        @Override
        public Optional<StoredMail> mail() {
            return Optional.of(stored);
        }
    }

    /** Had a row already: the same mail of the same server, fetched twice (P2). Nothing was changed. */
    record SeenAgain(String account, String folder, String sourceKey) implements Kept {
        @Override
        public Optional<StoredMail> mail() {
            return Optional.empty();
        }
    }
}
