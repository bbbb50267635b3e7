package org.mailroom.campaign;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A campaign as its folder describes it, validated: whatever stands here can be relied on.
 *
 * @param id the folder's name
 * @param name its full name, as mails write it
 * @param reference the notice it rests on, for example 人社部函〔2021〕108号
 * @param noticeDate the date of the notice; the year of dates written without one
 * @param receiptNumber pattern of a receipt number with {stage}, {unit} and {n}, for example ZSCQ-2021-{stage}-{unit}-{n}
 * @param documents by id, in the order in which mails list them
 * @param quotaTotals places in all by quota key; each equals the sum over the units
 * @param forms the form descriptors as files, for the room {@code form} to type
 * @param rules the rules as a file, for the room {@code check} to type
 * @param registry the document that seeds the registry of senders, if one does: the unit's first may come from any address
 */
public record Campaign(
        String id,
        String name,
        String reference,
        LocalDate noticeDate,
        ZoneId zone,
        Locale locale,
        Office office,
        String receiptNumber,
        List<Category> categories,
        Map<String, DocumentKind> documents,
        List<Stage> stages,
        List<Unit> units,
        List<Collision> collisions,
        Map<String, Integer> quotaTotals,
        boolean quotaIsAssumption,
        WorkingDays workingDays,
        CodeLists codes,
        Lexicon lexicon,
        Messages messages,
        List<Entry> forms,
        Entry rules,
        Path folder,
        Optional<String> registry) {
    public Campaign {
        categories = List.copyOf(categories);
        stages = List.copyOf(stages);
        units = List.copyOf(units);
        collisions = List.copyOf(collisions);
        forms = List.copyOf(forms);
    }

    /** Without a document that seeds the registry. */
    public Campaign(
            String id,
            String name,
            String reference,
            LocalDate noticeDate,
            ZoneId zone,
            Locale locale,
            Office office,
            String receiptNumber,
            List<Category> categories,
            Map<String, DocumentKind> documents,
            List<Stage> stages,
            List<Unit> units,
            List<Collision> collisions,
            Map<String, Integer> quotaTotals,
            boolean quotaIsAssumption,
            WorkingDays workingDays,
            CodeLists codes,
            Lexicon lexicon,
            Messages messages,
            List<Entry> forms,
            Entry rules,
            Path folder) {
        this(
                id,
                name,
                reference,
                noticeDate,
                zone,
                locale,
                office,
                receiptNumber,
                categories,
                documents,
                stages,
                units,
                collisions,
                quotaTotals,
                quotaIsAssumption,
                workingDays,
                codes,
                lexicon,
                messages,
                forms,
                rules,
                folder,
                Optional.empty());
    }

    /** The office that receives: mailbox, display name, signature lines and contact line of every mail. */
    public record Office(String mailbox, String displayName, List<String> signature, String contact, String phone) {
        public Office {
            signature = List.copyOf(signature);
        }
    }

    /** A text that contains a unit's name and means another unit, or none (street names): specification 4.3. */
    public record Collision(String text, Optional<String> unit) {}

    /** @param n how many receipts the unit has had in the stage, this one counted */
    public String receiptNumber(Stage stage, Unit unit, int n) {
        return receiptNumber
                .replace("{stage}", stage.id())
                .replace("{unit}", unit.code())
                .replace("{n}", String.format(Locale.ROOT, "%02d", n));
    }

    public Optional<Unit> unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }
}
