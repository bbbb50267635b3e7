package org.mailroom.campaign;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The key {@code reminders} of {@code campaign.yaml}, for the campaign or for one stage. */
record RemindersEntry(Entry entry) {
    private static final int EARLIEST = 60;

    RemindersEntry {
        entry.allowOnly("daysBefore", "at");
    }

    Reminders reminders() {
        if (!entry.has("daysBefore")) {
            throw entry.wrong("daysBefore", "expected here and missing");
        }
        List<Integer> days = new ArrayList<>();
        for (String text : entry.texts("daysBefore")) {
            int day = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : EARLIEST + 1;
            if (day > EARLIEST || days.contains(day)) {
                throw entry.wrong(
                        "daysBefore",
                        "must be whole numbers from 0 to " + EARLIEST + ", each once, found \"" + text + "\"");
            }
            days.add(day);
        }
        return new Reminders(days, time());
    }

    private LocalTime time() {
        String at = entry.text("at");
        try {
            if (at.matches("[0-9]{2}:[0-9]{2}")) {
                return LocalTime.parse(at);
            }
        } catch (DateTimeException outOfRange) {
            throw wrong(at);
        }
        throw wrong(at);
    }

    private CampaignException wrong(String at) {
        return entry.wrong("at", "must be a time like 09:00, found \"" + at + "\"");
    }
}
