package org.mailroom.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.message.Part;
import org.mailroom.reading.wire.Json;
import org.mailroom.reading.wire.Read;
import org.mailroom.reading.wire.Request;
import org.mailroom.reading.wire.Request.Attached;
import org.mailroom.reading.wire.Request.Verb;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in processes of their own, so that whatever a file does to its reader, the desk goes on. A part over which the reader ends
 * twice is for a person ({@link Reading.Unchecked#STOPPED}).
 */
public final class ReaderPool implements PartReader, PageReader, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);
    private static final int ATTEMPTS = 2;

    private final ReaderSettings settings;
    private final ReadingLimits limits;
    private final Charset oldNames;
    private final Json json = new Json();
    private final Readers readers;

    /**
     * Starts nothing yet.
     *
     * @param parent where this pool makes a folder for its readers' temporary files; what killed desks have left there is removed
     * @param oldNames charset of archive entry names that are no UTF-8, for example GB18030
     */
    public ReaderPool(
            ReaderProgram program, ReaderSettings settings, ReadingLimits limits, Charset oldNames, Path parent)
            throws IOException {
        this.settings = settings;
        this.limits = limits;
        this.oldNames = oldNames;
        this.readers = new Readers(program, settings, ReaderFolder.below(parent), json);
    }

    @Override
    public List<ReadFile> read(Part part) throws IOException {
        Optional<Read.All> read = ask(Verb.READ, part, "", 0, 0, settings.part(), Read.All.class);
        List<ReadFile> files = read.isPresent() ? read.get().in(part) : List.of(stopped(part));
        return settings.recognise()
                ? files
                : files.stream().map(ReadFile::unrecognised).toList();
    }

    @Override
    public ScanPage recognise(Part part, String name, int page) throws IOException {
        return ask(Verb.RECOGNISE, part, name, page, 0, settings.page(), ScanPage.class)
                .orElseGet(() -> ScanPage.unseen(page));
    }

    @Override
    public Optional<byte[]> picture(Part part, String name, int page, int width) throws IOException {
        return ask(Verb.PICTURE, part, name, page, width, settings.page(), byte[].class)
                .filter(octets -> octets.length > 0);
    }

    /** @return empty if the reader has ended over it as often as it may */
    private <T> Optional<T> ask(
            Verb verb, Part part, String entry, int page, int width, Duration longest, Class<T> answer)
            throws IOException {
        Request request = new Request(verb, Attached.of(part), entry, page, width, limits, oldNames.name());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return readers.lend(reader -> understood(reader.ask(request, part.content(), longest), answer))
                        .value();
            } catch (ReaderEnded ended) {
                LOG.warn(
                        "the reader ended over {} ({}, attempt {} of {}, {})",
                        octetsOf(part).sha256(),
                        verb,
                        attempt,
                        ATTEMPTS,
                        ended.why());
            }
        }
        return Optional.empty();
    }

    /** What is thrown later, when the process has been given back: it is not at fault. */
    private record Understood<T>(String fault, Optional<T> said) {
        Optional<T> value() throws IOException {
            if (!fault.isEmpty()) {
                throw new IOException("the reader's own storage fails: " + fault);
            }
            return said;
        }
    }

    private <T> Understood<T> understood(ReaderProcess.Answer answer, Class<T> type) throws ReaderEnded {
        if (!answer.fault().isEmpty()) {
            return new Understood<>(answer.fault(), Optional.empty());
        }
        try {
            byte[] octets = answer.octets();
            T said = type == byte[].class ? type.cast(octets) : json.value(octets, type);
            return new Understood<>("", Optional.of(said));
        } catch (StreamCorruptedException nonsense) {
            throw new ReaderEnded(Ended.CRASH);
        }
    }

    private static ReadFile stopped(Part part) throws IOException {
        Octets octets = octetsOf(part);
        return new ReadFile(
                part,
                part.fileName(),
                octets.size(),
                octets.sha256(),
                new Reading.Unchecked(Reading.Unchecked.STOPPED));
    }

    /** Its name may hold a person's: what is logged is its hash, which may not be known yet. */
    private static Octets octetsOf(Part part) throws IOException {
        if (!part.sha256().isEmpty()) {
            return new Octets(part.size(), part.sha256());
        }
        try (InputStream in = part.content().open()) {
            return Octets.of(in);
        }
    }

    /** The processes there are now, by their ids. */
    public List<Long> processes() {
        return readers.processes();
    }

    @Override
    public void close() throws IOException {
        readers.close();
    }
}
