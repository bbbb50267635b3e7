package org.mailroom.reply;

import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;

/** Which mail answers, specification 6; the gravest first. */
public enum Kind {
    /** 6.3 逾期收件告知: registered, a person decides whether it is admitted. */
    LATE_NOTICE("late-notice"),
    /** 6.2 收件回执暨补正通知: something is to be corrected. */
    CORRECTION_NOTICE("correction-notice"),
    /** 6.12: links came instead of attachments. */
    CLOUD_LINK("cloud-link"),
    /** 收件回执 while only gaps exist: says what is missing, sets no date. */
    RECEIPT_PARTIAL("receipt-partial"),
    /** 6.1 收件回执（齐全）. */
    RECEIPT("receipt"),
    /** The same material once more; chosen by the caller, never by {@link #of}. */
    RECEIPT_SEEN_BEFORE("receipt-seen-before"),
    /** 6.2 signed by a person: what that person asks to be corrected; never chosen by {@link #of}. */
    SENT_BACK("sent-back"),
    /** 同意接收告知: what came late is admitted by a person's decision; never chosen by {@link #of}. */
    ADMITTED("admitted");

    private final String key;

    Kind(String key) {
        this.key = key;
    }

    /** Name of the template and value of {@link Outgoing#kind()}. */
    public String key() {
        return key;
    }

    /** The mail a standing calls for: never "complete" while anything is missing or to be corrected. */
    public static Kind of(Standing standing) {
        if (standing.state() == DossierState.LATE_RECEIVED) {
            return LATE_NOTICE;
        }
        if (standing.state() == DossierState.RETURNED
                || standing.findings().stream().anyMatch(Kind::toCorrect)) {
            return CORRECTION_NOTICE;
        }
        if (standing.files().isEmpty() && !standing.links().isEmpty()) {
            return CLOUD_LINK;
        }
        boolean whole = standing.state() != DossierState.PARTIAL
                && standing.state() != DossierState.NOT_STARTED
                && standing.gaps().isEmpty();
        return whole ? RECEIPT : RECEIPT_PARTIAL;
    }

    static boolean toCorrect(Finding finding) {
        return finding.severity() == Severity.REJECT || finding.severity() == Severity.RETURN;
    }
}
