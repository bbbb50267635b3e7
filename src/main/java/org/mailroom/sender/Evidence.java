package org.mailroom.sender;

/**
 * One reason to believe that a unit speaks (specification 4.3).
 *
 * @param unit the unit's code; with score 0 the province of the city that speaks
 * @param score 100 registered address or a person, 90 unit field of a form, 80 document number, 70 subject, 60 file name, 50
 *     signature or display name, 20 mail domain, 0 a city that cannot speak for itself
 * @param source what was looked at, one of the constants
 * @param text the words that were matched, for a person to see; an address is masked
 */
public record Evidence(String unit, int score, String source, String text) {
    /** A person has given the mail to the unit. */
    public static final String PERSON = "person";

    public static final String ADDRESS = "address";
    public static final String FORM = "form";
    public static final String DOCUMENT_NUMBER = "document-number";
    public static final String SUBJECT = "subject";
    public static final String FILE_NAME = "file-name";
    public static final String SIGNATURE = "signature";
    public static final String CITY = "city";
    public static final String DOMAIN = "domain";
}
