package org.mailroom.message;

/** Whether a mail may be answered at all (P5), by the ordered list of reasons against it. */
public sealed interface MayAnswer {
    record Yes() implements MayAnswer {}

    /**
     * Must not be answered.
     *
     * @param reason number and short key of the first reason that holds, for example "4 auto-submitted"
     * @param unlessForm whether a recognised form in the mail overrides the reason (reasons 9 and 10)
     */
    record No(String reason, boolean unlessForm) implements MayAnswer {}

    /** Whether an answer may go out, knowing now whether a form was recognised in the mail. */
    default boolean given(boolean formRecognised) {
        return !(this instanceof No no) || no.unlessForm() && formRecognised;
    }
}
