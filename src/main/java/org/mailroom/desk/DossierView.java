package org.mailroom.desk;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.RequiredDocument;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.check.Finding;
import org.mailroom.check.Spot;
import org.mailroom.dossier.DossierState;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standings;
import org.mailroom.reply.FindingWords;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dossier with everything that is known of it. Who may not see nominees gets numbers instead of names, and no files. */
final class DossierView {
    private final Campaign campaign;
    private final Standings standings;
    private final FindingWords findingWords;
    private final Rows rows;
    private final TimeLine timeLine;
    private final CampaignTime time;
    private final Masking masking;
    private final JdbcClient jdbc;

    DossierView(
            Campaign campaign,
            Standings standings,
            Rows rows,
            TimeLine timeLine,
            CampaignTime time,
            Masking masking,
            JdbcClient jdbc) {
        this.campaign = campaign;
        this.standings = standings;
        this.findingWords = new FindingWords(campaign.messages());
        this.rows = rows;
        this.timeLine = timeLine;
        this.time = time;
        this.masking = masking;
        this.jdbc = jdbc;
    }

    private record VersionRow(
            long id,
            String document,
            String medium,
            @Nullable String nominee,
            int version,
            long mailId,
            long partId,
            String fileName,
            long size,
            OffsetDateTime receivedAt,
            String assignedBy,
            boolean counts) {}

    /** One version of a document; the one that counts stands in its slot. */
    public record Version(
            String document,
            String medium,
            String nominee,
            int version,
            long mailId,
            long partId,
            String file,
            long size,
            String receivedAt,
            String assignedBy,
            boolean counts) {}

    /** A document of a nominee, or of the unit; media in the order of {@link Page#media}, empty = not asked for. */
    public record SlotLine(String document, String nominee, List<Optional<Cell>> cells) {}

    /** @param version 0 while the slot is empty */
    public record Cell(int version, String assignedBy, boolean missing) {}

    /**
     * @param document "" for a finding about the whole dossier or a file that is no document
     * @param look address of the page of a scan on which it was seen; "" if it was not
     * @param page of that scan, from 1; 0 without
     */
    public record FindingLine(
            String rule,
            String severity,
            String text,
            String document,
            String nominee,
            int row,
            String label,
            String look,
            int page) {}

    public record CountLine(String name, int count, int quota) {}

    /** @param media keys of the media that the stage asks for by mail */
    public record Page(
            Unit unit,
            Stage stage,
            String state,
            boolean begun,
            boolean onTime,
            String firstReceived,
            String lastReceived,
            String correctionDue,
            List<CountLine> counts,
            List<String> media,
            List<SlotLine> slots,
            List<Version> versions,
            List<FindingLine> findings,
            List<Rows.MailLine> mails,
            List<Rows.OutboxLine> outbox,
            List<TimeLine.Happened> events) {}

    /** @param names whether nominees, files and mails may be shown */
    Optional<Page> page(String unitCode, String stageId, boolean names) {
        Optional<Unit> unit = campaign.unit(unitCode);
        Optional<Stage> stage = campaign.stage(stageId);
        return unit.isEmpty() || stage.isEmpty()
                ? Optional.empty()
                : Optional.of(page(unit.get(), stage.get(), standings.look(unitCode, stageId), names));
    }

    private Page page(Unit unit, Stage stage, Optional<Standing> standing, boolean names) {
        Names shown = new Names(names);
        List<VersionRow> versions = versions(unit.code(), stage.id());
        List<String> media = stage.required().stream()
                .flatMap(required -> required.media().stream())
                .filter(medium -> medium != Medium.PAPER)
                .distinct()
                .sorted()
                .map(Medium::name)
                .toList();
        List<Standing.Gap> gaps = standing.map(Standing::gaps).orElse(List.of());
        return new Page(
                unit,
                stage,
                standing.map(Standing::state).orElse(DossierState.NOT_STARTED).name(),
                standing.isPresent(),
                standing.map(Standing::onTime).orElse(true),
                standing.map(one -> time.of(one.firstReceived())).orElse(""),
                standing.map(one -> time.of(one.lastReceived())).orElse(""),
                standing.flatMap(Standing::correctionDue).map(Object::toString).orElse(""),
                standing.map(Standing::nominees).orElse(List.of()).stream()
                        .map(count -> new CountLine(count.category().name(), count.count(), count.quota()))
                        .toList(),
                media,
                slots(stage, versions, gaps, media, shown),
                names ? versions.stream().map(this::version).toList() : List.of(),
                standing.map(Standing::findings).orElse(List.of()).stream()
                        .map(finding -> finding(finding, unit, shown, versions))
                        .toList(),
                names ? rows.mailsOfDossier(unit.code(), stage.id()) : List.of(),
                names ? rows.outboxOfDossier(unit.code(), stage.id()) : List.of(),
                timeLine.of(unit.code(), stage.id(), shown::of));
    }

