package org.mailroom.agenda;

import java.time.Instant;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;

/**
 * A unit to be reminded by telephone, because it has no registered contact that a mail can be sent to.
 *
 * @param stage what it has not handed in completely; its due day stands there
 * @param since campaign time of the reminder that could not be sent
 */
public record Phone(Unit unit, Stage stage, Instant since) {}
