package org.mailroom.reading;

import java.io.IOException;
import java.util.List;
import org.mailroom.message.Part;

/** Reads one attachment. The one place that opens what a sender sent, so that it can live in a process of its own. */
@FunctionalInterface
public interface PartReader {
    /**
     * Reads the part; whatever is wrong with its content is a {@link Reading}, never an exception.
     *
     * @return one file, or one for each file of an archive, in the order of the archive
     * @throws IOException if our own storage fails: the part is not at fault and can be read again
     */
    List<ReadFile> read(Part part) throws IOException;
}
