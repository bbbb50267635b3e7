package org.mailroom.wiring;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.desk.command.Exit;

/** What a desk stands on and lacks at its start: a database that answers, a disk with room that may be written. */
final class GroundFault {
    private static final String DATABASE =
            "Check spring.datasource.url, username and password in mailroom.yaml, and that the database server runs.";
    private static final String DISK =
            "Give the account that runs the desk the right to write there, or name another mailroom.data.";

    private GroundFault() {}

    static StartFault.@Nullable Known in(Throwable failure) {
        StartFault.Known found = null;
        // the innermost says most
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            StartFault.Known known = of(cause);
            found = known == null ? found : known;
        }
        return found;
    }

    private static StartFault.@Nullable Known of(Throwable cause) {
        if (cause instanceof IOException && isFull(cause)) {
            return new StartFault.Known(
                    Exit.BROKEN,
                    "The disk of the data folder is full.",
                    "Make room there, or name another mailroom.data; nothing that was committed is lost.");
        }
        if (cause instanceof FileSystemException file) {
            return new StartFault.Known(
                    Exit.BROKEN, file.getFile() + " cannot be written or read (" + reason(file) + ").", DISK);
        }
        // SQL standard, class 28: invalid authorisation; class 08: connection exception
        if (cause instanceof SQLException refused && state(refused).startsWith("28")) {
            return new StartFault.Known(Exit.UNREACHABLE, "The database refuses the user or the password.", DATABASE);
        }
        if (cause instanceof SQLException unreachable && state(unreachable).startsWith("08")) {
            return new StartFault.Known(Exit.UNREACHABLE, "The database server cannot be reached.", DATABASE);
        }
        // class 3D: invalid catalog name
        if (cause instanceof SQLException nowhere && state(nowhere).startsWith("3D")) {
            return new StartFault.Known(
                    Exit.UNREACHABLE, "The database server has no database of that name.", DATABASE);
        }
        return null;
    }

    private static String state(SQLException fault) {
        return String.valueOf(fault.getSQLState());
    }

    private static String reason(FileSystemException file) {
        return file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
    }

    /** Linux and macOS; their quotas and limits; Windows. */
    private static boolean isFull(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(
                        "no space left on device",
                        "disk quota exceeded",
                        "file too large",
                        "not enough space on the disk")
                .anyMatch(message::contains);
    }
}
