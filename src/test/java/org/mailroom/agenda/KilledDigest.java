package org.mailroom.agenda;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Stopping;

/**
 * A desk that composes its digest in a process that is to be killed. Arguments: where to stop ({@link Stopping}), the folder of
 * the database, the campaign's local time. Says {@code done} when no digest is due any more.
 */
final class KilledDigest {
    static final String OPENED = "2026-02-26T08:00";

    private KilledDigest() {}

    public static void main(String[] arguments) {
        Stopping stopping = Stopping.at(arguments[0]);
        stopping.endsInAnyCase();
        DataSource database = stopping.commits(KilledAgenda.database(Path.of(arguments[1])));
        DigestDesk desk = new DigestDesk(Campaigns.english(), database, OPENED);
        desk.at(arguments[2]);
        desk.digests(DigestDesk.settings("one@office.example", "other@office.example"))
                .tick();
        System.out.println("done");
        System.exit(0);
    }
}
