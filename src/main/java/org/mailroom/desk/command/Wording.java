package org.mailroom.desk.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** What the command line says, in the language of whoever sits at it. Campaign words stay in the campaign's language. */
record Wording(ResourceBundle bundle) {
    static Wording in(Locale locale) {
        return new Wording(ResourceBundle.getBundle(
                "command-words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Numbers are shown as they are, without thousands. */
    String of(String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(plain);
    }

    /** All its words. */
    String all() {
        return bundle.keySet().stream().map(bundle::getString).collect(Collectors.joining());
    }

    /** A word the bundle may not have, else the key's last part: codes of later versions are shown as they are. */
    String orCode(String prefix, String code) {
        String key = prefix + code;
        return bundle.containsKey(key) ? of(key) : code;
    }
}
