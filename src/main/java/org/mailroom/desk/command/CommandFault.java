package org.mailroom.desk.command;

import java.util.List;

/** Why a command cannot do what it was asked: one line for the person who asked. */
public final class CommandFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String NO_BOOKS = "no-books";

    private final int exit;
    private final transient List<Object> values;

    private CommandFault(int exit, String key, Object... values) {
        super(key);
        this.exit = exit;
        this.values = List.of(values);
    }

    /** Asked for wrongly. */
    public static CommandFault usage(String key, Object... values) {
        return new CommandFault(Exit.USAGE, key, values);
    }

    /** Nobody answers. */
    public static CommandFault unreachable(String key, Object... values) {
        return new CommandFault(Exit.UNREACHABLE, key, values);
    }

    /** No desk was ever started with this data folder. */
    public static CommandFault noBooks(Object data) {
        return unreachable(NO_BOOKS, data);
    }

    /** The installation is not in order. */
    public static CommandFault broken(String key, Object... values) {
        return new CommandFault(Exit.BROKEN, key, values);
    }

    /** Whether no desk was ever started there. */
    boolean noBooks() {
        return NO_BOOKS.equals(getMessage());
    }

    int exit() {
        return exit;
    }

    /** In the words of the bundle. */
    String line(Wording words) {
        return words.of("fault." + getMessage(), values.toArray());
    }
}
