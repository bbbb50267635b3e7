package org.mailroom.platform;

import java.io.Console;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What the console reads. Into a file or another program goes UTF-8; to a terminal what it says it reads, so that Chinese is
 * no jumble on one in GBK. A character the terminal does not have becomes a question mark, never an exception.
 *
 * @param claimed the charset the terminal is set to
 */
public record Terminal(Charset claimed) {
    /** The one this program was started in. */
    public static Terminal standard() {
        return of(Optional.ofNullable(System.console())
                .filter(Terminal::isInteractive)
                .map(Console::charset));
    }

    /** @param charset of the terminal; none if the text goes elsewhere */
    static Terminal of(Optional<Charset> charset) {
        return new Terminal(charset.orElse(StandardCharsets.UTF_8));
    }

    /** What is written to it: one that claims ASCII mostly knows more, and a name in UTF-8 is better than question marks. */
    Charset written() {
        return claimed.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : claimed;
    }

    /** The language, or English where the terminal is not made for its words. */
    public Locale language(Locale wanted, String words) {
        return claimed.newEncoder().canEncode(words) ? wanted : Locale.ENGLISH;
    }

    public PrintStream on(OutputStream stream) {
        return new PrintStream(stream, true, written());
    }

    /** The charset is named: around a PrintStream, Java 17 would take the default one and not the stream's. */
    public PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, written()), true);
    }

    /** From Java 22 on there may be a console where there is no terminal, and a method that tells. */
    private static boolean isInteractive(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException older) {
            return true;
        }
    }
}
