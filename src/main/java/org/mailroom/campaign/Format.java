package org.mailroom.campaign;

/** What an electronic version is made with. In campaign.yaml by its name in lower case. */
public enum Format {
    /** A word processor, whichever. */
    WORD,
    SPREADSHEET,
    /** A text editor or a web page. */
    PLAIN
}
