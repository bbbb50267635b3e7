package org.mailroom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one Java file that compiles, told apart into comments and the rest: JLS 17, sections 3.3, 3.7 and 3.10. */
record JavaSource(String text) {
    /** An escape counts only after an even number of backslashes: section 3.3. */
    private static final Pattern UNICODE_ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

    private static final String TEXT_BLOCK_QUOTE = "\"\"\"";

    /** Code and literals as they are; of each comment only its line ends, so that line numbers stay true. */
    String withoutComments() {
        String source = withoutUnicodeEscapes();
        StringBuilder kept = new StringBuilder();
        int end;
        for (int at = 0; at < source.length(); at = end) {
            if (source.startsWith("//", at)) {
                end = endOfLine(source, at);
            } else if (source.startsWith("/*", at)) {
                end = endOfComment(source, at);
                kept.append(' ').append(source.substring(at, end).replaceAll("[^\\n]", ""));
            } else {
                end = endOfToken(source, at);
                kept.append(source, at, end);
            }
        }
        return kept.toString();
    }

    private String withoutUnicodeEscapes() {
        return UNICODE_ESCAPE.matcher(text).replaceAll(escape -> {
            char character = (char) Integer.parseInt(escape.group(2), 16);
            return Matcher.quoteReplacement(escape.group(1) + character);
        });
    }

    private static int endOfLine(String source, int at) {
        int newline = source.indexOf('\n', at);
        return newline < 0 ? source.length() : newline;
    }

    private static int endOfComment(String source, int at) {
        int close = source.indexOf("*/", at + 2);
        return close < 0 ? source.length() : close + 2;
    }

    /** A literal in one piece, so that what it holds is never taken for a comment; anything else character by character. */
    private static int endOfToken(String source, int at) {
        if (source.startsWith(TEXT_BLOCK_QUOTE, at)) return endOfLiteral(source, at, TEXT_BLOCK_QUOTE);
        char first = source.charAt(at);
        return first == '"' || first == '\'' ? endOfLiteral(source, at, String.valueOf(first)) : at + 1;
    }

    private static int endOfLiteral(String source, int at, String quote) {
        int end = at + quote.length();
        while (end < source.length() && !source.startsWith(quote, end)) end += source.charAt(end) == '\\' ? 2 : 1;
        return Math.min(end + quote.length(), source.length());
    }
}
