package org.mailroom.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.DocumentKind;
import org.mailroom.campaign.Medium;
import org.mailroom.campaign.Unit;
import org.mailroom.form.Filled;

/** Makes the files of a bundle: first-stage material of one unit, electronic and as scans. */
final class BundleMaker {
    private static final Pattern LENGTH = Pattern.compile("([0-9]+) characters");
    private static final String NOMINEE_FORM = "first-review-form";
    private static final String REPORT = "first-review-report";
    private static final String SUMMARY = "summary-form";
    /** As office scanners are usually set. */
    private static final int DPI = 150;

    private static final String CONTACTS = "contact-form";

    private final Campaign campaign;
    private final SampleForms samples;
    private final Scenario.FileNames names;

    BundleMaker(Campaign campaign, SampleForms samples, Scenario.FileNames names) {
        this.campaign = campaign;
        this.samples = samples;
        this.names = names;
    }

    /** A file to attach. */
    record Attachment(String name, String type, byte[] content) {}

    /** @param from the sender, who stands in the contact form */
    List<Attachment> files(Scenario.Bundle bundle, String from) {
        Unit unit = campaign.unit(bundle.unit()).orElseThrow();
        List<Attachment> files = new ArrayList<>();
        if (bundle.only().contains(CONTACTS)) {
            add(files, bundle, CONTACTS, Optional.empty(), samples.docx(samples.contactForm(unit, from)));
            return files;
        }
        List<SampleNominee> nominees = samples.nominees(unit, bundle.collectives(), bundle.individuals()).stream()
                .map(nominee -> changed(nominee, bundle))
                .toList();
        add(files, bundle, REPORT, Optional.empty(), samples.docx(samples.report(REPORT, unit, nominees)));
        if (bundle.together()) {
            List<Filled> forms = nominees.stream()
                    .map(nominee -> samples.nomineeForm(NOMINEE_FORM, unit, nominee))
                    .toList();
            files.add(word(name(names.together(), NOMINEE_FORM, ""), samples.docx(forms)));
            files.add(scan(name(names.together(), NOMINEE_FORM, ""), nominees.size()));
        } else {
            nominees.forEach(nominee ->
                    add(files, bundle, NOMINEE_FORM, Optional.of(nominee), nomineeForm(bundle, unit, nominee)));
        }
        add(files, bundle, SUMMARY, Optional.empty(), samples.docx(samples.summaryForm(unit, nominees)));
        if (!bundle.oneScan().isEmpty()) {
            files.add(new Attachment(bundle.oneScan() + ".pdf", "application/pdf", oneScan(unit, nominees)));
        }
        return files;
    }

    /** All paper of the unit, as it comes out of one scanner in one go. */
    private byte[] oneScan(Unit unit, List<SampleNominee> nominees) {
        List<Filled> paper = new ArrayList<>();
        paper.add(samples.report(REPORT, unit, nominees));
        nominees.forEach(nominee -> paper.add(samples.nomineeForm(NOMINEE_FORM, unit, nominee)));
        paper.add(samples.summaryForm(unit, nominees));
        return SampleScan.stamped(samples, paper, DPI);
    }

    /** The electronic files of a bundle in one Word file that asks for a password. */
    static Attachment encrypted(String name, byte[] docx) {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            // POI's own folder for temporary files has one name for all users of a machine, and belongs to the first
            Path folder = Files.createTempDirectory("mailroom-demo");
            folder.toFile().deleteOnExit();
            TempFile.setThreadLocalTempFileCreationStrategy(new DefaultTempFileCreationStrategy(folder.toFile()));
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("not-told");
            try (OutputStream plain = encryptor.getDataStream(file)) {
                plain.write(docx);
            }
            file.writeFilesystem(out);
            return word(name, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every Java platform", e);
        }
    }

    private byte[] nomineeForm(Scenario.Bundle bundle, Unit unit, SampleNominee nominee) {
        byte[] docx = samples.docx(samples.nomineeForm(NOMINEE_FORM, unit, nominee));
        for (Map.Entry<String, String> label :
                bundle.renamed().getOrDefault(key(nominee), Map.of()).entrySet()) {
            docx = AlteredForm.renamed(docx, label.getKey(), label.getValue());
        }
        return docx;
    }

    private SampleNominee changed(SampleNominee nominee, Scenario.Bundle bundle) {
        SampleNominee result = nominee;
        for (Map.Entry<String, String> change :
                bundle.change().getOrDefault(key(nominee), Map.of()).entrySet()) {
            Matcher length = LENGTH.matcher(change.getValue());
            result = result.with(
                    change.getKey(),
                    length.matches() ? samples.text(Integer.parseInt(length.group(1))) : change.getValue());
        }
        return result;
    }

    private void add(
            List<Attachment> files,
            Scenario.Bundle bundle,
            String document,
            Optional<SampleNominee> nominee,
            byte[] docx) {
        String key = nominee.map(BundleMaker::key).orElse(document);
        if (!bundle.only().isEmpty() && !bundle.only().contains(key)) {
            return;
        }
        String pattern = nominee.isPresent() ? names.ofNominee() : names.ofUnit();
        String name = name(pattern, document, nominee.map(SampleNominee::name).orElse(""));
        if (!bundle.without().contains(key + "/" + Medium.ELECTRONIC)) {
            files.add(word(name, docx));
        }
        if (bundle.oneScan().isEmpty() && !bundle.without().contains(key + "/" + Medium.SCAN)) {
            files.add(scan(name, 1));
        }
    }

    private static Attachment word(String name, byte[] docx) {
        return new Attachment(
                name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx);
    }

    private Attachment scan(String name, int pages) {
        return new Attachment(
                names.scan().replace("{name}", name) + ".pdf", "application/pdf", SampleScan.pdf(name, pages));
    }

    private String name(String pattern, String document, String nominee) {
        DocumentKind kind = campaign.documents().get(document);
        if (kind == null) {
            throw new IllegalStateException("the campaign has no document " + document);
        }
        return pattern.replace("{annex}", kind.annex().orElse(""))
                .replace("{document}", kind.name())
                .replace("{nominee}", nominee);
    }

    private static String key(SampleNominee nominee) {
        return nominee.category() + "-" + nominee.number();
    }
}
