package org.mailroom.reply;

import java.util.List;
import java.util.Map;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.sender.Contact;
import org.mailroom.sender.Contacts;

/** The room's door for the agenda: queues mails that answer nobody, to registered contacts only. */
public final class Notices {
    private final Contacts contacts;
    private final Composer composer;
    private final Tasks tasks;
    private final OutTray asSet;
    private final OutTray drafts;

    public Notices(
            AnsweredMails mails,
            Contacts contacts,
            Composer composer,
            Guard guard,
            OutboxRows outbox,
            Sending sending,
            Tasks tasks,
            EventLog events) {
        this.contacts = contacts;
        this.composer = composer;
        this.tasks = tasks;
        this.asSet = new OutTray(mails, guard, outbox, sending.initial(), tasks, events);
        this.drafts = new OutTray(mails, guard, outbox, OutboxState.DRAFT, tasks, events);
    }

    /** The unit's registered addresses that a mail can be sent to. */
    public List<String> recipients(Unit unit) {
        return contacts.registeredOf(unit.code()).stream()
                .map(Contact::address)
                .filter(Letter::canBeSentTo)
                .toList();
    }

    /** Opens a task, in the caller's transaction, if a registered entry of the unit is no mail address. */
    public void checkAddresses(Unit unit) {
        if (contacts.registeredOf(unit.code()).size() > recipients(unit).size()) {
            tasks.open("wrong-address", "unit/" + unit.code(), unit.code(), null, null, Map.of());
        }
    }

    /**
     * Queues the notice in the caller's transaction, as a draft where the setting says so, and always if it speaks of a due
     * time that has passed: that is for a person to release (P7).
     *
     * @throws TemplateFault if a template is broken; nothing is queued then
     */
    public void queue(Notice notice) {
        Unit unit = notice.standing().unit();
        OutTray tray = notice.kind() == Kind.DEADLINE_PASSED ? drafts : asSet;
        composer.compose(notice).forEach(mail -> tray.put(mail, unit, "NOTICE_COMPOSED", "clock"));
    }
}
