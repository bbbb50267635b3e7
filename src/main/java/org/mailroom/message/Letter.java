package org.mailroom.message;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is decoded of a mail before it is sorted.
 *
 * @param from the first valid address of From
 * @param speakers valid addresses of From, Sender and Reply-To
 * @param types declared types of every node, lower case
 * @param reportType report-type of a multipart/report, "" if there is none
 * @param calendar whether a part is a text/calendar with a METHOD
 * @param material whether something is attached or linked that may have been handed in
 * @param fileNames names of the attachments
 * @param text the newest text
 */
record Letter(
        Headers headers,
        Optional<Address> from,
        List<Address> speakers,
        String subject,
        String topic,
        Set<String> types,
        String reportType,
        boolean calendar,
        boolean material,
        List<String> fileNames,
        String text) {

    /** The address in the newest Return-Path, "" if it is null or there is none. */
    String returnPath() {
        return headers.firstOrBlank("return-path").replaceAll("[<>\\s]", "");
    }

    boolean hasNullReturnPath() {
        return headers.has("return-path") && returnPath().isEmpty();
    }

    boolean isReport(String type) {
        return types.contains("multipart/report") && reportType.equals(type) || types.contains("message/" + type);
    }
}
