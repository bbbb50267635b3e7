package org.mailroom.agenda;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.custody.Tasks;
import org.mailroom.reply.TemplateFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one thing for one unit in one transaction, so that what fails for one unit leaves nothing behind and stops no other. */
final class Units {
    private static final Logger LOG = LoggerFactory.getLogger(Units.class);
    private static final String FAILED = "failed-notice";

    private final TransactionTemplate transaction;
    private final Tasks tasks;
    private final Map<String, String> logged = new HashMap<>();

    Units(TransactionTemplate transaction, Tasks tasks) {
        this.transaction = transaction;
        this.tasks = tasks;
    }

    void together(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Opens a task about no unit, in the caller's transaction. */
    void task(String kind, String subject, Map<String, ?> details) {
        tasks.open(kind, subject, null, null, null, details);
    }

    /**
     * @return whether it was done; if not, nothing of it is kept, a task says why, and it is to be tried again
     */
    boolean each(Stage stage, Unit unit, String what, Runnable work) {
        String subject = what + "/" + stage.id() + "/" + unit.code();
        try {
            together(() -> {
                work.run();
                tasks.close(FAILED, subject);
            });
        } catch (RuntimeException failed) {
            String fault = fault(failed);
            if (!fault.equals(logged.put(subject, fault))) {
                LOG.error("{} could not be composed: {}", subject, fault);
            }
            together(() -> tasks.open(FAILED, subject, unit.code(), stage.id(), null, Map.of("fault", fault)));
            return false;
        }
        logged.remove(subject);
        return true;
    }

    /** A fault of a template names file and line; the words of other exceptions may hold personal values. */
    private static String fault(RuntimeException failed) {
        return failed instanceof TemplateFault template
                ? Objects.requireNonNull(template.getMessage())
                : failed.getClass().getName();
    }
}
