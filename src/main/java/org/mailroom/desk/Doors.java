package org.mailroom.desk;

import org.mailroom.custody.Quarantine;
import org.mailroom.custody.TaskDecisions;
import org.mailroom.dossier.Assignments;
import org.mailroom.dossier.Reviews;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Sendings;
import org.mailroom.reply.ReviewLetters;
import org.mailroom.sender.Strangers;

/** The rooms' doors for people. What may be decided and when is theirs to say; here are only the buttons. */
public record Doors(
        Quarantine quarantine,
        TaskDecisions tasks,
        Strangers strangers,
        Assignments assignments,
        Reviews reviews,
        ReviewLetters letters,
        Drafts drafts,
        Sendings sendings) {

    /** The versions a page was made from, for its forms to hand back. */
    public static final class Seen {
        private final Doors doors;

        Seen(Doors doors) {
            this.doors = doors;
        }

        public String quarantine(long mail) {
            return doors.quarantine.seen(mail);
        }

        /** "" for a task that its own matter settles. */
        public String task(long task, String kind) {
            return TaskDecisions.settles(kind) ? doors.tasks.seen(task) : "";
        }

        public String mail(long mail) {
            return doors.assignments.seenMail(mail);
        }

        public String part(long part) {
            return doors.assignments.seenPart(part);
        }

        public String dossier(String unit, String stage) {
            return doors.reviews.seen(unit, stage);
        }

        public String draft(long answer) {
            return doors.drafts.seen(answer);
        }

        public String sending() {
            return doors.sendings.seen();
        }
    }
}
