package org.mailroom.wiring;

/** A mistake in the settings: one line that names the key and what to do. The program does not start. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