    /** A nominee's name, or for those who may not see it a number that stays the same on one page. */
    private final class Names {
        private final boolean visible;
        private final Map<String, String> numbers = new HashMap<>();

        Names(boolean visible) {
            this.visible = visible;
        }

        String of(@Nullable String name) {
            if (name == null || name.isEmpty()) {
                return "";
            }
            return visible
                    ? masking.numbers(name)
                    : numbers.computeIfAbsent(name, unknown -> "#" + (numbers.size() + 1));
        }
    }

    private record Key(String document, String nominee) {}

    private List<SlotLine> slots(
            Stage stage, List<VersionRow> versions, List<Standing.Gap> gaps, List<String> media, Names names) {
        Map<Key, Map<String, Cell>> slots = new LinkedHashMap<>();
        for (RequiredDocument required : stage.required()) {
            String document = required.document().id();
            versions.stream()
                    .filter(version -> version.counts() && version.document().equals(document))
                    .forEach(version -> cells(slots, document, version.nominee())
                            .put(version.medium(), new Cell(version.version(), version.assignedBy(), false)));
            gaps.stream()
                    .filter(gap -> gap.document().id().equals(document))
                    .forEach(gap -> cells(slots, document, gap.nominee().orElse(null))
                            .put(gap.medium().name(), new Cell(0, "", true)));
        }
        List<SlotLine> lines = new ArrayList<>();
        slots.forEach((key, cells) -> lines.add(new SlotLine(
                key.document(),
                names.of(key.nominee()),
                media.stream()
                        .map(medium -> Optional.ofNullable(cells.get(medium)))
                        .toList())));
        return lines;
    }

    private static Map<String, Cell> cells(
            Map<Key, Map<String, Cell>> slots, String document, @Nullable String nominee) {
        return slots.computeIfAbsent(new Key(document, nominee == null ? "" : nominee), key -> new HashMap<>());
    }

    private Version version(VersionRow row) {
        return new Version(
                row.document(),
                row.medium(),
                row.nominee() == null ? "" : masking.numbers(row.nominee()),
                row.version(),
                row.mailId(),
                row.partId(),
                masking.numbers(row.fileName()),
                row.size(),
                time.of(row.receivedAt()),
                row.assignedBy(),
                row.counts());
    }

    private FindingLine finding(Finding finding, Unit unit, Names names, List<VersionRow> versions) {
        return new FindingLine(
                finding.rule(),
                finding.severity().name(),
                names.visible ? masking.numbers(text(finding, unit)) : "",
                finding.place().document(),
                names.of(finding.place().nominee().orElse(null)),
                finding.place().row(),
                masking.numbers(finding.place().label()),
                finding.spot().map(spot -> look(spot, versions)).orElse(""),
                finding.spot().map(Spot::page).orElse(0));
    }

    private static String look(Spot spot, List<VersionRow> versions) {
        return versions.stream()
                .filter(version -> version.counts() && version.fileName().equals(spot.fileName()))
                .findFirst()
                .map(version -> "/mail/" + version.mailId() + "/part/" + version.partId() + "/page/" + spot.page())
                .orElse("");
    }

    /** In the words of the receipt; the page says the rule's number where the campaign has no words for it. */
    private String text(Finding finding, Unit unit) {
        try {
            return findingWords.of(finding, unit);
        } catch (IllegalArgumentException noWords) {
            return "";
        }
    }

    private List<VersionRow> versions(String unit, String stage) {
        return jdbc.sql("""
                        select d.id, d.document, d.medium, n.name as nominee, d.version, d.mail_id, d.part_id, d.file_name, d.size,
                               d.received_at, d.assigned_by, s.id is not null as counts
                          from document d join dossier o on o.id = d.dossier_id
                          left join nominee n on n.id = d.nominee_id
                          left join slot s on s.document_id = d.id
                         where o.unit = :unit and o.stage = :stage
                         order by d.document, n.id, d.medium, d.version desc""")
                .param("unit", unit)
                .param("stage", stage)
                .query(VersionRow.class)
                .list();
    }
}
