package org.mailroom.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.mailroom.reading.reader.Parts;
import org.mailroom.reading.reader.TroubledReader;
import org.mailroom.testing.TestClassPath;

/** A desk that is to be killed while its reader is over a part that it will never be done with, or while it waits for one. */
final class HoldingDesk {
    static final String HOLDING = "holding";

    private HoldingDesk() {}

    /** @param arguments the folder of the readers, a folder for the test reader's marks, the name of the part */
    public static void main(String[] arguments) throws IOException {
        ReaderPool pool = new ReaderPool(
                TestClassPath.reader(TroubledReader.class, arguments[1]),
                ReaderSettings.standard(),
                ReadingLimits.standard(),
                StandardCharsets.UTF_8,
                Path.of(arguments[0]));
        pool.read(Parts.text(TroubledReader.TELLS, "a"));
        System.out.println(HOLDING);
        pool.read(Parts.text(arguments[2], "a"));
        while (System.in.read() >= 0) {
            // until it is killed
        }
    }
}
