package org.mailroom.desk.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.mailroom.campaign.Campaign;

/** The desk of this folder as its settings describe it, whether it runs or not. Reads the settings only when asked. */
public interface Installation {
    /** Always real. */
    Clock machineClock();

    /** Where mails, database and secrets are kept. */
    Path data();

    /**
     * A campaign.
     *
     * @param named a folder under {@code campaigns/}, or a path; empty = the one in use
     * @throws org.mailroom.campaign.CampaignException at the first mistake in its files
     */
    Campaign campaign(Optional<String> named);

    /**
     * The books of a desk that does not run.
     *
     * @param change whether something is to be written
     * @throws CommandFault if they are in use, or there are none
     */
    Door books(boolean change);

    /** The empty books of a desk that nobody has started, in memory alone; its clock stands shortly before a due time. */
    Door blankBooks();
}
