package org.mailroom.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way in which people fill forms wrongly, in Word.
 *
 * @param heldOut chosen before anything was measured: nobody looks at its cases while the recogniser is tuned
 */
record Fault(String name, boolean heldOut, Maker maker) {
    @FunctionalInterface
    interface Maker {
        /** One or several files in which it can be seen. */
        List<CorpusCase> make(String name, Sample sample) throws IOException;
    }

    static Fault of(String name, Maker maker) {
        return new Fault(name, false, maker);
    }

    static Fault heldOut(String name, Maker maker) {
        return new Fault(name, true, maker);
    }

    static List<Fault> all() {
        return Stream.of(TypedFaults.all(), TableFaults.all(), DocumentFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    List<CorpusCase> cases(Sample sample) {
        try {
            List<CorpusCase> cases = new ArrayList<>();
            maker.make(name, sample).forEach(made -> cases.add(made.held(heldOut)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
