package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.mailroom.reading.ReadingLimits;

/** Pictures of an RTF file, where its text shows them; held in memory, as they are never larger than the file. */
final class RtfPictures implements WordPictures {
    private final List<Shown> shown;

    RtfPictures(Held held) throws IOException {
        try (InputStream in = held.open()) {
            this.shown = new RtfFile(ReadingLimits.standard()).pictures(in);
        }
    }

    @Override
    public List<Shown> shown() {
        return shown;
    }

    @Override
    public void close() {
        // the file was read in one go
    }
}
