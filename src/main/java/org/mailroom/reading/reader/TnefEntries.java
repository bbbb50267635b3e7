package org.mailroom.reading.reader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.mailroom.reading.Reading;

/**
 * The attachments in a winmail.dat ([MS-OXTNEF]): a row of attributes, each with its level, kind, length and checksum. An
 * attached mail is TNEF again and so an entry of that format.
 */
final class TnefEntries implements Entries {
    /** The signature and the key that stand before the first attribute. */
    private static final int HEADER = 6;

    /** Level, kind and type, length. */
    private static final int ATTRIBUTE = 9;

    private static final int CHECKSUM = 2;
    private static final int OF_ATTACHMENT = 2;
    private static final int TITLE = 0x8010;
    private static final int OCTETS = 0x800f;
    private static final int RENDER_DATA = 0x9002;
    private static final int PROPERTIES = 0x9005;

    /** Properties of one attachment; its octets may be among them if it is a mail. */
    private static final int LONGEST_PROPERTIES = 32 << 20;

    /** A mail has a few dozen; each attachment five or six. */
    private static final int MOST_ATTRIBUTES = 20_000;

    private static final int LONGEST_TITLE = 4096;

    private final Held held;
    private final EntryNames names;
    private final Iterator<Draft> attachments;
    private final boolean cut;

    /** Where the octets of an attachment lie, and what it is called. */
    private static final class Draft {
        private String title = "";
        private long at;
        private int length;
        private Optional<TnefProperties> properties = Optional.empty();
    }

    TnefEntries(Held held, EntryNames names) throws IOException {
        this.held = held;
        this.names = names;
        List<Draft> drafts = new ArrayList<>();
        this.cut = !scan(drafts);
        this.attachments = drafts.iterator();
    }

    /** @return false if it ends within an attribute: what was whole before stands */
    private boolean scan(List<Draft> drafts) throws IOException {
        int count = 0;
        for (long at = HEADER; at < held.size(); ) {
            if (++count > MOST_ATTRIBUTES) {
                throw new Refusal(Reading.Reason.OVER_LIMIT);
            }
            byte[] head = held.piece(at, (int) Math.min(ATTRIBUTE, held.size() - at));
            if (head.length < ATTRIBUTE) {
                // Some mailers end the file with a line feed.
                return head[0] == '\r' || head[0] == '\n' || head[0] == 0;
            }
            ByteBuffer attribute = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            int level = attribute.get();
            int kind = attribute.getShort() & 0xffff;
            attribute.getShort();
            int length = attribute.getInt();
            long from = at + ATTRIBUTE;
            if (length < 0 || from + length > held.size()) {
                return false;
            }
            if (level == OF_ATTACHMENT) {
                attachment(drafts, kind, from, length);
            }
            at = from + length + CHECKSUM;
        }
        return true;
    }

    private void attachment(List<Draft> drafts, int kind, long from, int length) throws IOException {
        if (kind == RENDER_DATA || drafts.isEmpty()) {
            drafts.add(new Draft());
        }
        Draft draft = drafts.get(drafts.size() - 1);
        switch (kind) {
            case TITLE -> draft.title = names.decode(held.piece(from, Math.min(length, LONGEST_TITLE)));
            case OCTETS -> {
                draft.at = from;
                draft.length = length;
            }
            case PROPERTIES -> {
                if (length > LONGEST_PROPERTIES) {
                    throw new Refusal(Reading.Reason.OVER_LIMIT);
                }
                draft.properties = Optional.of(TnefProperties.read(held.piece(from, length), names));
            }
            default -> {}
        }
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (attachments.hasNext()) {
            return Optional.of(entry(attachments.next()));
        }
        if (cut) {
            throw new EOFException();
        }
        return Optional.empty();
    }

    private Entry entry(Draft draft) {
        Optional<TnefProperties> properties = draft.properties;
        Optional<byte[]> mail = properties.flatMap(TnefProperties::mail);
        String title = draft.title.replaceAll("\0.*$", "");
        if (mail.isPresent()) {
            byte[] octets = mail.get();
            String name = properties.flatMap(TnefProperties::name).orElse(title) + ".dat";
            return new Entry(name, Kind.FILE, octets.length, 0, OptionalLong.empty(), out -> out.write(octets));
        }
        String name = properties.flatMap(TnefProperties::fileName).orElse(title);
        boolean shownInText = properties.map(TnefProperties::shownInText).orElse(false);
        Kind kind = Decoration.is(name, draft.length, shownInText) ? Kind.DECORATION : Kind.FILE;
        return new Entry(
                name,
                kind,
                draft.length,
                0,
                OptionalLong.empty(),
                out -> out.write(held.piece(draft.at, draft.length)));
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
