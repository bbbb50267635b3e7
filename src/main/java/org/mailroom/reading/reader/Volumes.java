package org.mailroom.reading.reader;

import java.util.Locale;
import java.util.regex.Pattern;
import org.mailroom.reading.Reading;

/** Names that packing programs give to the volumes of one archive in several: none can be opened alone. */
final class Volumes {
    private static final Pattern VOLUME =
            Pattern.compile("\\.(?:(?:7z|zip|rar|tar|gz)\\.\\d{3}|z\\d\\d|r\\d\\d|part\\d+\\.rar)$");

    private Volumes() {}

    static boolean named(String name) {
        return VOLUME.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** Why a file is refused: a volume looks cut off or broken to whoever knows only that one. */
    static Reading.Reason reason(String name, Reading.Reason seen) {
        boolean incomplete = seen == Reading.Reason.TRUNCATED || seen == Reading.Reason.UNREADABLE;
        return incomplete && named(name) ? Reading.Reason.SPLIT : seen;
    }
}
