package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.Optional;
import org.mailroom.reading.Reading;

/** Walks through an attachment to the one file of a name, and does something with it; others are passed over. */
final class Sought<T> implements LocalReader.Plain {
    private final String name;
    private final Look<T> look;
    private Optional<T> found = Optional.empty();
    private Optional<Ocr.Failure> failure = Optional.empty();

    /** What is done with the file. */
    @FunctionalInterface
    interface Look<T> {
        T at(Held held, FileType type) throws IOException;
    }

    Sought(String name, Look<T> look) {
        this.name = name;
        this.look = look;
    }

    @Override
    public Reading read(LocalReader.Item item, FileType type) throws IOException {
        FileType pictured = type.pictured();
        if (found.isEmpty() && pictured.picture() && wants(item)) {
            try {
                found = Optional.of(look.at(item.held(), pictured));
            } catch (Ocr.Failure ours) {
                failure = Optional.of(ours);
            }
        }
        return new Reading.Unchecked(type.key());
    }

    @Override
    public boolean wants(LocalReader.Item item) {
        return item.name().equals(name) || PastedPages.in(item.name(), name);
    }

    /** @throws Ocr.Failure if it was found and our own recogniser failed */
    Optional<T> found() throws Ocr.Failure {
        if (failure.isPresent()) {
            throw failure.get();
        }
        return found;
    }
}
