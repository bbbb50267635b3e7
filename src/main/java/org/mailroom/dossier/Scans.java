package org.mailroom.dossier;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.mailroom.dossier.AssignedParts.PartRow;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.message.OpenedMail;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.ScanPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads scans page by page, a run of the file's job a page, so that a long scan is slow and never a time-out (DESIGN 4). */
public final class Scans {
    /** The job; its id is the file's. */
    public static final String JOB = "scan";

    private static final Logger LOG = LoggerFactory.getLogger(Scans.class);

    private final Means means;
    private final AssignedParts parts;
    private final ScanPages pages;
    private final ScanFiling filing;
    private final TransactionTemplate transaction;
    private final Clock machineClock;

    /**
     * What scans are read with.
     *
     * @param mails opens a kept mail again
     */
    public record Means(ScanRecogniser recogniser, PageReader reader, LongFunction<OpenedMail> mails) {
        /** Of a room that is only looked into: it reads no page and opens no mail. */
        public static Means none(ScanRecogniser recogniser) {
            return new Means(recogniser, new Unread(), mail -> {
                throw new IllegalStateException("no mail is opened here");
            });
        }
    }

    private static final class Unread implements PageReader {
        @Override
        public ScanPage recognise(Part part, String name, int page) {
            throw new IllegalStateException("no page is read here");
        }

        @Override
        public Optional<byte[]> picture(Part part, String name, int page, int width) {
            throw new IllegalStateException("no page is shown here");
        }
    }

    Scans(
            Means means,
            AssignedParts parts,
            ScanPages pages,
            ScanFiling filing,
            TransactionTemplate transaction,
            Clock machineClock) {
        this.means = means;
        this.parts = parts;
        this.pages = pages;
        this.filing = filing;
        this.transaction = transaction;
        this.machineClock = machineClock;
    }

    /**
     * Reads the file's next page; after the last, the file is put where it belongs.
     *
     * @param partId from the job
     * @return when to read the next page; null after the last
     * @throws IOException if our own storage or the reader's process fails: the page can be read again
     */
    public @Nullable Instant read(String partId) throws IOException {
        long part = Long.parseLong(partId);
        Optional<ScanPage> open = pages.next(part);
        Optional<ScanPage> page = open.isPresent() ? Optional.of(recognised(part, open.get())) : Optional.empty();
        return settled(part, page) ? null : machineClock.instant();
    }

    /**
     * The last page and what follows from the file are one step: a receipt written between the two would call missing what
     * lies on that page.
     *
     * @return false while the file has pages still to be read
     */
    private boolean settled(long part, Optional<ScanPage> page) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            page.ifPresent(read -> pages.read(part, read));
            if (pages.next(part).isPresent()) {
                return false;
            }
            filing.finished(part);
            return true;
        }));
    }

    /** Outside any transaction: it takes seconds. */
    private ScanPage recognised(long partId, ScanPage open) throws IOException {
        PartRow row = parts.find(partId, "").orElseThrow();
        Optional<Part> part = means.mails().apply(row.mailId()).parts().stream()
                .filter(one -> one.path().equals(row.path()))
                .findFirst();
        if (part.isEmpty()) {
            return open.unread();
        }
        ScanPage read = means.reader().recognise(part.get(), row.name(), open.number());
        // what was seen of it before stays, if nothing could be seen of it now
        return read.width() == 0 ? open.unread() : read;
    }

    /**
     * A page that cannot be read is left to a person; the file's other pages are read.
     *
     * @return whether there are any
     */
    public boolean giveUp(String partId) {
        long part = Long.parseLong(partId);
        Optional<ScanPage> page = pages.next(part);
        page.ifPresent(open -> LOG.warn("page {} of file {} is given up", open.number(), partId));
        return !settled(part, page.map(ScanPage::unread));
    }
}
