package org.mailroom.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code lexicon/*.yaml}: lists of words by key, all files in one. */
record LexiconFiles(CampaignFolder files) {
    Lexicon lexicon() {
        Map<String, List<String>> words = new HashMap<>();
        Map<String, Entry> sources = new HashMap<>();
        Map<String, String> places = new HashMap<>();
        for (String file : files.files("lexicon", "*.yaml", false)) {
            Entry root = files.yaml(file);
            for (String key : root.keys()) {
                words.put(key, root.texts(key));
                sources.put(key, root);
                String place = places.put(key, file);
                if (place != null) {
                    throw root.wrong(key, "must stand once, and is in " + place + " already");
                }
            }
        }
        return new Lexicon(words, files.name() + "/lexicon", sources);
    }
}
