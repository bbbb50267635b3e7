package org.mailroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.agenda.Agenda;
import org.mailroom.agenda.Digests;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Unit;
import org.mailroom.sender.Contacts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Plays the scenario and says line by line what the desk did with each mail. Remembers how far it came, so that a second start
 * goes on and repeats nothing. Each answer is written to a file.
 */
final class Storyteller {
    /** Longer than the demonstration's receipts wait for the scans of a mail. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Campaign campaign;
    private final Scenario scenario;
    private final BundleMaker bundles;
    private final DemoMail mails;
    private final MovableClock clock;
    private final Clock machineClock;
    private final JdbcClient jdbc;
    private final Path folder;
    private final Contacts contacts;
    private final Agenda agenda;
    private final Digests digests;
    private final Narration words;
    private final PrintStream out;
    private final Map<Integer, MimeMessage> sent = new HashMap<>();
    private final Set<Long> told = new HashSet<>();

    Storyteller(
            Campaign campaign,
            Scenario scenario,
            BundleMaker bundles,
            DemoMail mails,
            MovableClock clock,
            Clock machineClock,
            JdbcClient jdbc,
            Path folder,
            Contacts contacts,
            Agenda agenda,
            Digests digests,
            Narration words,
            PrintStream out) {
        this.campaign = campaign;
        this.scenario = scenario;
        this.bundles = bundles;
        this.mails = mails;
        this.clock = clock;
        this.machineClock = machineClock;
        this.jdbc = jdbc;
        this.folder = folder;
        this.contacts = contacts;
        this.agenda = agenda;
        this.digests = digests;
        this.words = words;
        this.out = out;
    }

    /** Plays what has not been played yet. */
    void play() {
        int done = progress();
        if (done >= scenario.steps().size()) {
            out.println(words.of("resumed", done));
            return;
        }
        told.addAll(sentMails());
        for (int i = done; i < scenario.steps().size(); i++) {
            Scenario.Step step = scenario.steps().get(i);
            out.println();
            out.println(words.of("step", i + 1, scenario.steps().size(), step.title()));
            play(i + 1, step);
            remember(i + 1);
        }
        out.println();
        out.println(words.of("end", folder.resolve("answers")));
    }

    private void play(int number, Scenario.Step step) {
        if (step.clock().isPresent()) {
            moveTo(step.clock().get());
            return;
        }
        if (!step.each().isEmpty()) {
            each(step);
            return;
        }
        long before = count("select count(*) from mail");
        MimeMessage mail = step.again().map(this::again).orElseGet(() -> write(step));
        sent.put(number, mail);
        mails.send(mail);
        await(() -> count("select count(*) from mail") > before);
        long id = count("select max(id) from mail");
        awaitRest();
        tell(id);
    }

