package org.mailroom.bench;

import static org.mailroom.testing.Units.JIANGSU;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mailroom.Mailroom;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Medium;
import org.mailroom.check.Dossier;
import org.mailroom.check.Finding;
import org.mailroom.check.NomineeList;
import org.mailroom.check.RuleContext;
import org.mailroom.check.Rules;
import org.mailroom.custody.RawOctets;
import org.mailroom.custody.StoredMail;
import org.mailroom.demo.SampleNominee;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.FormDescriptors;
import org.mailroom.form.Recogniser;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OpenedMail;
import org.mailroom.message.OurMark;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.Sheet;
import org.mailroom.reading.reader.LocalReader;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rooms that compute, each alone: one mail opened, one form read and recognised, one dossier checked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
public class Rooms {
    private static final int FORM = 60 * 1024;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private LocalReader reader;
    private Recogniser recogniser;
    private MailOpener opener;
    private Rules rules;
    private Part form;
    private Sheet sheet;
    private StoredMail mail;
    private Dossier dossier;

    @Setup
    public void prepare() throws IOException {
        // sets how Jakarta Mail reads, as the program does first thing; starts nothing
        Mailroom.program(Path.of("pom.xml"));
        Campaign campaign = Campaigns.chinese();
        List<FormDescriptor> forms = FormDescriptors.load(campaign.forms(), campaign.lexicon());
        Path folder = Files.createTempDirectory("mailroom-rooms");
        reader = new LocalReader(ReadingLimits.standard(), folder, GB18030);
        recogniser = new Recogniser(forms, campaign.lexicon());
        rules = Rules.load(campaign, forms);
        List<SampleNominee> nominees = Forms.samples().nominees(JIANGSU, 6, 6);
        // the longest form there is, with a picture in it as it has when the photograph was pasted
        form = part(Packages.withPicture(
                Forms.individualApproval(JIANGSU)
                        .nominees(List.of(Forms.samples().individual(JIANGSU, 1)))
                        .docx(),
                FORM,
                new Random(1)));
        sheet = sheet(form);
        Path raw = new Mails(folder.resolve("mails")).write(Mails.Kind.SMALL, 1).get(0);
        opener = new MailOpener(
                sha256 -> RawOctets.open(raw),
                campaign.lexicon(),
                campaign.receiptNumber(),
                new OurMark(Set.of(campaign.office().mailbox()), "X-Mailroom-Loop", "benchmark"));
        mail = new StoredMail(
                1, "designated", "INBOX", "1/1", Instant.EPOCH, "0", "0", Files.size(raw), Optional.empty());
        dossier = dossier(campaign, forms, nominees);
    }

    /** Twelve nominees: report, summary form and twelve forms of the first review, electronic and scanned. */
    private Dossier dossier(Campaign campaign, List<FormDescriptor> descriptors, List<SampleNominee> nominees)
            throws IOException {
        List<Dossier.Filed> filed = new ArrayList<>();
        NomineeList list = new NomineeList(RuleContext.of(campaign, descriptors));
        List<Form> all = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        files.add(Forms.report(JIANGSU).nominees(nominees).docx());
        files.add(Forms.summary(JIANGSU).nominees(nominees).docx());
        nominees.forEach(one ->
                files.add(Forms.firstReview(JIANGSU).nominees(List.of(one)).docx()));
        for (byte[] file : files) {
            for (Form one : recogniser.recognise(sheet(part(file)))) {
                all.add(one);
                Optional<Dossier.Nominee> about =
                        one.document().equals("first-review-form") ? list.nominee(one, List.of()) : Optional.empty();
                filed.add(new Dossier.Filed(one.document(), Medium.ELECTRONIC, about, "a.docx", Optional.of(one)));
                filed.add(new Dossier.Filed(one.document(), Medium.SCAN, about, "a.pdf", Optional.empty()));
            }
        }
        if (all.size() != files.size()) {
            throw new IllegalStateException(files.size() + " forms were made and " + all.size() + " recognised");
        }
        Instant received = Instant.parse("2021-08-20T01:00:00Z");
        return new Dossier(
                JIANGSU, campaign.stage("S1").orElseThrow(), filed, List.of(), list.nominees(all), received, received);
    }

    private static Part part(byte[] docx) {
        return new Part(
                "2", "a.docx", "application/octet-stream", docx.length, "", "", () -> new ByteArrayInputStream(docx));
    }

    private Sheet sheet(Part part) throws IOException {
        return ((Reading.Readable) reader.read(part).get(0).reading()).sheet();
    }

    @Benchmark
    public List<ReadFile> docxToGrid() throws IOException {
        return reader.read(form);
    }

    @Benchmark
    public List<Form> gridToForm() {
        return recogniser.recognise(sheet);
    }

    @Benchmark
    public OpenedMail mimeParse() {
        return opener.open(mail);
    }

    @Benchmark
    public List<Finding> ruleRun() {
        return rules.check(dossier);
    }
}
