package org.mailroom.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.angus.mail.util.DecodingException;

/** A decoder of the library that ends where it can read no further, instead of throwing. */
final class Patient extends FilterInputStream {
    private boolean broken;

    Patient(InputStream in) {
        super(in);
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public int read() throws IOException {
        try {
            return broken ? -1 : super.read();
        } catch (DecodingException unreadable) {
            broken = true;
            return -1;
        }
    }

    @Override
    public int read(byte[] out, int from, int length) throws IOException {
        try {
            return broken ? -1 : super.read(out, from, length);
        } catch (DecodingException unreadable) {
            broken = true;
            return -1;
        }
    }
}
