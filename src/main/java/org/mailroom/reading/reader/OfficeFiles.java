package org.mailroom.reading.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ReadingLimits;

/** Everything an office program writes that is no zip: RTF, HTML, saved web pages, XML of Word 2003, plain text, OLE files. */
final class OfficeFiles {
    private static final int HEAD = 64 * 1024;
    /** Names under which office programs open texts and pages whatever is in them. */
    private static final Set<String> OFFICE = Set.of("doc", "docx", "wps", "rtf", "xls", "xlsx", "et", "dot", "odt");

    /** Octets of a text or page for each character it may show. */
    private static final int MARKS = 12;

    private final ReadingLimits limits;
    private final TextCharset charset;

    /** @param oldTexts charset of texts that do not say theirs and are no UTF-8 */
    OfficeFiles(ReadingLimits limits, Charset oldTexts) {
        this.limits = limits;
        this.charset = new TextCharset(oldTexts);
    }

    /** @return empty if the file is nothing an office program writes */
    Optional<Reading> read(Held held, FileType type, String extension) throws IOException {
        return switch (type) {
            case OLE2 -> Optional.of(new CompoundFile(held, limits).reading()).map(OfficeFiles::noted);
            case RTF -> Optional.of(named(rtf(held), extension, Set.of("rtf", "doc", "wps", "dot")));
            case HTML -> Optional.of(html(held, extension));
            case TEXT -> text(held, extension);
            case XML -> xml(held).map(reading -> named(reading, extension, Set.of("xml", "doc")));
            default -> Optional.empty();
        };
    }

    private Reading rtf(Held held) throws IOException {
        try (InputStream in = held.open()) {
            return new Reading.Readable(new RtfFile(limits).read(in));
        }
    }

    /** Active pages fall under R-18; a page under an office name is read, one that claims to be a picture is not. */
    private Reading html(Held held, String extension) throws IOException {
        String head = new String(held.head(HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (head.contains("<script") || head.contains("<form")) {
            return new Reading.Refused(Reading.Reason.FORBIDDEN);
        }
        if (wrong(extension)) {
            return new Reading.Refused(Reading.Reason.WRONG_TYPE);
        }
        Reading page = new Reading.Readable(new HtmlPage(limits).read(List.of(charset.markup(octets(held)))));
        return plain(named(page, extension, Set.of("html", "htm", "doc", "wps")), extension);
    }

    private static boolean wrong(String extension) {
        return FileType.promisesMore("." + extension) && !OFFICE.contains(extension);
    }

    private Optional<Reading> text(Held held, String extension) throws IOException {
        if (!extension.equals("eml") && WebArchive.begins(new String(held.head(HEAD), StandardCharsets.ISO_8859_1))) {
            try (InputStream in = held.open()) {
                Reading pages = new WebArchive(limits, charset).read(in);
                return Optional.of(
                        plain(named(pages, extension, Set.of("mht", "mhtml", "doc", "wps", "xls")), extension));
            }
        }
        boolean word = Set.of("doc", "wps", "rtf").contains(extension);
        if (FileType.promisesMore("." + extension) && !word) {
            return Optional.of(new Reading.Refused(Reading.Reason.WRONG_TYPE));
        }
        Reading text = new Reading.Readable(new PlainText(limits).read(charset.plain(octets(held))));
        return Optional.of(word ? named(text, extension, Set.of()) : plain(text, extension));
    }

    private Optional<Reading> xml(Held held) throws IOException {
        String head = new String(held.head(HEAD), StandardCharsets.ISO_8859_1).replace("\0", "");
        if (!head.contains("wordDocument") && !head.contains("2006/xmlPackage")) {
            return Optional.empty();
        }
        try (InputStream in = held.open()) {
            return Optional.of(noted(new Reading.Readable(new Docx(limits).single(in))));
        }
    }

    private byte[] octets(Held held) throws IOException {
        long most = (long) limits.characters() * MARKS;
        if (held.size() > most) {
            throw new Refusal(Reading.Reason.OVER_LIMIT);
        }
        try (InputStream in = held.open()) {
            return in.readAllBytes();
        }
    }

    private static Reading noted(Reading reading) {
        return reading instanceof Reading.Readable readable
                ? new Reading.Readable(Pictures.noted(readable.sheet()))
                : reading;
    }

    /** Says so where the name does not promise the file of an office program either. */
    private static Reading plain(Reading reading, String extension) {
        return reading instanceof Reading.Readable readable && !FileType.promisesMore("." + extension)
                ? new Reading.Readable(Pictures.with(readable.sheet(), "plain"))
                : reading;
    }

    /** Says so where the name promises something else than what was read. */
    private static Reading named(Reading reading, String extension, Set<String> usual) {
        if (!(reading instanceof Reading.Readable readable)) {
            return reading;
        }
        boolean odd = !usual.contains(extension) && FileType.promisesMore("." + extension);
        return new Reading.Readable(
                odd ? Pictures.with(Pictures.noted(readable.sheet()), "wrong-name") : Pictures.noted(readable.sheet()));
    }
}
