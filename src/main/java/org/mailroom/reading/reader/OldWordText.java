package org.mailroom.reading.reader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The text of a paragraph as a person sees it; special characters as in [MS-DOC] 2.8.25 and 2.4.1. */
final class OldWordText {
    private static final char OBJECT = 0x01;
    private static final char COMMENT = 0x05;
    private static final char DRAWN = 0x08;
    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATOR = 0x14;
    private static final char FIELD_END = 0x15;
    private static final char HYPHEN = 0x1e;

    /** Where a form field's own octets begin behind the header of a picture ([MS-DOC] 2.9.78, 2.9.157). */
    private static final int FORM_FIELD = 68;

    private final HWPFDocument document;
    private final Tally tally;
    private final SheetDraft draft;
    /** Fields that are open; a paragraph may end within one. */
    private final Deque<Field> fields = new ArrayDeque<>();

    OldWordText(HWPFDocument document, Tally tally, SheetDraft draft) {
        this.document = document;
        this.tally = tally;
        this.draft = draft;
    }

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean result;
        private String shown = "";
    }

    String of(Paragraph paragraph) throws Refusal {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            CharacterRun run = paragraph.getCharacterRun(i);
            if (run.isMarkedDeleted() || run.isMarkedInserted()) {
                draft.note("tracked-changes");
            }
            if (!run.isMarkedDeleted()) {
                run(run, text);
            }
        }
        return text.toString();
    }

    private void run(CharacterRun run, StringBuilder text) throws Refusal {
        String octets = run.text();
        tally.text(octets.length());
        if (run.isSymbol()) {
            if (!run.isVanished() && visible()) {
                String font =
                        run.getSymbolFont() == null ? "" : run.getSymbolFont().getMainFontName();
                text.append(Symbols.shown(font, Integer.toHexString(run.getSymbolCharacter())));
            }
            return;
        }
        StringBuilder plain = new StringBuilder();
        int offset = run.getStartOffset();
        for (int i = 0; i < octets.length(); i++) {
            character(octets.charAt(i), run, offset + i, plain);
        }
        String font = run.getFontName();
        text.append(Symbols.of(font == null ? "" : font).shown(plain.toString()));
    }

    private boolean visible() {
        return fields.stream().allMatch(field -> field.result);
    }

    private void character(char letter, CharacterRun run, int at, StringBuilder text) {
        switch (letter) {
            case FIELD_BEGIN -> fields.push(new Field());
            case FIELD_SEPARATOR -> separator();
            case FIELD_END -> end(text);
            default -> {
                Field field = fields.peek();
                if (field != null && !field.result) {
                    if (letter == OBJECT) {
                        field.shown = state(run);
                    } else {
                        field.code.append(letter);
                    }
                } else if (visible() && !run.isVanished()) {
                    text.append(shown(letter, run, at));
                }
            }
        }
    }

    private void separator() {
        Field field = fields.peek();
        if (field != null) {
            field.result = true;
            noted(field);
        }
    }

    private void end(StringBuilder text) {
        Field field = fields.poll();
        if (field == null) {
            return;
        }
        noted(field);
        if (visible() && code(field).startsWith("FORMCHECKBOX")) {
            text.append(field.shown.isEmpty() ? Symbols.OPEN : field.shown);
        }
    }

    private static String code(Field field) {
        return field.code.toString().strip().toUpperCase(Locale.ROOT);
    }

    private void noted(Field field) {
        if (ExternalFields.leadsOutside(code(field))) {
            draft.note("external-links");
        }
    }

    private String shown(char letter, CharacterRun run, int at) {
        return switch (letter) {
            case OBJECT -> {
                if (run.isOle2()) {
                    draft.note("embedded-objects");
                }
                yield String.valueOf(SheetDraft.PICTURE);
            }
            case DRAWN -> drawnPicture(at) ? String.valueOf(SheetDraft.PICTURE) : "";
            case COMMENT -> {
                draft.note("comments");
                yield "";
            }
            case 0x0b, 0x0c, 0x0e -> "\n";
            case HYPHEN -> "-";
            case '\t' -> "\t";
            default -> letter < ' ' ? "" : String.valueOf(letter);
        };
    }

    private boolean drawnPicture(int at) {
        try {
            OfficeDrawing drawing = document.getOfficeDrawingsMain().getOfficeDrawingAt(at);
            return drawing != null && drawing.getPictureData() != null;
        } catch (RuntimeException unknown) {
            // What is drawn there cannot be told; the text around it can.
            return false;
        }
    }

    /** The state of a check box, kept in the data stream: FFData, [MS-DOC] 2.9.78; 25 means as it was at first. */
    private String state(CharacterRun run) {
        byte[] data = document.getDataStream();
        long at = Integer.toUnsignedLong(run.getPicOffset()) + FORM_FIELD;
        if (data == null || at < 0 || at + 14 > data.length) {
            return "";
        }
        ByteBuffer field = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).position((int) at);
        if (field.getInt() != -1) {
            return "";
        }
        int bits = Short.toUnsignedInt(field.getShort());
        int chosen = bits >> 2 & 0x1f;
        if ((bits & 3) != 1) {
            return "";
        }
        // cch and hps are followed by the name with its end, then by the state at first.
        field.getInt();
        int name = Short.toUnsignedInt(field.getShort());
        int first = field.position() + 2 * name + 2;
        boolean atFirst = first + 2 <= data.length && field.getShort(first) == 1;
        return (chosen == 25 ? atFirst : chosen == 1) ? Symbols.TICKED : Symbols.OPEN;
    }
}
