package org.mailroom.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Stage;
import org.mailroom.mailbox.MailboxHealth;

/** Whether the desk itself is well: parts 1 and 6 of the digest. */
record DigestHealth(DigestReport.Ground ground, DigestRows rows, Period period) {

    /** Years that matter now and have no verified calendar; said loudly, because the slots rest on it. */
    Map<String, Object> calendar() {
        List<Integer> unverified = Stream.concat(
                        Stream.of(period.today()),
                        ground.campaign().stages().stream()
                                .filter(stage -> stage.onTime(period.now()))
                                .map(Stage::due))
                .map(LocalDate::getYear)
                .filter(year -> !ground.campaign().workingDays().verified(year))
                .distinct()
                .sorted()
                .toList();
        boolean daily = unverified.contains(period.today().getYear());
        return Map.of("verified", unverified.isEmpty(), "unverified", unverified, "daily", daily);
    }

    /** @param waiting items that wait for a person */
    Map<String, Object> counts(int waiting) {
        Map<String, Integer> outbox = outbox();
        return Map.of(
                "mails", rows.newMails(period),
                "documents", rows.newDocuments(period),
                "waiting", waiting,
                "failed", outbox.getOrDefault("FAILED", 0),
                "uncertain", outbox.getOrDefault("UNCERTAIN", 0),
                "polls", ground.mailboxes().get().stream().map(this::mailbox).toList());
    }

    private Map<String, Integer> outbox() {
        return rows.outbox().stream().collect(Collectors.toMap(DigestRows.Counted::name, DigestRows.Counted::count));
    }

    /** The last look is told on the campaign's clock, as every time in the digest. */
    private Map<String, Object> mailbox(MailboxHealth health) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("account", health.account());
        health.lastPoll().ifPresent(poll -> {
            facts.put("age", period.machineAge(poll));
            facts.put(
                    "at",
                    period.moment(period.now()
                            .minus(Duration.between(poll, period.machineClock().instant()))));
        });
        health.lastError().ifPresent(error -> facts.put("error", ground.mask().apply(error)));
        facts.put("missing", health.missing());
        return facts;
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        List<Map<String, Object>> outbox = new ArrayList<>();
        rows.outbox()
                .forEach(state -> outbox.add(Map.of(
                        "word", ground.words().apply("outbox." + state.name()),
                        "count", state.count())));
        facts.put("outbox", outbox);
        facts.put("quarantined", rows.mails("QUARANTINED"));
        facts.put("notFetched", rows.mails("FETCH_FAILED"));
        facts.put("unread", rows.mails("STORED"));
        DigestReport.Disk disk = ground.disk().get();
        facts.put("disk", Map.of("free", disk.free(), "total", disk.total()));
        rows.head().ifPresent(head -> facts.put("head", Map.of("number", head.number(), "hash", head.hash())));
        return facts;
    }
}
