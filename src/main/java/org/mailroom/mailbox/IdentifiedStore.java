package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Map;
import java.util.Properties;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says who it is (ID, RFC 2971) on every connection before it logs in, and once more afterwards: 163 and its sister
 * services answer SELECT with "Unsafe Login" to a client that did not.
 */
final class IdentifiedStore extends IMAPStore {
    private static final Logger log = LoggerFactory.getLogger(IdentifiedStore.class);
    private static final Map<String, String> WHO = Map.of("name", "Mailroom", "version", "1", "vendor", "Mailroom");
    /** Octets of a mail in memory at a time; the default of 16 KiB is five times slower. */
    private static final String FETCH_BYTES = Integer.toString(1024 * 1024);

    private IdentifiedStore(Session session, String protocol) {
        super(session, null, protocol, protocol.equals("imaps"));
    }

    static IdentifiedStore of(MailboxSettings settings, Watchdog sockets) {
        MailboxSettings.Patience patience = settings.patience();
        String prefix = "mail." + settings.protocol() + ".";
        Properties properties = new Properties();
        properties.put(prefix + "socketFactory", sockets);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(
                prefix + "connectiontimeout", Long.toString(patience.connect().toMillis()));
        properties.put(prefix + "timeout", Long.toString(patience.read().toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(patience.write().toMillis()));
        properties.put(prefix + "fetchsize", FETCH_BYTES);
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "connectionpoolsize", "1");
        properties.put(prefix + "starttls.enable", "true");
        return new IdentifiedStore(Session.getInstance(properties), settings.protocol());
    }

    @Override
    protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
        if (protocol.hasCapability("ID")) {
            protocol.id(WHO);
        }
    }

    void identify() {
        try {
            if (hasCapability("ID")) {
                id(WHO);
            }
        } catch (MessagingException e) {
            // a server that minds refuses SELECT, and says why
            log.debug("the server took no ID", e);
        }
    }
}
