package org.mailroom.wiring;

import java.util.HexFormat;

/** The desk's own key: signs its Message-IDs, keys the identities of nominees. */
record DeskKey(byte[] octets) {
    /** Tells this desk's mails from another's; not secret. */
    String instance() {
        return HexFormat.of().formatHex(Sha.of(octets), 0, 8);
    }

    @Override
    public String toString() {
        return "DeskKey[withheld]";
    }
}
