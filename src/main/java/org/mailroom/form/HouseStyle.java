package org.mailroom.form;

import java.util.HashMap;
import java.util.Map;
import org.mailroom.campaign.Entry;

/** The named styles of one layout, and the words it prints under every opinion. */
final class HouseStyle {
    private final Map<String, Style> styles = new HashMap<>();
    private final Entry layout;
    private final String stamp;
    private final String date;

    HouseStyle(Entry layout) {
        this.layout = layout;
        Entry named = layout.entry("styles");
        named.keys().forEach(name -> styles.put(name, Style.of(named.entry(name))));
        this.stamp = layout.optionalEntry("seal")
                .flatMap(seal -> seal.optionalText("stamp"))
                .orElse("");
        this.date = layout.optionalEntry("seal")
                .flatMap(seal -> seal.optionalText("date"))
                .orElse("");
    }

    /** @throws org.mailroom.campaign.CampaignException if the layout has no such style */
    Style style(String name) {
        Style style = styles.get(name);
        if (style == null) {
            throw layout.wrong("styles", "a style \"" + name + "\" is expected");
        }
        return style;
    }

    /** Where the seal goes, （盖章）. */
    String stamp() {
        return stamp;
    }

    /** Where the date goes as long as nobody wrote one. */
    String date() {
        return date;
    }
}
