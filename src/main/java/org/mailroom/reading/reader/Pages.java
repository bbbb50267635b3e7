package org.mailroom.reading.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;

/** Single pages of paper files: their text recognised, their picture shown. */
final class Pages {
    /** Longer side of what is recognised: an A4 page at 125 dpi. */
    private static final int RECOGNISED_SIDE = 1460;

    /** An A3 page at 200 dpi; no screen shows more. */
    private static final int LARGEST_SIDE = 3308;

    private final Scans scans;
    private final Supplier<Optional<Ocr>> loader;
    private Optional<Optional<Ocr>> loaded = Optional.empty();

    /** @param loader asked once, when the first page is to be recognised */
    Pages(Scans scans, Supplier<Optional<Ocr>> loader) {
        this.scans = scans;
        this.loader = loader;
    }

    private synchronized Optional<Ocr> ocr() {
        if (loaded.isEmpty()) {
            loaded = Optional.of(loader.get());
        }
        return loaded.get();
    }

    /** The page with its lines; without them if it cannot be recognised here. */
    ScanPage recognise(Held held, FileType type, int number) throws IOException {
        if (!Scans.opens(type)) {
            return ScanPage.unseen(number);
        }
        try {
            return scans.with(held, type, (file, effort) -> recognise(file, number));
        } catch (Held.DiskFailure ours) {
            throw ours;
        } catch (Ocr.Failure ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return ScanPage.unseen(number);
        }
    }

    private ScanPage recognise(ScanFile file, int number) throws IOException {
        if (number < 1 || number > file.pages()) {
            return ScanPage.unseen(number);
        }
        ScanPage seen = file.look(number);
        if (seen.text() != Text.OPEN) {
            return seen;
        }
        Optional<Ocr> ocr = ocr();
        if (ocr.isPresent()) {
            Recognition recognition = Recognition.of(ocr.get(), file.picture(number, RECOGNISED_SIDE));
            if (!recognition.lines().isEmpty()) {
                return recognition.on(seen);
            }
        }
        List<Line> guessed = file.guessed(number);
        return new ScanPage(
                number,
                seen.width(),
                seen.height(),
                seen.dpi(),
                seen.turned(),
                seen.blank(),
                seen.colour(),
                seen.seals(),
                guessed.isEmpty() ? Text.NONE : Text.RECOGNISED,
                guessed);
    }

    /** The page as PNG; empty if it cannot be shown. */
    Optional<byte[]> picture(Held held, FileType type, int number, int width) throws IOException {
        if (!Scans.opens(type)) {
            return Optional.empty();
        }
        try {
            return scans.with(held, type, (file, effort) -> picture(file, number, width));
        } catch (Held.DiskFailure ours) {
            throw ours;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> picture(ScanFile file, int number, int width) throws IOException {
        if (number < 1 || number > file.pages() || width < 1) {
            return Optional.empty();
        }
        ScanPage page = file.named(number);
        double shape = page.width() == 0 ? 1 : Math.max(1, (double) page.height() / page.width());
        Pixels pixels = file.picture(number, Math.min(LARGEST_SIDE, (int) Math.ceil(width * shape)));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(pixels.image(), "png", png);
        return Optional.of(png.toByteArray());
    }
}
