package org.mailroom.message;

import jakarta.activation.DataSource;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.SharedInputStream;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The MIME tree of stored mails, parsed in place. What cannot be parsed is a leaf, never an exception. */
final class Tree {
    /** Octets of an attached mail that was encoded and so must be held in memory; a larger one stays an attachment. */
    private static final int LARGEST_ENCODED_MAIL = 32 << 20;

    private final Session session = Session.getInstance(new Properties());
    private final Node.Words words;

    Tree(Node.Words words) {
        this.words = words;
    }

    /** @param raw should be a {@link SharedInputStream}; stays open as long as the tree is used */
    Node root(InputStream raw) throws IOException {
        return root("", raw, false);
    }

    /** Parts of a multipart, or what an attached mail holds; none for a leaf and for what cannot be parsed. */
    List<Node> children(Node node) throws IOException {
        if (node.isMultipart()) {
            return partsOf(node);
        }
        if (!isMail(node)) {
            return List.of();
        }
        Optional<Node> mail = attachedMail(node);
        return mail.isEmpty() ? List.of() : inside(mail.get());
    }

    /** What a mail holds: the parts of its multipart, or the one body as part 1. */
    List<Node> inside(Node mail) throws IOException {
        List<Node> parts = mail.isMultipart() ? partsOf(mail) : List.of();
        String path = mail.path().isEmpty() ? "1" : mail.path() + ".1";
        return parts.isEmpty()
                ? List.of(new Node(path, mail.headers(), mail.octets(), mail.truncated(), words))
                : parts;
    }

    boolean isMail(Node node) {
        return node.type().equals("message/rfc822")
                || node.type().equals("message/global")
                || node.fileName().toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    /** The mail inside a message/rfc822 or .eml part; empty if it is too large or is no mail. */
    Optional<Node> attachedMail(Node node) throws IOException {
        try {
            InputStream in = node.decoded().stream();
            if (!(in instanceof SharedInputStream)) {
                byte[] octets = in.readNBytes(LARGEST_ENCODED_MAIL);
                if (in.read() >= 0) {
                    return Optional.empty();
                }
                in = new SharedByteArrayInputStream(octets);
            }
            Node mail = root(node.path(), in, node.truncated());
            return mail.headers().lines().isEmpty() ? Optional.empty() : Optional.of(mail);
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    /** The node at a path that {@link #children} and {@link #inside} gave. */
    Optional<Node> find(Node root, String path) throws IOException {
        List<Node> level = inside(root);
        String done = "";
        for (String number : path.split("\\.", -1)) {
            String wanted = done.isEmpty() ? number : done + "." + number;
            Optional<Node> next =
                    level.stream().filter(node -> node.path().equals(wanted)).findFirst();
            if (next.isEmpty() || wanted.equals(path)) {
                return next;
            }
            level = children(next.get());
            done = wanted;
        }
        return Optional.empty();
    }

    private Node root(String path, InputStream in, boolean truncated) throws IOException {
        try {
            return Node.of(path, new MimeMessage(session, in), truncated, words);
        } catch (MessagingException unreadable) {
            throwIfIo(unreadable);
            return new Node(path, new Headers(List.of()), () -> in, truncated, words);
        }
    }

    private List<Node> partsOf(Node node) throws IOException {
        List<Node> parts = partsOf(node, false);
        return parts.isEmpty() ? partsOf(node, true) : parts;
    }

    private List<Node> partsOf(Node node, boolean guess) throws IOException {
        List<Node> parts = new ArrayList<>();
        try {
            Multipart multipart = new Multipart(source(node), guess);
            int count = multipart.getCount();
            boolean cut = !multipart.isComplete();
            for (int i = 0; i < count; i++) {
                BodyPart part = multipart.getBodyPart(i);
                String path = node.path().isEmpty() ? String.valueOf(i + 1) : node.path() + "." + (i + 1);
                Node child = Node.of(path, (MimeBodyPart) part, cut && i == count - 1, words);
                parts.add(node.type().equals("multipart/digest") ? child.asMailUnlessTyped() : child);
            }
        } catch (MessagingException unreadable) {
            throwIfIo(unreadable);
        }
        return parts;
    }

    private static void throwIfIo(MessagingException failure) throws IOException {
        if (failure.getNextException() instanceof IOException io) {
            throw io;
        }
    }

    /** A multipart whose boundary is guessed from its first line if the declared one finds nothing. */
    private static final class Multipart extends MimeMultipart {
        private final boolean guess;

        Multipart(DataSource source, boolean guess) throws MessagingException {
            super(source);
            this.guess = guess;
        }

        @Override
        protected void initializeProperties() {
            super.initializeProperties();
            ignoreExistingBoundaryParameter = guess;
        }
    }

    private static DataSource source(Node node) {
        String boundary = node.contentType().raw("boundary").orElse("");
        String type = boundary.isEmpty()
                ? "multipart/mixed"
                : "multipart/mixed; boundary=\"" + boundary.replaceAll("([\"\\\\])", "\\\\$1") + '"';
        return new DataSource() {
            @Override
            public InputStream getInputStream() throws IOException {
                try {
                    return node.octets().open();
                } catch (MessagingException unreadable) {
                    throw new IOException(unreadable);
                }
            }

            @Override
            public OutputStream getOutputStream() {
                throw new UnsupportedOperationException("a stored mail is never written");
            }

            @Override
            public String getContentType() {
                return type;
            }

            @Override
            public String getName() {
                return node.path();
            }
        };
    }
}
