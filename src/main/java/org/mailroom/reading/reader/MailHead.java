package org.mailroom.reading.reader;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The head of a mail (RFC 5322 2.2), told from a text that only begins like one. */
final class MailHead {
    private static final Set<String> FIELDS = Set.of(
            "received", "return-path", "from", "to", "subject", "date", "message-id", "mime-version", "content-type");

    /** What is read as text or kept as a web page, whatever it begins with. */
    private static final Set<String> OTHERS = Set.of("txt", "csv", "md", "log", "htm", "html", "mht", "mhtml", "rtf");

    private static final int ENOUGH = 3;
    private static final int ENOUGH_WHEN_NAMED = 2;

    /** A field; a blank before the colon is old but allowed. */
    private static final Pattern FIELD = Pattern.compile("([!-9;-~]{1,60})[ \\t]*:.*");

    private MailHead() {}

    /** @param head the first octets, each a character */
    static boolean recognises(String name, String head) {
        String extension = EntryNames.extension(name);
        if (OTHERS.contains(extension) || FileType.promisesMore(name)) {
            return false;
        }
        return known(head) >= (extension.equals("eml") ? ENOUGH_WHEN_NAMED : ENOUGH);
    }

    /** How many lines of the head are fields that mails have. */
    private static int known(String head) {
        int known = 0;
        for (String line : head.replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "").split("\r?\n")) {
            Matcher field = FIELD.matcher(line);
            boolean isField = field.matches();
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (line.isEmpty() || !isField && !folded) {
                break;
            }
            if (isField && FIELDS.contains(field.group(1).toLowerCase(Locale.ROOT))) {
                known++;
            }
        }
        return known;
    }
}
