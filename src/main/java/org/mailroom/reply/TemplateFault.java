package org.mailroom.reply;

import org.jspecify.annotations.Nullable;

/** A mistake in a mail template: names the file, the line (from 1) and what is wrong there. Nothing was composed. */
public final class TemplateFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TemplateFault(String file, int line, String problem, @Nullable Throwable cause) {
        super("mail-templates/" + file + ", line " + line + ": " + problem, cause);
    }
}
