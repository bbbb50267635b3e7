package org.mailroom.desk.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command speaks.
 *
 * @param language of its own words
 */
public record Console(PrintWriter out, PrintWriter err, Locale language) {
    /** The standard streams, in the language the machine is set to. */
    public static Console standard() {
        return new Console(
                writer(FileDescriptor.out),
                writer(FileDescriptor.err),
                Locale.forLanguageTag(System.getProperty("user.language", "en")));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, charset());
    }

    /** That of a terminal; what goes into a file or another program is UTF-8. A terminal that claims ASCII mostly knows more. */
    private static Charset charset() {
        String named = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        boolean terminal = System.console() != null && !named.isEmpty() && Charset.isSupported(named);
        Charset charset = terminal ? Charset.forName(named) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }
}
