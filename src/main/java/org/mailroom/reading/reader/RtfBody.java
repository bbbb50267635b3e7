package org.mailroom.reading.reader;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.mailroom.reading.Sheet;

/** What the control words of an RTF file say: fonts, fields, changes, pictures; tables and paragraphs are {@link RtfFlow}'s. */
final class RtfBody {
    static final int NO_NUMBER = Integer.MIN_VALUE;
    private static final int LONGEST_CODE = 1000;
    private static final int AS_AT_FIRST = 25;

    private final Tally tally;
    private final SheetDraft draft = new SheetDraft();
    private final RtfFonts fonts = new RtfFonts();
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final Deque<RtfFlow> flows = new ArrayDeque<>();
    private final Deque<StringBuilder> codes = new ArrayDeque<>();
    private final List<RtfPicture> pictures = new ArrayList<>();
    private boolean keepsPictures;
    private int definedFont;
    private boolean checkBox;
    private int state = AS_AT_FIRST;
    private int stateAtFirst;
    private int width;
    private int height;

    RtfBody(Tally tally) {
        this.tally = tally;
        flows.push(new RtfFlow(draft, tally));
    }

    Sheet sheet() throws Refusal {
        while (flows.size() > 1) {
            closeBox();
        }
        flow().finish().forEach(draft::add);
        if (width > 0 && height > 0) {
            draft.page(new Sheet.Page(width, height));
        }
        return draft.sheet();
    }

    /** From now on; otherwise they are passed over. */
    void keepPictures() {
        keepsPictures = true;
    }

    List<WordPictures.Shown> pictures() {
        return pictures.stream().map(RtfPicture::shown).toList();
    }

    /** Whether the octets of the group are a picture that is asked for. */
    static boolean keeps(RtfGroup group) {
        return group.use == RtfGroup.Use.PICTURE;
    }

    void binary(byte[] octets) {
        picture().binary(octets);
    }

    private RtfPicture picture() {
        return pictures.get(pictures.size() - 1);
    }

    private RtfFlow flow() {
        return flows.element();
    }

    void octet(RtfGroup group, int octet) throws Refusal {
        switch (group.use) {
            case FONTS -> fonts.name(definedFont, (char) octet);
            case FIELD_CODE -> code((char) octet);
            case PICTURE -> picture().digit(octet);
            case TEXT, BOX -> {
                if (group.shown()) {
                    octets.write(octet);
                }
            }
            default -> {}
        }
    }

    void unicode(RtfGroup group, char letter) throws Refusal {
        flush(group);
        if (group.shown()) {
            show(fonts.symbols(font(group)).shown(String.valueOf(letter)));
        }
    }

    private int font(RtfGroup group) {
        return group.font < 0 ? fonts.first() : group.font;
    }

    private void show(String text) throws Refusal {
        tally.text(text.length());
        flow().text(text);
    }

    private void code(char letter) {
        StringBuilder code = codes.peek();
        if (code != null && code.length() < LONGEST_CODE) {
            code.append(letter);
        }
    }

    /** Ends a run of octets of one charset. */
    void flush(RtfGroup group) throws Refusal {
        if (octets.size() > 0) {
            byte[] run = octets.toByteArray();
            octets.reset();
            show(fonts.symbols(font(group)).shown(fonts.decode(font(group), run)));
        }
    }

    void end(RtfGroup group, RtfGroup outer) throws Refusal {
        flush(group);
        if (group.use == RtfGroup.Use.FIELD_CODE && outer.use != RtfGroup.Use.FIELD_CODE) {
            endOfCode();
        } else if (group.use == RtfGroup.Use.BOX && outer.use != RtfGroup.Use.BOX && flows.size() > 1) {
            closeBox();
        }
    }

    private void closeBox() throws Refusal {
        RtfFlow box = flows.pop();
        flow().box(box.finish());
    }

    private void endOfCode() throws Refusal {
        StringBuilder code = codes.poll();
        String plain = code == null ? "" : code.toString().strip().toUpperCase(Locale.ROOT);
        if (ExternalFields.leadsOutside(plain)) {
            draft.note("external-links");
        }
        if (plain.startsWith("FORMCHECKBOX") || checkBox) {
            boolean ticked = (state == AS_AT_FIRST ? stateAtFirst : state) == 1;
            show(ticked ? Symbols.TICKED : Symbols.OPEN);
        }
        checkBox = false;
        state = AS_AT_FIRST;
        stateAtFirst = 0;
    }

