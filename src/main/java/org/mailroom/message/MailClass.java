package org.mailroom.message;

/** What kind of mail it is, before anything attached to it is read. */
public enum MailClass {
    /** Carries attachments that may be material. */
    SUBMISSION,
    /** A question, a reminder, thanks: for a person. */
    INQUIRY,
    /** A subject command such as 预检, 查询, 索取表格. */
    COMMAND,
    /** A delivery failure or report. */
    BOUNCE,
    /** An automatic reply, a newsletter, a calendar invitation. */
    AUTOMATIC,
    /** An objection or complaint: restricted. */
    OBJECTION,
    /** Bears a mark of secrecy: nothing of it is processed, quoted or answered. */
    RESTRICTED,
    UNKNOWN
}
