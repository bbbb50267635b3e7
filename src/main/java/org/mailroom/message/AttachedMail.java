package org.mailroom.message;

import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.mailroom.custody.RawOctets;

/** Opens a mail that came as a file, in an archive for example. Only what is attached to it counts: it says nothing of who sent it. */
public final class AttachedMail {
    private final Node.Words words;
    private final Tree tree;

    /** @param unlabelled charset of 8-bit text without a label that is no UTF-8 */
    public AttachedMail(Charset unlabelled) {
        words = Node.Words.of(new TextDecoder(unlabelled));
        tree = new Tree(words);
    }

    /**
     * What is attached.
     *
     * @param parts without decoration; a mail attached to the mail is one part, closed
     * @param whole false if there is more than is ever looked at
     */
    public record Opened(List<Part> parts, boolean whole) {
        public Opened {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Opens a mail in a file; its parts read the file each time, so it must stay.
     *
     * @throws IOException if the file cannot be read; the mail itself may be anything
     */
    public Opened open(Path file) throws IOException {
        return open(() -> RawOctets.open(file));
    }

    /** @throws IOException never for octets in memory, but the caller cannot know */
    public Opened open(byte[] octets) throws IOException {
        return open(() -> new SharedByteArrayInputStream(octets));
    }

    private Opened open(Walk.OpenRaw raw) throws IOException {
        try (InputStream mail = raw.open()) {
            Walk walk = new Walk(tree, words, raw, 0);
            walk.walk(tree.root(mail));
            return new Opened(walk.parts(), walk.isWhole());
        }
    }
}