    /** Moves the clock to the next time of day at which something may be due. */
    synchronized LocalDateTime moveToNextStop() {
        LocalDateTime now = clock.instant().atZone(zone()).toLocalDateTime();
        LocalDateTime next = Stream.of(now.toLocalDate(), now.toLocalDate().plusDays(1))
                .flatMap(day -> scenario.stops().stream().map(day::atTime))
                .filter(stop -> stop.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(now.plusDays(1));
        moveTo(next);
        return next;
    }

    /** Moves the clock on by a day. */
    synchronized LocalDateTime moveByADay() {
        LocalDateTime then =
                clock.instant().atZone(zone()).toLocalDateTime().plusDays(1).truncatedTo(ChronoUnit.MINUTES);
        moveTo(then);
        return then;
    }

    /** Moves the clock on, halting at each time of day at which something may be due. */
    private synchronized void moveTo(LocalDateTime then) {
        LocalDateTime now = clock.instant().atZone(zone()).toLocalDateTime();
        for (LocalDate day = now.toLocalDate(); !day.isAfter(then.toLocalDate()); day = day.plusDays(1)) {
            for (LocalTime stop : scenario.stops()) {
                LocalDateTime halt = day.atTime(stop);
                if (halt.isAfter(now) && halt.isBefore(then)) {
                    haltAt(halt);
                }
            }
        }
        haltAt(then);
        out.println(words.clock(then));
    }

    private void haltAt(LocalDateTime time) {
        Instant instant = time.atZone(zone()).toInstant();
        if (instant.isAfter(clock.instant())) {
            clock.moveTo(instant);
        }
        await(() -> agenda.hasRead(instant));
        agenda.tick();
        digests.tick();
        awaitRest();
        counted().forEach((kind, count) -> out.println(words.posted(time, kind, count)));
    }

    /** One mail of each unit, all at once. */
    private void each(Scenario.Step step) {
        long before = count("select count(*) from mail");
        for (String code : step.each()) {
            Unit unit = campaign.unit(code).orElseThrow();
            String address = contacts.registeredOf(code).get(0).address();
            mails.send(write(step.of(unit, address)));
        }
        await(() -> count("select count(*) from mail") >= before + step.each().size());
        awaitRest();
        out.println(words.of("each", step.each().size()));
        counted().forEach((kind, count) -> out.println(words.posted(kind, count)));
    }

    /** What was sent since this was last asked: how many of each kind. Each is written to a file. */
    private Map<String, Long> counted() {
        List<Answered> mails = untold();
        mails.forEach(this::write);
        return mails.stream().collect(Collectors.groupingBy(Answered::kind, TreeMap::new, Collectors.counting()));
    }

    /** Until every mail is filed, every window closed and everything sent. */
    private void awaitRest() {
        await(() -> count("select count(*) from mail where state = 'STORED'") == 0
                && count("select count(*) from receipt_window where state = 'OPEN'") == 0
                && count("select count(*) from outbox where state in ('QUEUED', 'SENDING', 'RETRY')") == 0);
    }

    private MimeMessage write(Scenario.Step step) {
        List<BundleMaker.Attachment> files = step.bundle()
                .map(bundle -> step.encrypted()
                        .map(name -> List.of(BundleMaker.encrypted(
                                name, bundles.files(bundle, step.from()).get(0).content())))
                        .orElseGet(() -> bundles.files(bundle, step.from())))
                .orElse(List.of());
        return mails.write(step, files, clock.instant());
    }

    /** The mail of an earlier step; written anew if that step was played by an earlier start. */
    private MimeMessage again(int step) {
        MimeMessage mail = sent.get(step);
        return mail == null ? write(scenario.steps().get(step - 1)) : mail;
    }

    private record MailLine(
            String state,
            @Nullable Long duplicateOf,
            @Nullable String unit,
            @Nullable String mayAnswer,
            int files) {}

    private record Answered(long id, String kind, String recipient, String subject, byte[] message) {}

    private void tell(long id) {
        MailLine mail = jdbc.sql("""
                        select m.state, m.duplicate_of, m.unit, m.may_answer,
                               (select count(*) from part p where p.mail_id = m.id) as files
                          from mail m where m.id = :id""").param("id", id).query(MailLine.class).single();
        if (mail.duplicateOf() != null) {
            out.println(words.of("copy", mail.duplicateOf()));
        } else {
            out.println(words.mail(id, mail.unit(), mail.files(), mail.mayAnswer()));
        }
        standings(id).forEach(standing -> out.println(words.standing(standing.stage(), standing.details())));
        jdbc.sql("select kind from task where mail_id = :id order by id")
                .param("id", id)
                .query(String.class)
                .list()
                .forEach(kind -> out.println(words.task(kind)));
        for (Answered answer : untold()) {
            out.println(words.of("answer", answer.subject(), masked(answer.recipient())));
            write(answer);
        }
    }

    /** What was sent since this was last asked. */
    private List<Answered> untold() {
        return sentMails().stream()
                .filter(told::add)
                .map(id -> jdbc.sql("select id, kind, recipient, subject, message from outbox where id = :id")
                        .param("id", id)
                        .query(Answered.class)
                        .single())
                .toList();
    }

    private record Assessed(String stage, String details) {}

    /** Where the unit's dossiers stood after the mail, as the events have it. */
    private List<Assessed> standings(long mail) {
        return jdbc.sql(
                        "select stage, details from event where mail_id = :id and kind = 'DOSSIER_ASSESSED' order by id")
                .param("id", mail)
                .query(Assessed.class)
                .list();
    }

    private List<Long> sentMails() {
        return jdbc.sql("select id from outbox where state = 'SENT' order by id")
                .query(Long.class)
                .list();
    }

    private void write(Answered answer) {
        try {
            Path answers = Files.createDirectories(folder.resolve("answers"));
            String name = String.format(
                    Locale.ROOT,
                    "%03d-%s-%s.eml",
                    answer.id(),
                    answer.kind(),
                    answer.recipient().replace('@', '-'));
            Files.write(answers.resolve(name), answer.message());
        } catch (IOException e) {
            throw new UncheckedIOException("an answer cannot be written to " + folder, e);
        }
    }

    private static String masked(String address) {
        return address.charAt(0) + "***" + address.substring(address.indexOf('@'));
    }

    private void await(BooleanSupplier done) {
        Instant until = machineClock.instant().plus(PATIENCE);
        while (!done.getAsBoolean() && machineClock.instant().isBefore(until)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the demonstration was stopped");
            }
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private ZoneId zone() {
        return clock.getZone();
    }

    private int progress() {
        try {
            Path file = folder.resolve("scenario");
            return Files.exists(file)
                    ? Integer.parseInt(Files.readString(file, UTF_8).strip())
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(int done) {
        try {
            Files.writeString(folder.resolve("scenario"), Integer.toString(done), UTF_8);
            clock.remember();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
