package org.mailroom.campaign;

/** A mistake in a campaign file: names the file, the line (from 1) and what is expected there. The program does not start. */
public final class CampaignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignException(String file, int line, String expected) {
        super(file + ", line " + line + ": " + expected);
    }
}
