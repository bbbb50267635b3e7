package org.mailroom.demo;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Date;
import org.mailroom.mailbox.Journal;

/**
 * An embedded mail server on loopback (GreenMail, SMTP and IMAP) that stamps whatever it delivers with the campaign's clock,
 * since the campaign lies in the past. Takes mail for every address; any password opens any mailbox.
 */
public final class PostOffice implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** GreenMail gives a server 2 s, which a machine that does much else can exceed. */
    private static final long START_MILLIS = 30_000;

    private final GreenMail server;
    private final int smtpPort;
    private final int imapPort;

    private PostOffice(GreenMail server, int smtpPort, int imapPort) {
        this.server = server;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /** Opens on the ports asked for, or on free ones where those are taken. 0 asks for any. */
    public static PostOffice open(int smtpPort, int imapPort, Clock campaignClock) {
        ServerSetup smtp = at(freeOr0(smtpPort), ServerSetup.PROTOCOL_SMTP);
        ServerSetup imap = at(freeOr0(imapPort), ServerSetup.PROTOCOL_IMAP);
        GreenMail server = new GreenMail(new ServerSetup[] {smtp, imap});
        server.start();
        UserManager users = server.getManagers().getUserManager();
        users.setAuthRequired(false);
        users.setMessageDeliveryHandler(stamping(users, server.getManagers().getImapHostManager(), campaignClock));
        return new PostOffice(
                server, server.getSmtp().getPort(), server.getImap().getPort());
    }

    /** For the desk that reads here: nobody is alarmed because a mailbox in memory was numbered anew. */
    public Journal newAtEachStart(Journal journal) {
        return new FreshMailbox(journal);
    }

    public int smtpPort() {
        return smtpPort;
    }

    public int imapPort() {
        return imapPort;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MessageDeliveryHandler stamping(UserManager users, ImapHostManager imap, Clock clock) {
        return (message, address) -> {
            GreenMailUser user = userOf(users, address.getEmail());
            InvocationHandler stamp = (proxy, method, arguments) -> {
                if (!method.getName().equals("deliver")) {
                    try {
                        return method.invoke(user, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
                append(imap, user, message.getMessage(), clock);
                return null;
            };
            return (GreenMailUser) Proxy.newProxyInstance(
                    PostOffice.class.getClassLoader(), new Class<?>[] {GreenMailUser.class}, stamp);
        };
    }

    private static void append(ImapHostManager imap, GreenMailUser user, MimeMessage message, Clock clock)
            throws FolderException, MessagingException {
        // GreenMail's own Received line carries the real date, which would contradict the campaign's.
        message.removeHeader("Received");
        imap.getInbox(user).appendMessage(message, new Flags(), Date.from(clock.instant()));
    }

    private static GreenMailUser userOf(UserManager users, String address) throws UserException {
        GreenMailUser user = users.getUserByEmail(address);
        return user == null ? users.createUser(address, address, address) : user;
    }

    private static ServerSetup at(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, LOOPBACK, protocol);
        setup.setServerStartupTimeout(START_MILLIS);
        return setup;
    }

    /**
     * 0 stands for any port, which the server takes itself: between a port looked up and the server's start another
     * could take it.
     */
    private static int freeOr0(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getByName(LOOPBACK))) {
            return wanted == 0 ? 0 : socket.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}
