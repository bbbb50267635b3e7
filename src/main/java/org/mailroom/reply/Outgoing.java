package org.mailroom.reply;

import java.util.Optional;

/**
 * A composed mail, ready to be queued: every attempt sends these octets.
 *
 * @param cause what it answers, for example window/12
 * @param kind receipt, correction-notice, late-notice, ...
 * @param recipient the one address it goes to
 * @param messageId stable, derived from cause, kind and recipient
 * @param message the whole mail, RFC 5322 octets
 */
public record Outgoing(
        String cause,
        String kind,
        String recipient,
        Optional<String> unit,
        Optional<String> stage,
        Optional<String> receiptNumber,
        String messageId,
        String subject,
        byte[] message) {}
