package org.mailroom.reading.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a JPEG says of itself before its pixels (ITU-T T.81 B.2, JFIF 1.02, Exif 2.3 section 4).
 *
 * @param components 1 grey, 3 colour, 4 four inks; 0 if it is not said
 * @param orientation Exif 1 to 8
 * @param dpi 0 if it is not said
 */
record JpegHead(int components, int orientation, int dpi) {
    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011a;
    private static final int RESOLUTION_UNIT = 0x0128;

    static JpegHead of(byte[] octets) {
        Draft draft = new Draft();
        int at = 2;
        while (at + 4 <= octets.length && (octets[at] & 0xff) == 0xff) {
            int marker = octets[at + 1] & 0xff;
            int length = (octets[at + 2] & 0xff) << 8 | octets[at + 3] & 0xff;
            if (marker == 0xda || length < 2 || at + 2 + length > octets.length) {
                break;
            }
            draft.segment(marker, ByteBuffer.wrap(octets, at + 4, length - 2).slice());
            at += 2 + length;
        }
        return new JpegHead(draft.components, draft.orientation, draft.dpi);
    }

    /** Degrees clockwise that put it upright. */
    static int turned(int orientation) {
        return switch (orientation) {
            case 3, 4 -> 180;
            case 6, 7 -> 90;
            case 5, 8 -> 270;
            default -> 0;
        };
    }

    /** Whether left and right are exchanged, before it is turned. */
    static boolean mirrored(int orientation) {
        return orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
    }

    private static final class Draft {
        private int components;
        private int orientation = 1;
        private int dpi;

        void segment(int marker, ByteBuffer content) {
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
            if (frame && content.remaining() > 5) {
                components = content.get(5);
            } else if (marker == 0xe0 && startsWith(content, "JFIF\0") && content.remaining() >= 12) {
                int density = Short.toUnsignedInt(content.getShort(8));
                int unit = content.get(7);
                dpi = unit == 1 ? density : unit == 2 ? (int) Math.round(density * 2.54) : dpi;
            } else if (marker == 0xe1 && startsWith(content, "Exif\0\0")) {
                exif(content.position(6).slice());
            }
        }

        private static boolean startsWith(ByteBuffer content, String text) {
            byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < expected.length; i++) {
                if (content.limit() <= i || content.get(i) != expected[i]) {
                    return false;
                }
            }
            return true;
        }

        private void exif(ByteBuffer tiff) {
            if (tiff.remaining() < 14) {
                return;
            }
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            if (directory < 8 || directory + 2 > tiff.limit()) {
                return;
            }
            int count = Short.toUnsignedInt(tiff.getShort(directory));
            double resolution = 0;
            int unit = 2;
            for (int i = 0; i < count && directory + 14 + i * 12 <= tiff.limit(); i++) {
                int entry = directory + 2 + i * 12;
                int tag = Short.toUnsignedInt(tiff.getShort(entry));
                if (tag == ORIENTATION) {
                    orientation = Short.toUnsignedInt(tiff.getShort(entry + 8));
                } else if (tag == RESOLUTION_UNIT) {
                    unit = Short.toUnsignedInt(tiff.getShort(entry + 8));
                } else if (tag == X_RESOLUTION) {
                    resolution = rational(tiff, tiff.getInt(entry + 8));
                }
            }
            if (dpi == 0 && resolution > 0) {
                dpi = (int) Math.round(unit == 3 ? resolution * 2.54 : resolution);
            }
        }

        private static double rational(ByteBuffer tiff, int at) {
            if (at < 0 || at + 8 > tiff.limit() || tiff.getInt(at + 4) == 0) {
                return 0;
            }
            return (double) tiff.getInt(at) / tiff.getInt(at + 4);
        }
    }
}
