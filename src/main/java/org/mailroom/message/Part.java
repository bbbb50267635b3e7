package org.mailroom.message;

/**
 * One attachment, wherever in the mail it was hidden.
 *
 * @param path its place in the MIME tree, for example 2.1; an attached mail's parts continue the path
 * @param fileName decoded, cleaned name to show; never trusted; "" if it had none
 * @param declaredType what the mail says it is, lower case, for example application/pdf
 * @param size decoded octets
 * @param sha256 of the decoded octets
 * @param damage why the octets are not what was sent (broken base64, truncated mail), "" if intact
 */
public record Part(
        String path, String fileName, String declaredType, long size, String sha256, String damage, Content content) {}