    void word(RtfGroup group, String word, int number) throws Refusal {
        flush(group);
        boolean first = !group.begun;
        group.begun = true;
        if (group.use == RtfGroup.Use.NONE && !word.equals("ud")) {
            return;
        }
        if (first && begins(group, word)) {
            return;
        }
        if (keeps(group)) {
            picture().word(word, number);
            return;
        }
        boolean on = number != 0;
        switch (word) {
            case "ansicpg" -> fonts.page(number);
            case "deff" -> fonts.first(number);
            case "f" -> {
                group.font = number;
                definedFont = number;
            }
            case "fcharset" -> fonts.charset(definedFont, number);
            case "plain" -> {
                group.hidden = false;
                group.font = -1;
            }
            case "v" -> group.hidden = on;
            case "deleted" -> {
                group.deleted = on;
                draft.note("tracked-changes");
            }
            case "revised" -> draft.note("tracked-changes");
            case "paperw" -> width = number;
            case "paperh" -> height = number;
            case "fftype" -> checkBox = number == 1;
            case "ffres" -> state = number;
            case "ffdefres" -> stateAtFirst = number;
            default -> shown(group, word, number);
        }
    }

    private void shown(RtfGroup group, String word, int number) throws Refusal {
        String mark = switch (word) {
            case "tab" -> "\t";
            case "line", "page", "column" -> "\n";
            case "emdash" -> "\u2014";
            case "endash" -> "\u2013";
            case "lquote" -> "\u2018";
            case "rquote" -> "\u2019";
            case "ldblquote" -> "\u201c";
            case "rdblquote" -> "\u201d";
            case "bullet" -> "\u2022";
            case "emspace", "enspace", "qmspace" -> " ";
            default -> "";
        };
        if (!group.shown()) {
            return;
        }
        if (mark.isEmpty()) {
            flow().word(word, number, group.nestedRow);
        } else {
            show(mark);
        }
    }

    /** The first word of a group may say that the whole group is something else than text. */
    private boolean begins(RtfGroup group, String word) throws Refusal {
        RtfGroup.Use use = use(group, word);
        if (use == RtfGroup.Use.TEXT || use == group.use && !word.equals("fldinst")) {
            group.nestedRow |= word.equals("nesttableprops");
            return word.equals("nesttableprops");
        }
        if (use == RtfGroup.Use.FIELD_CODE) {
            codes.push(new StringBuilder());
        } else if (use == RtfGroup.Use.BOX) {
            flows.push(new RtfFlow(draft, tally));
        }
        group.use = use;
        return true;
    }

    private RtfGroup.Use use(RtfGroup group, String word) throws Refusal {
        switch (word) {
            case "pict" -> {
                boolean seen = group.shown() || group.use == RtfGroup.Use.SHAPE;
                if (seen) {
                    show(String.valueOf(SheetDraft.PICTURE));
                }
                if (seen && keepsPictures) {
                    pictures.add(new RtfPicture());
                    return RtfGroup.Use.PICTURE;
                }
                return RtfGroup.Use.NONE;
            }
            case "annotation" -> {
                draft.note("comments");
                return RtfGroup.Use.NONE;
            }
            case "object", "objemb", "objlink" -> draft.note("embedded-objects");
            case "fonttbl" -> {
                return RtfGroup.Use.FONTS;
            }
            case "fldinst" -> {
                return RtfGroup.Use.FIELD_CODE;
            }
            case "formfield" -> {
                return RtfGroup.Use.FORM_FIELD;
            }
            case "shpinst" -> {
                return group.shown() ? RtfGroup.Use.SHAPE : RtfGroup.Use.NONE;
            }
            case "shptxt" -> {
                return group.use == RtfGroup.Use.SHAPE ? RtfGroup.Use.BOX : RtfGroup.Use.NONE;
            }
            case "sv" -> {
                // Nothing of a shape's properties is text, but one may be its picture.
                return group.use == RtfGroup.Use.SHAPE ? RtfGroup.Use.SHAPE : RtfGroup.Use.NONE;
            }
            case "ud" -> {
                return RtfGroup.Use.TEXT;
            }
            default -> {}
        }
        return RtfDestinations.passedOver(group, word) ? RtfGroup.Use.NONE : group.use;
    }
}
