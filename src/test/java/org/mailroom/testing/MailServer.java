package org.mailroom.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real mail server on loopback, on a port that it takes itself. */
public final class MailServer {
    /** GreenMail gives a server 2 s, which a machine that does much else can exceed. */
    private static final long START_MILLIS = 60_000;

    private MailServer() {}

    /** Not started yet. */
    public static GreenMail imap() {
        return speaking(ServerSetup.PROTOCOL_IMAP);
    }

    /** Not started yet. */
    public static GreenMail smtp() {
        return speaking(ServerSetup.PROTOCOL_SMTP);
    }

    private static GreenMail speaking(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(START_MILLIS);
        return new GreenMail(setup);
    }
}
