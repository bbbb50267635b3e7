package org.mailroom.desk.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Locale;
import org.mailroom.platform.Terminal;

/**
 * Where a command speaks.
 *
 * @param language of its own words
 */
public record Console(PrintWriter out, PrintWriter err, Locale language) {
    /** The standard streams, in the language the machine is set to. */
    public static Console standard() {
        return on(
                Terminal.standard(),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Locale.forLanguageTag(System.getProperty("user.language", "en")));
    }

    /** @param wanted spoken if the terminal can show it */
    static Console on(Terminal terminal, OutputStream out, OutputStream err, Locale wanted) {
        return new Console(
                terminal.writer(out),
                terminal.writer(err),
                terminal.language(wanted, Wording.in(wanted).all()));
    }
}
