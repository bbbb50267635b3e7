package org.mailroom.demo;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.Journal;

/**
 * The journal of a mailbox that begins anew, empty and with another UIDVALIDITY, whenever the demonstration is started: that it
 * is numbered otherwise is no news to anybody. All else is written down as for any mailbox.
 */
record FreshMailbox(Journal journal) implements Journal {
    @Override
    public Set<String> known(String account, String folder, Collection<String> sourceKeys) {
        return journal.known(account, folder, sourceKeys);
    }

    @Override
    public Set<String> unmarked(String account, String folder) {
        return journal.unmarked(account, folder);
    }

    @Override
    public void marked(String account, String folder, Collection<String> sourceKeys) {
        journal.marked(account, folder, sourceKeys);
    }

    @Override
    public Set<String> unreadable(String account, String folder) {
        return journal.unreadable(account, folder);
    }

    @Override
    public void unfetched(Unfetched mail) {
        journal.unfetched(mail);
    }

    @Override
    public Optional<String> newest(String account, String folder) {
        return journal.newest(account, folder);
    }

    @Override
    public void renumbered(String account, String folder, long before, long now) {
        // the post office was closed and opened, as always
    }
}
