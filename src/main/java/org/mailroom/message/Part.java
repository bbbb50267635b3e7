package org.mailroom.message;

/**
 * One attachment, wherever in the mail it was hidden.
 *
 * @param path its place in the MIME tree, for example 2.1; an attached mail's parts continue the path
 * @param fileName decoded, cleaned name to show; never trusted; "" if it had none
 * @param declaredType what the mail says it is, lower case, for example application/pdf
 * @param size decoded octets
 * @param sha256 of the decoded octets
 * @param damage why the octets are not what was sent: {@link #BROKEN_ENCODING}, {@link #TRUNCATED} or
 *     {@link #UNREADABLE}; "" if intact
 */
public record Part(
        String path, String fileName, String declaredType, long size, String sha256, String damage, Content content) {
    /** Base64 or another transfer encoding is damaged; {@code content} is what could be decoded. */
    public static final String BROKEN_ENCODING = "broken-encoding";

    /** The mail ends before this part does, or at least before its closing boundary. */
    public static final String TRUNCATED = "truncated";

    /** The part's structure cannot be read; there is no content. */
    public static final String UNREADABLE = "unreadable";
}
