package org.mailroom.outbox;

/** What is known after an attempt to hand one mail to the server, P4. */
sealed interface Delivery {
    /** The server answered the final dot with 250: it has the mail. */
    record Accepted() implements Delivery {}

    /**
     * The server does not have the mail: it said so, or never saw the end of one.
     *
     * @param forGood whether trying again is no use: a 5xx answer about this mail
     * @param reason code and command, never the server's words, which quote addresses
     */
    record NotAccepted(boolean forGood, String reason) implements Delivery {}

    /** DATA had begun and the connection was lost without an answer: the server may have it. */
    record Unknown(String reason) implements Delivery {}

    /** Held back by us just before DATA; nothing is to be recorded. */
    record Held() implements Delivery {}
}
