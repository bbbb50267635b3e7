package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.mailroom.reading.Reading;

/** What one scan has asked of us so far. */
final class Effort {
    private final ScanLimits limits;
    private final long start = System.nanoTime();
    private int operators;

    Effort(ScanLimits limits) {
        this.limits = limits;
    }

    void startPage() {
        operators = 0;
    }

    void countOperator() throws Refusal {
        if (++operators > limits.operators()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    void countPixels(long width, long height) throws Refusal {
        if (width <= 0 || height <= 0) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
        if (width * height > limits.pixels()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    /** A picture in a PDF with the masks that lie over it, as their entries say; what they say of themselves is measured later. */
    void countPicture(PDImage image) throws IOException {
        countPixels(image.getWidth(), image.getHeight());
        if (image instanceof PDImageXObject object) {
            for (PDImageXObject mask : Arrays.asList(object.getSoftMask(), object.getMask())) {
                if (mask != null) {
                    countPixels(mask.getWidth(), mask.getHeight());
                }
            }
        }
    }

    void countPages(int pages) throws Refusal {
        if (pages > limits.pages()) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
    }

    boolean spent() {
        return System.nanoTime() - start > TimeUnit.SECONDS.toNanos(limits.seconds());
    }
}
