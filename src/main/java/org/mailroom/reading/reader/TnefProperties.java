package org.mailroom.reading.reader;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mailroom.reading.Reading;

/**
 * What the property list of an attachment says ([MS-OXTNEF] 2.1.3.4), as far as it is needed.
 *
 * @param fileName its long name
 * @param name what Outlook shows for it
 * @param shownInText whether it has a content id
 * @param mail the octets of an attached mail, TNEF again
 */
record TnefProperties(Optional<String> fileName, Optional<String> name, boolean shownInText, Optional<byte[]> mail) {
    private static final int LONG_FILE_NAME = 0x3707;
    private static final int DISPLAY_NAME = 0x3001;
    private static final int CONTENT_ID = 0x3712;
    private static final int OBJECT = 0x3701;

    private static final int MULTIPLE = 0x1000;
    private static final int NAMED = 0x8000;
    private static final int GUID = 16;

    /** @throws Refusal if the list lies about its lengths */
    static TnefProperties read(byte[] list, EntryNames names) throws IOException {
        try {
            return new Reader(ByteBuffer.wrap(list).order(ByteOrder.LITTLE_ENDIAN), names).read();
        } catch (BufferUnderflowException | IllegalArgumentException lies) {
            throw new Refusal(Reading.Reason.UNREADABLE);
        }
    }

    private static final class Reader {
        private final ByteBuffer in;
        private final EntryNames names;
        private Optional<String> fileName = Optional.empty();
        private Optional<String> name = Optional.empty();
        private boolean shownInText;
        private Optional<byte[]> mail = Optional.empty();

        Reader(ByteBuffer in, EntryNames names) {
            this.in = in;
            this.names = names;
        }

        TnefProperties read() throws Refusal {
            int count = in.getInt();
            for (int i = 0; i < count && in.hasRemaining(); i++) {
                int type = in.getShort() & 0xffff;
                int id = in.getShort() & 0xffff;
                if (id >= NAMED) {
                    skipPropertyName();
                }
                property(id, type);
            }
            return new TnefProperties(fileName, name, shownInText, mail);
        }

        private void skipPropertyName() {
            in.position(in.position() + GUID);
            boolean string = in.getInt() != 0;
            int length = string ? in.getInt() : Integer.BYTES;
            skip(length);
        }

        private void property(int id, int type) throws Refusal {
            boolean multiple = (type & MULTIPLE) != 0;
            int kind = type & ~MULTIPLE;
            int fixed = fixedLength(kind);
            int values = multiple || fixed < 0 ? in.getInt() : 1;
            if (values < 0) {
                throw new Refusal(Reading.Reason.UNREADABLE);
            }
            for (int i = 0; i < values; i++) {
                int length = fixed < 0 ? in.getInt() : fixed;
                if (length < 0 || length > in.remaining()) {
                    throw new Refusal(Reading.Reason.UNREADABLE);
                }
                value(id, kind, length);
                skip(length);
            }
        }

        private void value(int id, int kind, int length) {
            switch (id) {
                case LONG_FILE_NAME -> fileName = text(kind, length);
                case DISPLAY_NAME -> name = text(kind, length);
                case CONTENT_ID -> shownInText = length > 2;
                case OBJECT -> {
                    // The octets of the object follow the identifier of its interface.
                    if (kind == 0x000d && length > GUID) {
                        byte[] octets = new byte[length - GUID];
                        in.get(in.position() + GUID, octets);
                        mail = Optional.of(octets);
                    }
                }
                default -> {}
            }
        }

        private Optional<String> text(int kind, int length) {
            byte[] raw = new byte[length];
            in.get(in.position(), raw);
            String text = switch (kind) {
                case 0x001f -> new String(raw, StandardCharsets.UTF_16LE);
                case 0x001e -> names.decode(raw);
                default -> "";
            };
            return Optional.of(text.replaceAll("\0.*$", "")).filter(some -> !some.isBlank());
        }

        /** Values are padded to a multiple of four octets. */
        private void skip(int length) {
            in.position((int) Math.min(in.limit(), in.position() + (length + 3L) / 4 * 4));
        }

        /** @return octets of a value of this kind; -1 where each value brings its length */
        private static int fixedLength(int kind) throws Refusal {
            return switch (kind) {
                case 0x0000, 0x0001 -> 0;
                case 0x0002, 0x0003, 0x0004, 0x000a, 0x000b -> 4;
                case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
                case 0x0048 -> GUID;
                case 0x000d, 0x001e, 0x001f, 0x0102 -> -1;
                default -> throw new Refusal(Reading.Reason.UNREADABLE);
            };
        }
    }
}
