package org.mailroom.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.ReceiptWindows;
import org.mailroom.dossier.ReceiptWindows.Window;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standings;
import org.mailroom.dossier.Standings.Numbered;
import org.mailroom.dossier.Standings.Told;
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;
import org.springframework.transaction.support.TransactionTemplate;

/** The room's door: closes a receipt window that is due and queues its one answer to each recipient, in one transaction. */
public final class Answers {
    private final Campaign campaign;
    private final ReceiptWindows windows;
    private final Standings standings;
    private final AnsweredMails mails;
    private final Contacts contacts;
    private final Composer composer;
    private final OutTray tray;
    private final Tasks tasks;
    private final TransactionTemplate transaction;
    private final Clock campaignClock;

    public Answers(
            Campaign campaign,
            ReceiptWindows windows,
            Standings standings,
            AnsweredMails mails,
            Contacts contacts,
            Composer composer,
            Guard guard,
            OutboxRows outbox,
            Sending sending,
            Tasks tasks,
            EventLog events,
            TransactionTemplate transaction,
            Clock campaignClock) {
        this.campaign = campaign;
        this.windows = windows;
        this.standings = standings;
        this.mails = mails;
        this.contacts = contacts;
        this.composer = composer;
        this.tray = new OutTray(mails, guard, outbox, sending.initial(), tasks, events);
        this.tasks = tasks;
        this.transaction = transaction;
        this.campaignClock = campaignClock;
    }

    /**
     * Closes the window, unless it must wait or is closed.
     *
     * @return when to ask again, or null if this is done
     */
    public @Nullable Instant close(String windowId) {
        Optional<Instant> later = Objects.requireNonNull(transaction.execute(status -> {
            Optional<Window> window = windows.lockOpen(Long.parseLong(windowId));
            Optional<Instant> wait = window.flatMap(windows::notBefore);
            if (window.isPresent() && wait.isEmpty()) {
                answer(window.get());
            }
            return wait;
        }));
        return later.orElse(null);
    }

    private void answer(Window window) {
        List<Long> answered = windows.mails(window.id());
        if (mails.restricted(window.unit(), answered)) {
            windows.withhold(window.id());
            return;
        }
        windows.close(window.id());
        Instant now = campaignClock.instant();
        LocalDate today = now.atZone(campaign.zone()).toLocalDate();
        List<Numbered> numbered = standings.answer(window.unit(), answered, today);
        List<String> recipients = recipients(window.unit(), answered);
        if (recipients.isEmpty()) {
            tasks.open("no-contact", "window/" + window.id(), window.unit(), null, null, Map.of());
            return;
        }
        AnsweredMails.Thread thread = mails.thread(answered);
        Answer answer = new Answer(
                "window/" + window.id(),
                numbered.stream().map(one -> section(one, answered)).toList(),
                now,
                thread.messageId(),
                thread.references(),
                recipients);
        Unit unit = campaign.unit(window.unit()).orElseThrow();
        for (Outgoing mail : composer.compose(answer)) {
            tray.put(mail, unit, "ANSWER_COMPOSED", "rule");
        }
    }

    /** While a person looks at a mark of secrecy, the dossier is spoken of on the telephone only. */
    boolean isRestricted(Standing standing) {
        return mails.restricted(standing.unit().code(), standing.stage().id());
    }

    /** Composes and queues what a person decided to tell a unit; in the caller's transaction. */
    void tell(String cause, Told told, Answer.Decision decision, Instant at) {
        Unit unit = told.standing().unit();
        List<String> recipients = recipients(unit.code(), told.mails());
        if (recipients.isEmpty()) {
            tasks.open("no-contact", cause, unit.code(), told.standing().stage().id(), null, Map.of());
            return;
        }
        AnsweredMails.Thread thread = told.mails().isEmpty()
                ? new AnsweredMails.Thread(Optional.empty(), List.of())
                : mails.thread(told.mails());
        Answer answer = new Answer(
                cause,
                List.of(Answer.Section.of(told.standing(), number(told.standing(), told.receipt()))),
                at,
                thread.messageId(),
                thread.references(),
                recipients,
                Optional.of(decision));
        for (Outgoing mail : composer.compose(answer)) {
            tray.put(mail, unit, "ANSWER_COMPOSED", "rule");
        }
    }

    private Answer.Section section(Numbered numbered, List<Long> answered) {
        String number = number(numbered.standing(), numbered.receipt());
        return new Answer.Section(numbered.standing(), number, mails.onlySeenBefore(answered));
    }

    private String number(Standing standing, int receipt) {
        return campaign.receiptNumber(standing.stage(), standing.unit(), receipt);
    }

    /** Registered senders of these mails first, then the unit's other registered contacts; nobody else (case 13). */
    private List<String> recipients(String unit, List<Long> answered) {
        List<String> registered =
                contacts.registeredOf(unit).stream().map(Contact::address).toList();
        List<String> recipients = new ArrayList<>(
                answered.isEmpty()
                        ? List.of()
                        : mails.senders(answered).stream()
                                .filter(registered::contains)
                                .toList());
        registered.stream().filter(address -> !recipients.contains(address)).forEach(recipients::add);
        return recipients;
    }
}
