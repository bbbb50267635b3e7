package org.mailroom.bench;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The least that anybody must do who fetches mail and does not lose it: plain Jakarta Mail with the desk's own settings,
 * each mail whole (BODY.PEEK) into a file of its own, fsynced. No hash, no journal, nothing read.
 */
final class Floor {
    private Floor() {}

    /** @return mails a second, connecting and listing not counted */
    static double run(MailServer server, String user, Path folder) throws IOException, MessagingException {
        Files.createDirectories(folder);
        Properties properties = new Properties();
        properties.put("mail.imap.fetchsize", Integer.toString(1024 * 1024));
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.connectionpoolsize", "1");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", server.port(), user, server.password());
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                Message[] messages = inbox.getMessages();
                FetchProfile profile = new FetchProfile();
                profile.add(UIDFolder.FetchProfileItem.UID);
                profile.add(FetchProfile.Item.SIZE);
                profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
                inbox.fetch(messages, profile);
                long start = System.nanoTime();
                for (Message message : messages) {
                    keep((IMAPMessage) message, folder.resolve(message.getMessageNumber() + ".eml"));
                }
                return messages.length / ((System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static void keep(IMAPMessage message, Path file) throws IOException, MessagingException {
        message.setPeek(true);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                InputStream body = message.getMimeStream()) {
            OutputStream out = Channels.newOutputStream(channel);
            byte[] buffer = new byte[64 * 1024];
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                out.write(buffer, 0, n);
            }
            channel.force(true);
        }
    }
}
