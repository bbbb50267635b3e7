package org.mailroom.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A header value with parameters (Content-Type, Content-Disposition), read as far as it can be: unquoted blanks, raw
 * octets, RFC 2231 in one or more pieces, RFC 2047 where RFC 2231 is due. Total: garbage gives an empty value.
 */
final class Parameters {
    /** Chars; what is longer is hostile, and the search for quotes is quadratic. */
    private static final int LONGEST = 16_384;

    private static final Pattern PIECE = Pattern.compile("^(.*?)(?:\\*(\\d{1,3}))?(\\*)?$");

    private final String value;
    private final Map<String, String> raw = new LinkedHashMap<>();
    private final EncodedWords words;
    private final TextDecoder decoder;

    private Parameters(String value, EncodedWords words, TextDecoder decoder) {
        this.value = value;
        this.words = words;
        this.decoder = decoder;
    }

    /** @param all unfolded, one char an octet */
    static Parameters parse(String all, EncodedWords words, TextDecoder decoder) {
        String header = all.substring(0, Math.min(all.length(), LONGEST));
        int semicolon = header.indexOf(';');
        String value = semicolon < 0 ? header : header.substring(0, semicolon);
        Parameters parameters = new Parameters(value.strip().toLowerCase(Locale.ROOT), words, decoder);
        int at = semicolon < 0 ? header.length() : semicolon + 1;
        while (at < header.length()) {
            at = parameters.readOne(header, at);
        }
        return parameters;
    }

    /** What stands before the parameters, lower case. */
    String value() {
        return value;
    }

    /** The octets between the quotes, one char an octet; for a boundary. */
    Optional<String> raw(String name) {
        return Optional.ofNullable(raw.get(name));
    }

    /** Decoded text: RFC 2231 before RFC 2047 before raw 8-bit. */
    Optional<String> text(String name) {
        TreeMap<Integer, String> pieces = new TreeMap<>();
        boolean extended = false;
        for (Map.Entry<String, String> entry : raw.entrySet()) {
            Matcher piece = PIECE.matcher(entry.getKey());
            if (!piece.matches()
                    || !piece.group(1).equals(name)
                    || piece.group(1).equals(entry.getKey())) {
                continue;
            }
            int number = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
            boolean percent = piece.group(3) != null;
            extended |= percent;
            pieces.put(number, percent ? entry.getValue() : entry.getValue().replace("%", "%25"));
        }
        if (!pieces.isEmpty()) {
            String joined = String.join("", pieces.values());
            return Optional.of(extended ? rfc2231(joined) : words.decode(joined.replace("%25", "%")));
        }
        return raw(name).map(words::decode);
    }

    private int readOne(String header, int from) {
        int at = from;
        while (at < header.length() && (header.charAt(at) == ';' || Character.isWhitespace(header.charAt(at)))) {
            at++;
        }
        int name = at;
        while (at < header.length() && header.charAt(at) != '=' && header.charAt(at) != ';') {
            at++;
        }
        if (at == header.length() || header.charAt(at) == ';') {
            return at;
        }
        String key = header.substring(name, at).strip().toLowerCase(Locale.ROOT);
        at++;
        while (at < header.length() && Character.isWhitespace(header.charAt(at))) {
            at++;
        }
        StringBuilder text = new StringBuilder();
        boolean quoted = at < header.length() && header.charAt(at) == '"';
        int end = quoted ? readQuoted(header, at + 1, text) : readToken(header, at, text);
        raw.putIfAbsent(key, text.toString());
        return end;
    }

    private static int readToken(String header, int from, StringBuilder text) {
        int end = header.indexOf(';', from);
        end = end < 0 ? header.length() : end;
        text.append(header.substring(from, end).strip());
        return end;
    }

    /** To the quote that ends the parameter; a quote inside a name does not. */
    private static int readQuoted(String header, int from, StringBuilder text) {
        for (int at = from; at < header.length(); at++) {
            char c = header.charAt(at);
            char next = at + 1 < header.length() ? header.charAt(at + 1) : ';';
            boolean afterHighOctet = at > from && header.charAt(at - 1) >= 0x80; // the second octet of a GBK character
            if (c == '\\' && (next == '"' || next == '\\') && !afterHighOctet) {
                text.append(next);
                at++;
            } else if (c == '"' && header.substring(at + 1).matches("(?s)\\s*(;.*)?")) {
                return at + 1;
            } else {
                text.append(c);
            }
        }
        return header.length();
    }

    /** {@code charset'language'percent-encoded}; without the quotes, percent-encoded in an unknown charset. */
    private String rfc2231(String joined) {
        String[] pieces = joined.split("'", 3);
        String charset = pieces.length == 3 ? pieces[0] : "";
        String encoded = pieces.length == 3 ? pieces[2] : joined;
        ByteArrayOutputStream octets = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (encoded.startsWith("%", i) && encoded.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*")) {
                octets.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                octets.writeBytes(encoded.substring(i, i + 1).getBytes(ISO_8859_1));
            }
        }
        String text = decoder.decode(charset, octets.toByteArray());
        return text.contains("=?") ? words.decode(text) : text;
    }
}
