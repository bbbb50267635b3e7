package org.mailroom.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.campaign.Lexicon;
import org.mailroom.custody.StoredMail;

/** Opens stored mails. Whatever a sender can do to a mail gives a value; only an unreadable file of ours throws. */
public final class MailOpener {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final int MOST_REFERENCES = 50;
    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private final RawMail raw;
    private final Node.Words words;
    private final Tree tree;
    private final NewestText newestText;
    private final CloudLinks cloudLinks;
    private final AnswerTable answerTable;
    private final Sorting sorting;
    private final Subjects subjects;

    /**
     * @param receiptNumber the campaign's pattern of receipt numbers, with {stage}, {unit} and {n}
     * @throws org.mailroom.campaign.CampaignException if the lexicon lacks words that are needed here
     */
    public MailOpener(RawMail raw, Lexicon lexicon, String receiptNumber, OurMark ours) {
        this.raw = raw;
        words = Node.Words.of(
                new TextDecoder(Charset.forName(lexicon.words("mail.charset").get(0))));
        tree = new Tree(words);
        newestText = new NewestText(lexicon);
        cloudLinks = new CloudLinks(lexicon);
        answerTable = new AnswerTable(lexicon, ours);
        sorting = new Sorting(lexicon);
        subjects = new Subjects(lexicon, receiptNumber);
    }

    /** @throws UncheckedIOException if the stored file cannot be read now; the mail itself may be anything */
    public OpenedMail open(StoredMail stored) {
        try (InputStream file = raw.open(stored.rawSha256())) {
            Node root = tree.root(file);
            Walk walk = new Walk(tree, words, () -> raw.open(stored.rawSha256()));
            String text = newestText.of(walk.walk(root));
            return opened(stored, root.headers(), walk, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private OpenedMail opened(StoredMail stored, Headers headers, Walk walk, String text) {
        List<Part> parts = walk.parts();
        List<OpenedMail.CloudLink> links = cloudLinks.in(walk.bodies());
        List<Address> replyTo = addresses(headers, "reply-to");
        Optional<Address> from = addresses(headers, "from").stream().findFirst();
        String subject = SPACE.matcher(words.encoded().decode(headers.firstOrBlank("subject")))
                .replaceAll(" ")
                .strip();
        String topic = subjects.topic(subject);
        Letter letter = new Letter(
                headers,
                from,
                addresses(headers, "from", "sender", "reply-to"),
                subject,
                topic,
                walk.nodes().stream().map(Node::type).collect(Collectors.toSet()),
                reportType(walk, headers),
                walk.nodes().stream().anyMatch(MailOpener::isInvitation),
                !links.isEmpty() || parts.stream().anyMatch(MailOpener::isMaterial),
                parts.stream().map(Part::fileName).toList(),
                text);
        MayAnswer mayAnswer = answerTable.decide(letter);
        MailClass mailClass = sorting.sort(letter, mayAnswer);
        return new OpenedMail(
                stored,
                mailClass,
                mayAnswer,
                from,
                addresses(headers, "to", "cc", "delivered-to", "x-original-to"),
                ids(headers, "message-id").findFirst(),
                references(headers),
                subject,
                topic,
                sentAt(headers),
                text,
                parts,
                walk.skipped(),
                links,
                replyTo,
                mailClass == MailClass.COMMAND ? sorting.command(letter) : Optional.empty(),
                subjects.receiptTag(subject),
                subjects.wishes(topic, text));
    }

    private List<Address> addresses(Headers headers, String... names) {
        return Stream.of(names)
                .flatMap(headers::all)
                .flatMap(value -> words.addresses().parse(value).stream())
                .distinct()
                .toList();
    }

    private String reportType(Walk walk, Headers headers) {
        return Stream.concat(Stream.of(headers), walk.nodes().stream().map(Node::headers))
                .map(each -> words.parameters(each.firstOrBlank("content-type")))
                .filter(type -> type.value().equals("multipart/report"))
                .map(type -> type.raw("report-type").orElse("").toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static boolean isInvitation(Node node) {
        return node.type().equals("text/calendar")
                && node.contentType().raw("method").isPresent();
    }

    /** An attachment that a person may have handed in, not one that a mail system adds. */
    private static boolean isMaterial(Part part) {
        String type = part.declaredType();
        return !type.startsWith("message/") && !type.equals("text/rfc822-headers") && !type.equals("text/calendar");
    }

    private static Stream<String> ids(Headers headers, String name) {
        return headers.all(name)
                .flatMap(value -> MESSAGE_ID.matcher(value).results())
                .map(result -> result.group());
    }

    /** References, or In-Reply-To where a client sends only that; the newest if there are very many. */
    private static List<String> references(Headers headers) {
        Set<String> ids = new LinkedHashSet<>(ids(headers, "references").toList());
        ids(headers, "in-reply-to").forEach(ids::add);
        List<String> all = new ArrayList<>(ids);
        return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
    }

    private static Optional<Instant> sentAt(Headers headers) {
        try {
            return headers.has("date")
                    ? Optional.of(new MailDateFormat()
                            .parse(headers.firstOrBlank("date"))
                            .toInstant())
                    : Optional.empty();
        } catch (ParseException noDate) {
            return Optional.empty();
        }
    }

    /**
     * Decodes one GB2312 name by the mail library, to see that its settings came in time and that the packaged program
     * kept its charset map.
     *
     * @throws IllegalStateException if it comes out wrong: every attachment's name would
     */
    public static void selfCheck() {
        try {
            String expected = new String(HexFormat.of().parseHex("beb5e946"), "GB18030") + ".docx";
            MimeBodyPart part = new MimeBodyPart();
            part.setHeader("Content-Disposition", "attachment; filename=\"=?gb2312?B?vrXpRi5kb2N4?=\"");
            if (!expected.equals(part.getFileName())) {
                throw new IllegalStateException(
                        "Jakarta Mail does not decode file names: its settings or its charset map are missing");
            }
        } catch (UnsupportedEncodingException missing) {
            throw new IllegalStateException("this Java has no GB18030: module jdk.charsets is missing", missing);
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
