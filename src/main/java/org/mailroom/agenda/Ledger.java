package org.mailroom.agenda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.mailroom.agenda.DigestRows.OpenTask;
import org.mailroom.agenda.LedgerRows.DocumentLine;
import org.mailroom.agenda.LedgerRows.DossierLine;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Category;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Stage;
import org.mailroom.campaign.Unit;
import org.mailroom.reply.InternalMail;

/**
 * The ledger as a workbook: units × stages, documents, open tasks. The same tables give the same octets. Identity numbers
 * and phones in file names are starred out, nominees are told by number, not by name.
 */
final class Ledger {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Not the first midnight of 1980: ZipEntry takes it for a time before 1980, and adds it as seen from the machine's own zone. */
    private static final LocalDateTime STAMP = LocalDateTime.of(1980, 1, 1, 12, 0);

    private static final String SOMEBODY = "***";
    /** Columns of a dossier that has not begun are empty. */
    private static final int STANDING = 8;

    private final DigestReport.Ground ground;
    private final Campaign campaign;
    private final LedgerRows rows;
    private final DigestRows tasks;

    Ledger(DigestReport.Ground ground) {
        this.ground = ground;
        this.campaign = ground.campaign();
        this.rows = new LedgerRows(ground.jdbc());
        this.tasks = new DigestRows(ground.jdbc());
    }

    InternalMail.Attachment attachment(Instant now) {
        LocalDate today = now.atZone(campaign.zone()).toLocalDate();
        return new InternalMail.Attachment(word("file") + today + ".xlsx", TYPE, workbook(now));
    }

    byte[] workbook(Instant now) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(now)));
            LedgerSheet sheets = new LedgerSheet(workbook);
            sheets.write(
                    word("stages"),
                    heads(
                            "code",
                            "unit",
                            "stage",
                            "state",
                            "first",
                            "complete",
                            "last",
                            "onTime",
                            "gaps",
                            "corrections",
                            "receipts",
                            "correctionDue"),
                    stages());
            sheets.write(
                    word("documents"),
                    heads(
                            "code",
                            "unit",
                            "stage",
                            "document",
                            "medium",
                            "nominee",
                            "version",
                            "counts",
                            "fileName",
                            "received",
                            "mail"),
                    documents());
            sheets.write(
                    word("tasks"),
                    heads("kind", "code", "unit", "stage", "rule", "mail", "count", "opened"),
                    openTasks());
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            workbook.write(octets);
            return stamped(octets.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a workbook in memory cannot fail", impossible);
        }
    }

    private List<List<Optional<?>>> stages() {
        Map<String, DossierLine> begun = rows.dossiers().stream()
                .collect(Collectors.toMap(line -> line.unit() + "/" + line.stage(), Function.identity()));
        List<List<Optional<?>>> lines = new ArrayList<>();
        for (Unit unit : campaign.units()) {
            for (Stage stage : campaign.stages()) {
                lines.add(stage(unit, stage, begun.get(unit.code() + "/" + stage.id())));
            }
        }
        return lines;
    }

    private List<Optional<?>> stage(Unit unit, Stage stage, @Nullable DossierLine line) {
        List<Optional<?>> cells = new ArrayList<>(List.of(
                Optional.of(unit.code()),
                Optional.of(unit.name()),
                Optional.of(stage.material()),
                Optional.of(state(line == null ? "NOT_STARTED" : line.state()))));
        cells.addAll(line == null ? Collections.nCopies(STANDING, Optional.empty()) : standing(line));
        return cells;
    }

    private List<Optional<?>> standing(DossierLine line) {
        return List.of(
                time(line.firstReceived()),
                time(line.completeReceived()),
                time(line.lastReceived()),
                Optional.ofNullable(line.onTime()).map(this::yes),
                Optional.of(line.gaps()),
                Optional.of(line.corrections()),
                Optional.of(line.receipts()),
                Optional.ofNullable(line.correctionDue()));
    }

    private List<List<Optional<?>>> documents() {
        List<String> names = rows.nominees();
        return rows.documents().stream().map(line -> document(line, names)).toList();
    }

    private List<Optional<?>> document(DocumentLine line, List<String> names) {
        return List.of(
                Optional.of(line.unit()),
                unit(line.unit()),
                stage(line.stage()),
                Optional.of(Optional.ofNullable(campaign.documents().get(line.document()))
                        .map(DocumentKind::name)
                        .orElse(line.document())),
                Optional.of(campaign.messages().find("medium." + line.medium()).orElse(line.medium())),
                nominee(line),
                Optional.of(line.version()),
                Optional.of(yes(line.counts())),
                Optional.of(fileName(line.fileName(), names)),
                time(line.receivedAt()),
                Optional.of(line.mailId()));
    }

    private Optional<String> nominee(DocumentLine line) {
        return Optional.ofNullable(line.nominee())
                .map(number -> campaign.category(String.valueOf(line.category()))
                                .map(Category::name)
                                .orElse("")
                        + number);
    }

    /** One line, without names and numbers of persons; control characters would break the workbook. */
    private String fileName(String name, List<String> nominees) {
        String shown = name;
        for (String nominee : nominees) {
            shown = shown.replace(nominee, SOMEBODY);
        }
        return ground.mask().apply(shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}&&[^\\t\\r]]", ""));
    }

    private List<List<Optional<?>>> openTasks() {
        Restricted restricted = new Restricted(ground);
        List<OpenTask> open = tasks.openTasks();
        List<List<Optional<?>>> lines = new ArrayList<>();
        open.stream()
                .filter(task -> !restricted.is(task))
                .forEach(task -> lines.add(List.of(
                        Optional.of(ground.words().apply("task." + task.kind())),
                        Optional.ofNullable(task.unit()),
                        Optional.ofNullable(task.unit()).flatMap(this::unit),
                        Optional.ofNullable(task.stage()).flatMap(this::stage),
                        restricted.rule(task),
                        Optional.ofNullable(task.mailId()),
                        Optional.of(1),
                        time(task.openedAt()))));
        restricted
                .counts(open, tasks)
                .forEach(count -> lines.add(List.of(
                        Optional.ofNullable(count.get("what")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(count.get("rule")),
                        Optional.empty(),
                        Optional.of(Objects.requireNonNull(count.get("count"))),
                        Optional.empty())));
        return lines;
    }

    private Optional<String> unit(String code) {
        return campaign.unit(code).map(Unit::name);
    }

    private Optional<String> stage(String id) {
        return campaign.stage(id).map(Stage::material);
    }

    private String state(String state) {
        return campaign.messages().find("state." + state).orElse(state);
    }

    private String yes(boolean is) {
        return word(is ? "yes" : "no");
    }

    private Optional<LocalDateTime> time(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time)
                .map(there -> there.atZoneSameInstant(campaign.zone()).toLocalDateTime());
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(key -> word("head." + key)).toList();
    }

    private String word(String key) {
        return ground.words().apply("ledger." + key);
    }

    /** The same entries with one and the same time of change. */
    private static byte[] stamped(byte[] workbook) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook), StandardCharsets.UTF_8);
                ZipOutputStream out = new ZipOutputStream(octets, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(STAMP);
                out.putNextEntry(same);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return octets.toByteArray();
    }
}
