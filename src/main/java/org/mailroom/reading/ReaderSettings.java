package org.mailroom.reading;

import java.time.Duration;

/**
 * What the reader's processes may take.
 *
 * @param processes at most, 1 or 2; each is started when it is first needed
 * @param part longest time over one attachment, archives with all they hold
 * @param page longest time over one page of a scan
 * @param heapMegabytes of each process
 * @param recognise whether the text of scans is recognised (OCR); without it a scan is placed by its name or its text layer
 * @param residentMegabytes of each process, everything included; watched where the system tells it
 */
public record ReaderSettings(
        int processes, Duration part, Duration page, boolean recognise, int heapMegabytes, int residentMegabytes) {
    public static ReaderSettings standard() {
        return new ReaderSettings(2, Duration.ofSeconds(30), Duration.ofSeconds(15), true, 512, 1024);
    }
}
