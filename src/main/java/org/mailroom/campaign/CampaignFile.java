package org.mailroom.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code campaign.yaml}: everything but the stages, which {@link StageList} reads. */
record CampaignFile(Entry root) {
    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";

    CampaignFile {
        root.allowOnly(
                "name",
                "reference",
                "noticeDate",
                "zone",
                "locale",
                "receiptNumber",
                "office",
                "unitKinds",
                "categories",
                "quotaTotals",
                "quotaIsAssumption",
                "documents",
                "registry",
                "reminders",
                "stages");
    }

    /** The folder's name stands in the database and in file names, so it must be plain. */
    void refuseId(String folder) {
        if (!folder.matches(ID)) {
            throw root.wrong("name", "its folder's name must be like cnipa-2021, found \"" + folder + "\"");
        }
    }

    String name() {
        return root.text("name");
    }

    String reference() {
        return root.text("reference");
    }

    LocalDate noticeDate() {
        return root.date("noticeDate");
    }

    boolean quotaIsAssumption() {
        return root.flag("quotaIsAssumption", false);
    }

    ZoneId zone() {
        String zone = root.text("zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw root.wrong("zone", "must be a time zone like Asia/Shanghai, found \"" + zone + "\"");
        }
        return ZoneId.of(zone);
    }

    Locale locale() {
        String tag = root.text("locale");
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException unknown) {
            throw root.wrong("locale", "must be a language tag like zh-CN, found \"" + tag + "\"");
        }
    }

    String receiptNumber() {
        String pattern = root.text("receiptNumber");
        String rest = pattern;
        for (String variable : List.of("{stage}", "{unit}", "{n}")) {
            int at = rest.indexOf(variable);
            rest = at < 0 ? "{" : rest.substring(0, at) + rest.substring(at + variable.length());
        }
        if (rest.contains("{") || rest.contains("}")) {
            throw root.wrong("receiptNumber", "must have {stage}, {unit} and {n} once each, found \"" + pattern + "\"");
        }
        return pattern;
    }

    Campaign.Office office() {
        Entry office = root.entry("office");
        office.allowOnly("mailbox", "displayName", "signature", "contact", "phone");
        String mailbox = office.text("mailbox");
        if (!mailbox.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw office.wrong("mailbox", "must be a mail address, found \"" + mailbox + "\"");
        }
        List<String> signature = office.texts("signature");
        if (signature.isEmpty()) {
            throw office.wrong("signature", "must be a list of at least one line");
        }
        return new Campaign.Office(
                mailbox, office.text("displayName"), signature, office.text("contact"), office.text("phone"));
    }

    Map<String, UnitKind> unitKinds() {
        Entry kinds = root.entry("unitKinds");
        Map<String, UnitKind> result = new LinkedHashMap<>();
        for (String kind : kinds.keys()) {
            result.put(kind, UnitKind.of(kinds.entry(kind)));
        }
        return result;
    }

    List<Category> categories() {
        Once ids = new Once();
        List<Category> categories = new ArrayList<>();
        for (Entry entry : atLeastOne("categories")) {
            entry.allowOnly("id", "name", "quota", "measure");
            categories.add(
                    new Category(id(entry, ids), entry.text("name"), entry.text("quota"), entry.text("measure")));
        }
        return List.copyOf(categories);
    }

    Map<String, Integer> quotaTotals(List<Category> categories) {
        Entry totals = root.entry("quotaTotals");
        Map<String, Integer> result = new LinkedHashMap<>();
        for (String quota : totals.keys()) {
            result.put(quota, places(totals, quota));
        }
        for (Category category : categories) {
            if (!result.containsKey(category.quota())) {
                throw totals.wrong(
                        category.quota(), "expected here: category " + category.id() + " has it as its quota");
            }
        }
        return Collections.unmodifiableMap(result);
    }

    /** A number of places, 0 or more. */
    static int places(Entry entry, String quota) {
        int places = entry.number(quota);
        if (places < 0) {
            throw entry.wrong(quota, "must be 0 or more, found " + places);
        }
        return places;
    }

    /** In the order of the file, which is the order in which mails list them. */
    Map<String, DocumentKind> documents() {
        Once ids = new Once();
        Map<String, DocumentKind> documents = new LinkedHashMap<>();
        for (Entry entry : atLeastOne("documents")) {
            entry.allowOnly("id", "name", "annex", "titled", "hints", "measure", "formats");
            DocumentKind document = new DocumentKind(
                    id(entry, ids),
                    entry.text("name"),
                    entry.optionalText("annex"),
                    entry.flag("titled", true),
                    entry.texts("hints"),
                    entry.text("measure"),
                    Set.copyOf(entry.choices("formats", Format.class)));
            documents.put(document.id(), document);
        }
        return Collections.unmodifiableMap(documents);
    }

    /** The document that seeds the registry of senders: asked for once per unit by one stage. */
    Optional<String> registry(List<Stage> stages) {
        Optional<String> registry = root.optionalText("registry");
        registry.ifPresent(id -> {
            long asking = stages.stream()
                    .flatMap(stage -> stage.required().stream())
                    .filter(required -> required.document().id().equals(id))
                    .filter(required -> required.per() == RequiredDocument.Per.UNIT)
                    .count();
            if (asking != 1) {
                throw root.wrong(
                        "registry", "must be a document that one stage asks for, per unit, found \"" + id + "\"");
            }
        });
        return registry;
    }

    private List<Entry> atLeastOne(String key) {
        List<Entry> entries = root.entries(key);
        if (entries.isEmpty()) {
            throw root.wrong(key, "must be a list of at least one entry");
        }
        return entries;
    }

    private static String id(Entry entry, Once ids) {
        String id = entry.text("id");
        if (!id.matches(ID)) {
            throw entry.wrong("id", "must be lower-case words joined by hyphens, found \"" + id + "\"");
        }
        ids.add(id, "another entry", entry, "id");
        return id;
    }
}
