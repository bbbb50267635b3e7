package org.mailroom.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.campaign.Campaign;
import org.mailroom.form.Form;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.form.Recogniser;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.form.ScannedForm;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.PartReader;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

/** Reads a case as the desk does: every file, the pages of scans one by one, then the forms. */
final class Reader {
    private final PartReader parts;
    private final Optional<PageReader> pages;
    private final Recogniser recogniser;
    private final ScanRecogniser scans;

    /** @param pages without it pages that need OCR stay unread */
    Reader(Campaign campaign, List<FormDescriptor> forms, PartReader parts, Optional<PageReader> pages) {
        this.parts = parts;
        this.pages = pages;
        this.recogniser = new Recogniser(forms, campaign.lexicon());
        this.scans = new ScanRecogniser(forms, campaign.lexicon());
    }

    /** What was found in the files of a case; pictures are pages of one document, every other file is one by itself. */
    List<Form> forms(CorpusCase made) throws IOException {
        List<Form> found = new ArrayList<>();
        for (CorpusFile file : made.files()) {
            for (ReadFile read : parts.read(part(file))) {
                if (read.reading() instanceof Reading.Readable readable) {
                    found.addAll(recogniser.recognise(readable.sheet()));
                }
            }
        }
        scanned(made).forEach(one -> found.add(one.form().form()));
        return found;
    }

    /** The files of a case one by one with what was found in each, as they are filed. */
    List<RecognisedFile> files(CorpusCase made) throws IOException {
        List<RecognisedFile> files = new ArrayList<>();
        for (CorpusFile file : made.files()) {
            Part part = part(file);
            for (ReadFile read : parts.read(part)) {
                files.add(recognised(part, read));
            }
        }
        return files;
    }

    /** A form and the pages of its file. */
    record OnPages(ScannedForm form, List<ScanPage> pages) {}

    /** The forms on the pages of each file, pictures being pages of one document. */
    List<OnPages> scanned(CorpusCase made) throws IOException {
        List<List<ScanPage>> files = new ArrayList<>();
        List<ScanPage> pictures = new ArrayList<>();
        for (CorpusFile file : made.files()) {
            Part part = part(file);
            for (ReadFile read : parts.read(part)) {
                if (read.reading() instanceof Reading.Scan scan) {
                    List<ScanPage> pages = file.extension().equals("jpg") ? pictures : new ArrayList<>();
                    for (ScanPage page : scan.pages()) {
                        pages.add(recognised(part, read.name(), page).numbered(pages.size() + 1));
                    }
                    if (pages != pictures) {
                        files.add(pages);
                    }
                }
            }
        }
        files.add(pictures);
        return files.stream()
                .flatMap(pages -> scans.recognise(pages).stream().map(form -> new OnPages(form, pages)))
                .toList();
    }

    /** How many seals are seen on each page of all files, in order. */
    List<Integer> seals(CorpusCase made) throws IOException {
        List<Integer> seals = new ArrayList<>();
        for (CorpusFile file : made.files()) {
            for (ReadFile read : parts.read(part(file))) {
                if (read.reading() instanceof Reading.Scan scan) {
                    scan.pages().forEach(page -> seals.add(page.seals().size()));
                }
            }
        }
        return seals;
    }

    private RecognisedFile recognised(Part part, ReadFile read) throws IOException {
        if (read.reading() instanceof Reading.Readable readable) {
            return new RecognisedFile(read, recogniser.recognise(readable.sheet()));
        }
        if (read.reading() instanceof Reading.Scan scan) {
            List<ScanPage> seen = new ArrayList<>();
            for (ScanPage page : scan.pages()) {
                seen.add(recognised(part, read.name(), page));
            }
            Reading whole = new Reading.Scan(scan.type(), seen, scan.photo());
            return new RecognisedFile(
                    new ReadFile(part, read.name(), read.size(), read.sha256(), whole).unrecognised(),
                    List.of(),
                    scans.recognise(seen));
        }
        return new RecognisedFile(read, List.of());
    }

    private ScanPage recognised(Part part, String name, ScanPage page) throws IOException {
        return page.text() == ScanPage.Text.OPEN && pages.isPresent()
                ? pages.get().recognise(part, name, page.number())
                : page;
    }

    static Part part(CorpusFile file) {
        return new Part(
                "2",
                file.name(),
                "application/octet-stream",
                file.octets().length,
                "",
                "",
                () -> new ByteArrayInputStream(file.octets()));
    }
}
