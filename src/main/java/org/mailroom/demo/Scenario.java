package org.mailroom.demo;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.campaign.Entry;
import org.mailroom.campaign.Unit;

/**
 * The story the demonstration plays: a campaign's {@code demo/scenario.yaml}.
 *
 * @param start the campaign's local time at the first start
 * @param stops times of day at which the clock halts when it is moved on, so that what is due then happens then
 * @param fileNames how files are called, with {annex}, {document} and {nominee}
 */
record Scenario(LocalDateTime start, List<LocalTime> stops, FileNames fileNames, List<Step> steps) {

    /** Patterns of file names. */
    record FileNames(String ofUnit, String ofNominee, String together, String scan) {}

    /**
     * One step: a mail, the same mail again, or a step of the clock.
     *
     * @param again number of an earlier step, from 1, whose mail is sent once more
     * @param each units that each send this mail from their first address, with ${unit} replaced; empty = one mail
     * @param encrypted whether the electronic files go into one file with a password
     * @param automatic whether the mail says of itself that it was sent by a machine
     */
    record Step(
            String title,
            Optional<LocalDateTime> clock,
            Optional<Integer> again,
            List<String> each,
            String from,
            String name,
            String subject,
            String body,
            Optional<Bundle> bundle,
            Optional<String> encrypted,
            boolean automatic) {

        /** The mail of one of {@link #each}. */
        Step of(Unit unit, String address) {
            return new Step(
                    title,
                    clock,
                    again,
                    List.of(),
                    address,
                    unit.name(),
                    subject.replace("${unit}", unit.name()),
                    body.replace("${unit}", unit.name()),
                    bundle.map(files -> files.of(unit.code())),
                    encrypted,
                    automatic);
        }
    }

    /**
     * The material of one unit.
     *
     * @param only if not empty, only these: {@code individual-1}, {@code summary-form}
     * @param without files left out, for example {@code summary-form/SCAN}
     * @param together whether all nominee forms stand in one file
     * @param oneScan name of the one PDF with all stamped paper, page after page as printed; "" for a scan of each
     * @param change other values in a nominee's form: field to text; {@code "342 characters"} makes a text of that length
     * @param renamed labels of a nominee's form that were renamed
     */
    record Bundle(
            String unit,
            int collectives,
            int individuals,
            List<String> only,
            List<String> without,
            boolean together,
            String oneScan,
            Map<String, Map<String, String>> change,
            Map<String, Map<String, String>> renamed) {
        Bundle of(String other) {
            return new Bundle(other, collectives, individuals, only, without, together, oneScan, change, renamed);
        }
    }

    static Scenario read(Entry file) {
        file.allowOnly("start", "stops", "fileNames", "steps");
        Entry names = file.entry("fileNames");
        names.allowOnly("ofUnit", "ofNominee", "together", "scan");
        return new Scenario(
                time(file, "start"),
                file.texts("stops").stream().map(LocalTime::parse).toList(),
                new FileNames(
                        names.text("ofUnit"), names.text("ofNominee"), names.text("together"), names.text("scan")),
                file.entries("steps").stream().map(Scenario::step).toList());
    }

    private static Step step(Entry entry) {
        entry.allowOnly(
                "title",
                "clock",
                "again",
                "each",
                "from",
                "name",
                "subject",
                "body",
                "bundle",
                "encrypted",
                "automatic");
        boolean mail = !entry.has("clock") && !entry.has("again");
        boolean one = mail && !entry.has("each");
        return new Step(
                entry.text("title"),
                entry.has("clock") ? Optional.of(time(entry, "clock")) : Optional.empty(),
                entry.optionalNumber("again"),
                entry.texts("each"),
                one ? entry.text("from") : "",
                one ? entry.text("name") : "",
                mail ? entry.text("subject") : "",
                mail ? entry.text("body") : "",
                entry.optionalEntry("bundle").map(Scenario::bundle),
                entry.optionalText("encrypted"),
                entry.flag("automatic", false));
    }

    private static Bundle bundle(Entry entry) {
        entry.allowOnly(
                "unit", "collectives", "individuals", "only", "without", "together", "oneScan", "change", "renamed");
        return new Bundle(
                entry.optionalText("unit").orElse(""),
                entry.optionalNumber("collectives").orElse(0),
                entry.optionalNumber("individuals").orElse(0),
                entry.texts("only"),
                entry.texts("without"),
                entry.flag("together", false),
                entry.optionalText("oneScan").orElse(""),
                nested(entry, "change"),
                nested(entry, "renamed"));
    }

    private static Map<String, Map<String, String>> nested(Entry entry, String key) {
        Map<String, Map<String, String>> outer = new LinkedHashMap<>();
        entry.optionalEntry(key)
                .ifPresent(found -> found.keys().forEach(name -> {
                    Map<String, String> inner = new LinkedHashMap<>();
                    found.entry(name)
                            .keys()
                            .forEach(field -> inner.put(field, found.entry(name).text(field)));
                    outer.put(name, inner);
                }));
        return outer;
    }

    private static LocalDateTime time(Entry entry, String key) {
        try {
            return LocalDateTime.parse(entry.text(key));
        } catch (DateTimeParseException e) {
            throw entry.wrong(key, "must be a local time like 2021-08-27T09:00");
        }
    }
}
