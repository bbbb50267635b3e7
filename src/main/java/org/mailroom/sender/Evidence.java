package org.mailroom.sender;

/**
 * One reason to believe that a unit speaks (specification 4.3).
 *
 * @param unit the unit's code
 * @param score 100 registered address, 90 unit field of a form, 80 document number, 70 subject, 60 file name, 50
 *     signature or display name, 20 mail domain
 * @param source what was looked at: address, form, document-number, subject, file-name, signature, domain
 * @param text the words that were matched, for a person to see; an address is masked
 */
public record Evidence(String unit, int score, String source, String text) {}
