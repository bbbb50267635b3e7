package org.mailroom.reading.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.mailroom.reading.Sheet.Block;

/** The text inside a paragraph as a person sees it: runs joined, marks as characters, a picture as U+FFFC. */
final class RunText {
    private static final char PICTURE = '\uFFFC';

    private final OfficeXml xml;
    private final DocumentBody body;
    /** What the content control around the text shows instead of it: a tick box's state, or nothing for a prompt. */
    private @Nullable String shownInstead;

    RunText(OfficeXml xml, DocumentBody body) {
        this.xml = xml;
        this.body = body;
    }

    /** Reads the children of the current element; text boxes go to {@code boxes}. */
    void inline(StringBuilder text, List<Block> boxes) throws XMLStreamException, Refusal {
        xml.children(name -> inline(name, text, boxes, Symbols.NONE));
    }

    private void inline(String name, StringBuilder text, List<Block> boxes, Symbols font)
            throws XMLStreamException, Refusal {
        switch (name) {
            case "r" -> run(text, boxes);
            case "t", "other:t" -> append(text, font.shown(xml.text()));
            case "sym" -> {
                append(
                        text,
                        Symbols.shown(
                                xml.attribute("font").orElse(""),
                                xml.attribute("char").orElse("")));
                xml.skip();
            }
            case "tab", "ptab" -> mark(text, "\t");
            case "br", "cr" -> mark(text, "\n");
            case "noBreakHyphen" -> mark(text, "-");
            case "other:blip", "other:imagedata" -> mark(text, String.valueOf(PICTURE));
            case "fldChar" -> formField(text);
            case "sdt" -> control(child -> inline(child, text, boxes, font));
            case "txbxContent" -> box(boxes);
            case "pPr" -> paragraphProperties();
            case "other:AlternateContent" -> alternative(child -> inline(child, text, boxes, font));
            case "other:annotation" -> {
                if (body.annotated()) {
                    xml.children(child -> inline(child, text, boxes, font));
                } else {
                    xml.skip();
                }
            }
            case "instrText" -> {
                String code = xml.text().strip().toUpperCase(Locale.ROOT);
                if (ExternalFields.leadsOutside(code)) {
                    body.note("external-field");
                }
            }
            case "rPr", "sdtPr", "del", "moveFrom", "delText", "delInstrText", "rt", "rubyPr", "tblPr" -> {
                body.note(name);
                xml.skip();
            }
            default -> {
                body.note(name);
                xml.children(child -> inline(child, text, boxes, font));
            }
        }
    }

    private void run(StringBuilder text, List<Block> boxes) throws XMLStreamException, Refusal {
        boolean[] hidden = {false};
        Symbols[] font = {Symbols.NONE};
        xml.children(name -> {
            if (name.equals("rPr")) {
                xml.children(property -> {
                    hidden[0] |= property.equals("vanish") && xml.on();
                    if (property.equals("rFonts")) {
                        font[0] = Symbols.of(xml.attribute("ascii").orElse(""));
                    }
                    xml.skip();
                });
            } else if (hidden[0]) {
                xml.skip();
            } else {
                inline(name, text, boxes, font[0]);
            }
        });
    }

    private void paragraphProperties() throws XMLStreamException, Refusal {
        xml.children(name -> {
            if (name.equals("sectPr")) {
                body.section();
            } else {
                xml.skip();
            }
        });
    }

    private void mark(StringBuilder text, String mark) throws XMLStreamException, Refusal {
        append(text, mark);
        xml.skip();
    }

    private void append(StringBuilder text, String more) throws Refusal {
        xml.count(more.length());
        if (shownInstead == null) {
            text.append(more);
        } else if (!shownInstead.isEmpty() && !more.isBlank()) {
            text.append(shownInstead);
            shownInstead = "";
        }
    }

    private void box(List<Block> boxes) throws XMLStreamException, Refusal {
        List<Block> inside = new ArrayList<>();
        body.blocks(inside);
        boxes.addAll(inside);
    }

    /**
     * A content control: its content is handed to {@code content}. An unfilled one shows a prompt, which is no text of the
     * sender's; a check box shows its state, whatever character the font has for it.
     */
    void control(OfficeXml.Child content) throws XMLStreamException, Refusal {
        String outer = shownInstead;
        xml.children(name -> {
            switch (name) {
                case "sdtPr" ->
                    xml.children(property -> {
                        if (property.equals("showingPlcHdr") && xml.on()) {
                            shownInstead = "";
                            xml.skip();
                        } else if (property.equals("other:checkbox")) {
                            xml.children(setting -> {
                                if (setting.equals("other:checked")) {
                                    shownInstead = xml.on() ? Symbols.TICKED : Symbols.OPEN;
                                }
                                xml.skip();
                            });
                        } else {
                            xml.skip();
                        }
                    });
                case "sdtContent" -> xml.children(content);
                default -> xml.skip();
            }
        });
        shownInstead = outer;
    }

    /** The same content in several shapes (ECMA-376 part 3, 9.3): the first one only, or a box would count twice. */
    void alternative(OfficeXml.Child content) throws XMLStreamException, Refusal {
        boolean[] taken = {false};
        xml.children(name -> {
            if (taken[0]) {
                xml.skip();
            } else {
                taken[0] = true;
                xml.children(content);
            }
        });
    }

    /** A legacy form field: a check box and a list have no text of their own (ECMA-376 part 1, 17.16). */
    private void formField(StringBuilder text) throws XMLStreamException, Refusal {
        List<String> choices = new ArrayList<>();
        int[] chosen = {0};
        List<String> boxes = new ArrayList<>();
        xml.children(name -> xml.children(part -> {
            if (part.equals("checkBox")) {
                boolean[] on = {false};
                xml.children(state -> {
                    on[0] = (state.equals("checked") || state.equals("default")) ? xml.on() : on[0];
                    xml.skip();
                });
                boxes.add(on[0] ? Symbols.TICKED : Symbols.OPEN);
            } else if (part.equals("ddList")) {
                xml.children(entry -> {
                    if (entry.equals("result")) {
                        chosen[0] = xml.number("val", 0);
                    } else if (entry.equals("listEntry")) {
                        choices.add(xml.attribute("val").orElse(""));
                    }
                    xml.skip();
                });
            } else {
                xml.skip();
            }
        }));
        for (String box : boxes) {
            append(text, box);
        }
        if (chosen[0] >= 0 && chosen[0] < choices.size()) {
            append(text, choices.get(chosen[0]));
        }
    }
}
