package org.mailroom.desk.command;

import java.util.List;
import java.util.Map;

/**
 * How a desk stands. Its components are the keys of {@code --json}.
 *
 * @param now the campaign's clock in its zone, minutes
 * @param running whether the desk runs
 * @param paused whether all sending is held
 * @param mails how many by state, as are tasks (open ones, by kind) and outbox
 */
public record Status(
        String campaign,
        String now,
        boolean running,
        boolean paused,
        List<Box> mailboxes,
        List<StageLine> stages,
        Map<String, Long> mails,
        Map<String, Long> tasks,
        Map<String, Long> outbox) {

    /**
     * A mailbox.
     *
     * @param lastPoll when it was last looked through, "" if never
     * @param error the server's words if the last look failed, else ""
     */
    public record Box(String account, String lastPoll, String error) {}

    /**
     * A stage.
     *
     * @param due the last day that is on time
     * @param days days left, the due day counted; 0 or less when it has passed
     * @param units how many units by the word for their state, in the order of the states
     */
    public record StageLine(String stage, String material, String due, long days, Map<String, Long> units) {}

    boolean well() {
        return mailboxes.stream().allMatch(box -> box.error().isEmpty());
    }
}
