package org.mailroom.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML mail as the text a reader sees, without what the mail client marks as quoted. */
final class HtmlText {
    private static final String QUOTED = "blockquote[type=cite], #isReplyContent, .gmail_quote, #divRplyFwdMsg, "
            + "#divRplyFwdMsg ~ *, #mail-editor-reference-message-container";
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private HtmlText() {}

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style, head, " + QUOTED).remove();
        StringBuilder out = new StringBuilder();
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    out.append(text.text());
                } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                    newLine();
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && CELLS.contains(element.normalName())) {
                    out.append('\t');
                } else if (node instanceof Element element && element.isBlock()) {
                    newLine();
                }
            }

            private void newLine() {
                if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
                    out.append('\n');
                }
            }
        });
        return out.toString().replace('\u00a0', ' ').strip();
    }

    /** Content-IDs of the pictures that the text shows. */
    static Set<String> pictures(String html) {
        return Jsoup.parse(html).select("img[src^=cid:], [background^=cid:]").stream()
                .flatMap(element -> List.of(element.attr("src"), element.attr("background")).stream())
                .filter(source -> source.startsWith("cid:"))
                .map(source -> source.substring("cid:".length()).strip())
                .collect(Collectors.toSet());
    }

    /** The charset that the HTML names in its first octets, "" if none. */
    static String charset(byte[] octets) {
        String start = new String(octets, 0, Math.min(octets.length, 2048), ISO_8859_1);
        Matcher named = CHARSET.matcher(start);
        return named.find() ? named.group(1) : "";
    }
}
