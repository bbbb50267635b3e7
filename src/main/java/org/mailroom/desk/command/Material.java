package org.mailroom.desk.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.form.FormDescriptor;
import org.mailroom.form.RecognisedMail.RecognisedFile;
import org.mailroom.form.Recogniser;
import org.mailroom.form.Recognition;
import org.mailroom.form.ScanRecogniser;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.ReaderPool;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;

/** Files on this machine, read and recognised as if they had been attached to one mail. */
final class Material {
    private final Campaign campaign;
    private final Installation installation;
    private final Recognition recognition;

    Material(Campaign campaign, Installation installation, List<FormDescriptor> forms) {
        this.campaign = campaign;
        this.installation = installation;
        this.recognition = new Recognition(
                new Recogniser(forms, campaign.lexicon()), new ScanRecogniser(forms, campaign.lexicon()));
    }

    /**
     * @param given files, and folders with all that lies below; their names show from the folder on
     * @throws CommandFault if one does not exist or cannot be read, or there is no file in all
     */
    List<RecognisedFile> read(List<Path> given) throws IOException {
        List<RecognisedFile> files = new ArrayList<>();
        Path temp = Files.createTempDirectory("mailroom-check");
        try (ReaderPool reader = installation.reader(campaign, temp)) {
            for (Path one : given) {
                for (Path file : below(one)) {
                    String name = Files.isDirectory(one) ? shown(one.relativize(file)) : shown(last(file));
                    for (ReadFile read : reader.read(part(file, name))) {
                        files.add(recognition.recognise(withItsPages(read, reader)));
                    }
                }
            }
        } finally {
            // the reader has removed what it laid down there
            Files.deleteIfExists(temp);
        }
        if (files.isEmpty()) {
            throw CommandFault.usage("empty", given.get(0));
        }
        return files;
    }

    /** What the desk does by a job for each page: here somebody waits for it. */
    private static ReadFile withItsPages(ReadFile read, ReaderPool reader) throws IOException {
        if (!(read.reading() instanceof Reading.Scan scan)) {
            return read;
        }
        List<ScanPage> pages = new ArrayList<>();
        for (ScanPage page : scan.pages()) {
            boolean open = page.text() == ScanPage.Text.OPEN;
            pages.add(open ? reader.recognise(read.part(), read.name(), page.number()) : page);
        }
        return new ReadFile(
                read.part(),
                read.name(),
                read.size(),
                read.sha256(),
                new Reading.Scan(scan.type(), pages, scan.photo()));
    }

    /** In the order of their names; what the system or an editor keeps for itself is left out. */
    private static List<Path> below(Path given) throws IOException {
        if (!Files.exists(given)) {
            throw CommandFault.usage("file", given);
        }
        try (Stream<Path> all = Files.walk(given)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> file.equals(given)
                            || !last(file).toString().startsWith(".")
                                    && !last(file).toString().startsWith("~$"))
                    .sorted()
                    .toList();
            files.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
                throw CommandFault.usage("unreadable", file);
            });
            return files;
        }
    }

    private static Part part(Path file, String name) throws IOException {
        return new Part("1", name, "application/octet-stream", Files.size(file), "", "", () -> open(file));
    }

    private static InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    private static Path last(Path file) {
        Path name = file.getFileName();
        return name == null ? file : name;
    }

    private static String shown(Path name) {
        return name.toString().replace(name.getFileSystem().getSeparator(), "/");
    }
}
