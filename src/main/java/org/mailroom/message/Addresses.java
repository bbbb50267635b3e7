package org.mailroom.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Address lists (RFC 5322 section 3.4) as they really come: empty, groups, unquoted names, raw octets. What is no address
 * is left out; total, never throws.
 */
final class Addresses {
    private static final int LONGEST = 65_536;
    private static final Pattern LOCAL = Pattern.compile("[^\\s@<>,;:\"()\\p{Cntrl}]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}_-]*\\.)*[\\p{L}\\p{N}_-]{1,63}");

    private final EncodedWords words;

    Addresses(EncodedWords words) {
        this.words = words;
    }

    List<Address> parse(String header) {
        List<Address> found = new ArrayList<>();
        for (String piece : split(header.substring(0, Math.min(header.length(), LONGEST)))) {
            one(piece).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Address> one(String piece) {
        int open = piece.lastIndexOf('<');
        int close = piece.indexOf('>', open + 1);
        if (open >= 0) {
            String inside = piece.substring(open + 1, close < 0 ? piece.length() : close);
            return address(inside.substring(inside.lastIndexOf(':') + 1), unquoted(piece.substring(0, open)));
        }
        int comment = piece.indexOf('(');
        if (comment >= 0) {
            int end = piece.indexOf(')', comment);
            return address(piece.substring(0, comment), piece.substring(comment + 1, end < 0 ? piece.length() : end));
        }
        return address(piece, "");
    }

    private Optional<Address> address(String raw, String name) {
        String text = raw.strip().replaceAll("^'|'$|\\.$", "");
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > 254) {
            return Optional.empty();
        }
        String local = text.substring(0, at).replaceAll("^\"|\"$", "");
        String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
        if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
            return Optional.empty();
        }
        String decoded =
                words.decode(name).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return Optional.of(new Address(local + "@" + domain, unquoted(decoded)));
    }

    private static String unquoted(String name) {
        String bare = name.strip();
        boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted
                ? bare.substring(1, bare.length() - 1)
                        .replaceAll("\\\\([\"\\\\])", "$1")
                        .strip()
                : bare;
    }

    /** At commas and semicolons outside quotes, comments and angle brackets; the name of a group ends at its colon. */
    private static List<String> split(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
                continue;
            }
            quoted ^= c == '"' && header.indexOf('"', quoted ? i : i + 1) >= 0;
            depth += quoted ? 0 : c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
            boolean outside = !quoted && depth <= 0;
            if (outside && (c == ',' || c == ';')) {
                pieces.add(piece.toString());
                piece.setLength(0);
                depth = 0;
            } else if (outside && c == ':') {
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
