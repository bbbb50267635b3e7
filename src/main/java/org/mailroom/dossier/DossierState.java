package org.mailroom.dossier;

/** Where one unit stands with one stage, specification 2.1. */
public enum DossierState {
    NOT_STARTED,
    /** 部分: something counted, something missing, nothing wrong. */
    PARTIAL,
    /** 补正: something must be corrected. */
    RETURNED,
    /** 齐全: every slot filled, nothing to correct. Not a review result. */
    COMPLETE,
    UNDER_REVIEW,
    ACCEPTED,
    PAPER_PENDING,
    PAPER_PARTIAL,
    PAPER_RECEIVED,
    CLOSED,
    /** 逾期: due time passed and the mailbox read past it, nothing received. Never forfeited by itself. */
    OVERDUE,
    /** 逾期收件: the first mail came after the close; a person decides. */
    LATE_RECEIVED,
    LATE_ADMITTED,
    FORFEITED,
    WITHDRAWN
}
