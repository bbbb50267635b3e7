package org.mailroom.agenda;

import static java.time.ZoneOffset.UTC;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mailroom.campaign.Campaign;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.Tasks;
import org.mailroom.dossier.DossierRoom;
import org.mailroom.dossier.ReceiptWindows;
import org.mailroom.dossier.Scans;
import org.mailroom.form.Descriptors;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.Place;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.job.DbJobs;
import org.mailroom.mailbox.MailboxHealth;
import org.mailroom.reading.reader.Parts;
import org.mailroom.reply.Guard;
import org.mailroom.reply.InternalComposer;
import org.mailroom.reply.Origin;
import org.mailroom.reply.OutboxRows;
import org.mailroom.sender.Contacts;
import org.mailroom.sender.Senders;
import org.mailroom.testing.HandClock;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a digest is made from, with all its real parts, on any database; what mails and people did is put there by SQL. */
final class DigestDesk {
    static final DigestReport.Disk DISK = new DigestReport.Disk(40L << 30, 100L << 30);

    final Campaign campaign;
    final JdbcClient jdbc;
    final HandClock clock;
    final HandClock machine;
    private final DataSource database;
    private final List<FormDescriptor> forms;
    private final DossierRoom room;
    private final Instant opened;
    private int mails;

    /** @param opened the campaign's local time when the desk was first opened, and now */
    DigestDesk(Campaign campaign, DataSource database, String opened) {
        this.campaign = campaign;
        this.database = database;
        this.opened = instant(opened);
        this.clock = new HandClock(this.opened);
        this.machine = new HandClock(this.opened);
        this.jdbc = JdbcClient.create(database);
        this.forms = FormDescriptors.load(campaign.forms(), campaign.lexicon());
        this.room = DossierRoom.build(
                new DossierRoom.Ground(
                        campaign,
                        Rules.load(campaign, forms),
                        new NomineeList(RuleContext.of(campaign, forms)),
                        new Senders(new Contacts(jdbc), campaign.units(), campaign.collisions(), campaign.lexicon()),
                        Scans.Means.none(new ScanRecogniser(forms, campaign.lexicon())),
                        jdbc,
                        transaction(),
                        new DbJobs(database, machine),
                        tasks(),
                        events(),
                        clock,
                        machine),
                new ReceiptWindows.Timing(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofMinutes(2)),
                new byte[32]);
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(campaign.zone()).toInstant();
    }

    /** Moves both clocks. */
    void at(String local) {
        Duration step = Duration.between(clock.instant(), instant(local));
        clock.forward(step);
        machine.forward(step);
    }

    Tasks tasks() {
        return new Tasks(database, clock);
    }

    EventLog events() {
        return new EventLog(database, clock);
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    static DigestSettings settings(String... recipients) {
        return new DigestSettings(
                List.of(recipients), LocalTime.of(8, 30), LocalTime.of(17, 0), "http://localhost:8080");
    }

    DigestReport.Ground ground(DigestSettings settings) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames("desk-words", "ledger-words");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return new DigestReport.Ground(
                campaign,
                settings,
                room.standings(),
                jdbc,
                () -> List.of(new MailboxHealth(
                        "designated",
                        Optional.of(machine.instant().minusSeconds(20)),
                        Optional.of(clock.instant()),
                        0,
                        Optional.empty())),
                () -> opened,
                key -> String.valueOf(words.getMessage(key, null, key, campaign.locale())),
                new Guard(campaign)::mask,
                () -> DISK,
                machine);
    }

    /** A node of the desk: each call begins another life, which remembers nothing but the database. */
    Digests digests(DigestSettings settings) {
        Clock now = clock;
        return new Digests(
                campaign,
                settings,
                new DigestReport(ground(settings)),
                new InternalComposer(campaign, Path.of("mail-templates"), origin()),
                new Guard(campaign),
                new OutboxRows(jdbc, new DbJobs(database, machine), machine),
                tasks(),
                events(),
                jdbc,
                transaction(),
                () -> opened,
                now);
    }

    Origin origin() {
        return new Origin(campaign.office().mailbox(), "0123456789abcdef", new byte[32]);
    }

    long mail(String state) {
        mails++;
        jdbc.sql("""
                        insert into mail (account, folder, source_key, state, server_time, received_at, journalled_at, size)
                        values ('designated', 'INBOX', :key, :state, :now, :now, :now, 100)""")
                .param("key", "1/" + mails)
                .param("state", state)
                .param("now", clock.instant().atOffset(UTC))
                .update();
        long id = jdbc.sql("select max(id) from mail").query(Long.class).single();
        events().append("MAIL_KEPT", "mail", null, null, id, Map.of());
        return id;
    }

