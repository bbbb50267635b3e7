package org.mailroom.agenda;

import java.time.LocalTime;
import java.util.List;

/**
 * Who gets the daily digest, and when.
 *
 * @param recipients addresses of our own people; none = no digest
 * @param at the hour on working days, in the campaign's zone
 * @param dueDayAt the further hour on due days
 * @param deskUrl where the desk's pages are, without a slash at the end
 */
public record DigestSettings(List<String> recipients, LocalTime at, LocalTime dueDayAt, String deskUrl) {
    public DigestSettings {
        recipients = List.copyOf(recipients);
    }
}
