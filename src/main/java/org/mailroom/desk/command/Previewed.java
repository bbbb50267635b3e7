package org.mailroom.desk.command;

/**
 * A mail as it would read.
 *
 * @param invented whether its contents are made up, because the desk has nothing that calls for it
 * @param fault what is wrong with a template or the campaign, with file and line; then the rest is empty. "" = nothing
 */
public record Previewed(String subject, String text, String html, boolean invented, String fault) {
    static Previewed broken(String fault) {
        return new Previewed("", "", "", false, fault);
    }
}