    /** A dossier as a mail of this moment left it. */
    long dossier(String unit, String stage, String state, int gaps, int receipts) {
        jdbc.sql("""
                        insert into dossier (unit, stage, state, first_received, last_received, complete_received, on_time,
                                             receipts, gaps)
                        values (:unit, :stage, :state, :now, :now, :complete, true, :receipts, :gaps)""")
                .param("unit", unit)
                .param("stage", stage)
                .param("state", state)
                .param("now", clock.instant().atOffset(UTC))
                .param("complete", state.equals("COMPLETE") ? clock.instant().atOffset(UTC) : null)
                .param("receipts", receipts)
                .param("gaps", gaps)
                .update();
        return jdbc.sql("select max(id) from dossier").query(Long.class).single();
    }

    void assessed(String unit, String stage, long mail, String to) {
        events().append("DOSSIER_ASSESSED", "rule", unit, stage, mail, Map.of("from", "NOT_STARTED", "to", to));
    }

    void finding(long dossier, String rule, String severity) {
        jdbc.sql("""
                        insert into finding (dossier_id, rule, message, severity, place, details)
                        values (:dossier, :rule, :rule, :severity, :place, '{}')""")
                .param(
                        "place",
                        JsonMapper.builder()
                                .build()
                                .writeValueAsString(new Place("summary-form", Optional.empty(), "", 0, "")))
                .param("dossier", dossier)
                .param("rule", rule)
                .param("severity", severity)
                .update();
    }

    long nominee(String unit, String category, String name) {
        jdbc.sql("""
                        insert into nominee (unit, category, name, identity_key, state)
                        values (:unit, :category, :name, :name, 'LISTED')""")
                .param("unit", unit)
                .param("category", category)
                .param("name", name)
                .update();
        return jdbc.sql("select max(id) from nominee").query(Long.class).single();
    }

    /** Files a document into its slot, as the form says what is in it. */
    void document(
            long dossier, String document, String medium, @Nullable Long nominee, long mail, String file, byte[] docx) {
        jdbc.sql("""
                        insert into part (mail_id, path, name, declared_type, size, sha256, outcome)
                        values (:mail, '1', :file, 'application/octet-stream', 100, 'ab', 'RECOGNISED')""").param("mail", mail).param("file", file).update();
        jdbc.sql("""
                        insert into document (dossier_id, document, medium, nominee_id, version, mail_id, part_id, ordinal,
                                              file_name, size, sha256, received_at, assigned_by, content)
                        values (:dossier, :document, :medium, :nominee, 1, :mail, (select max(id) from part), 1, :file, 100, 'ab',
                                :now, 'READ', :content)""")
                .param("dossier", dossier)
                .param("document", document)
                .param("medium", medium)
                .param("nominee", nominee)
                .param("mail", mail)
                .param("file", file)
                .param("now", clock.instant().atOffset(UTC))
                .param("content", docx.length == 0 ? null : content(docx))
                .update();
        long id = jdbc.sql("select max(id) from document").query(Long.class).single();
        jdbc.sql("insert into slot (dossier_id, slot_key, document_id) values (:dossier, :key, :id)")
                .param("dossier", dossier)
                .param("key", document + '/' + medium + '/' + (nominee == null ? "-" : nominee))
                .param("id", id)
                .update();
    }

    private String content(byte[] docx) {
        try {
            List<Form> read = Descriptors.recogniser(
                            campaign.zone().getId().startsWith("Asia") ? Descriptors.CNIPA : Descriptors.MAPLE)
                    .recognise(Parts.sheet(docx));
            return JsonMapper.builder().build().writeValueAsString(read.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail to a unit in the outbox. */
    void outgoing(String cause, String state) {
        jdbc.sql("""
                        insert into outbox (cause, kind, recipient, message_id, subject, message, state, next_attempt, created_at)
                        values (:cause, 'receipt', 'zscq@jiangsu.example', '<x@y>', 'x', :message, :state, :now, :now)""")
                .param("cause", cause)
                .param("message", new byte[] {1})
                .param("state", state)
                .param("now", machine.instant().atOffset(UTC))
                .update();
    }

    /** The digests in the outbox, as cause and state. */
    List<String> queued() {
        return jdbc.sql("select cause || ' ' || state from outbox where kind = 'digest' order by id")
                .query(String.class)
                .list();
    }

    byte[] message(int number) {
        return jdbc.sql("select message from outbox where kind = 'digest' order by id")
                .query((row, line) -> row.getBytes("message"))
                .list()
                .get(number);
    }

    List<String> slots() {
        return jdbc.sql("select slot_key || ' ' || outcome from agenda_slot where kind = 'digest' order by slot_time")
                .query(String.class)
                .list();
    }

    List<String> openTasks() {
        return new ArrayList<>(jdbc.sql("select kind from task where closed_at is null order by id")
                .query(String.class)
                .list());
    }
}
