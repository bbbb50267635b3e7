package org.mailroom.desk.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** One command line, as typed, and what came of it. */
record AskedCommand(int exit, String out, String err) {
    static AskedCommand english(Installation installation, Object... arguments) {
        return in(Locale.ENGLISH, installation, arguments);
    }

    static AskedCommand chinese(Installation installation, Object... arguments) {
        return in(Locale.CHINA, installation, arguments);
    }

    private static AskedCommand in(Locale language, Installation installation, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exit = Commands.run(
                new Console(new PrintWriter(out, true), new PrintWriter(err, true), language), installation, words);
        return new AskedCommand(exit, out.toString(), err.toString());
    }
}
