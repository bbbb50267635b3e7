package org.mailroom.message;

import java.io.IOException;
import java.io.InputStream;

/** The decoded octets of a part; each call opens them anew from the stored mail. */
@FunctionalInterface
public interface Content {
    InputStream open() throws IOException;
}
