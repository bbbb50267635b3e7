package org.mailroom.form;

/**
 * WordprocessingML as it is written, element by element. Plain text rather than a library's object tree: the same form
 * gives the same bytes on every machine and after every update of a library.
 */
final class WordMarkup {
    private final StringBuilder out = new StringBuilder(16_384);

    /** @param attributes names and values in turn */
    WordMarkup open(String element, String... attributes) {
        return tag(element, ">", attributes);
    }

    WordMarkup empty(String element, String... attributes) {
        return tag(element, "/>", attributes);
    }

    /** An element that holds one number or word in {@code w:val}. */
    WordMarkup value(String element, Object value) {
        return empty(element, "w:val", value.toString());
    }

    WordMarkup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    WordMarkup text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    // XML 1.0 section 2.2: other control characters cannot be written at all.
                    if (c >= ' ' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
        return this;
    }

    private WordMarkup tag(String element, String end, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append(end);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
