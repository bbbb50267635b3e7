package org.mailroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mailroom.campaign.Unit;
import org.mailroom.demo.SampleNominee;
import org.mailroom.testing.Campaigns;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.MailBuilder.Names;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Mails of registered units, valid in every field, no two alike: each file of each mail has octets of its own, so that
 * nothing can be recognised as seen before. Written as files, for a server to hand out.
 */
final class Mails {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final List<Names> ENCODINGS =
            List.of(Names.RFC2047_GB2312, Names.RFC2047_UTF8, Names.RFC2231, Names.RAW_GBK);
    /** In the first stage and in time; the server's INTERNALDATE decides that. */
    private static final Instant RECEIVED = Instant.parse("2021-08-20T01:00:00Z");

    private static final int NOMINEES = 5;
    private static final int FORM = 38 * 1024;
    private static final int SCAN = 440 * 1024;
    private static final int PHOTO = 200 * 1024;
    private static final int LARGE_SCAN = 14 * 1024 * 1024;

    /** A kind of mail. */
    enum Kind {
        /** About 105 KB: 2 docx. */
        SMALL,
        /** About 1 MB: 2 docx, a PDF scan, a JPEG. */
        TYPICAL,
        /** About 20 MB: 2 docx and a PDF scan. */
        LARGE,
        /** One docx as small as it can be, to fill a journal quickly. */
        LIGHT
    }

    private record Sender(Unit unit, String address, List<SampleNominee> nominees) {}

    private final Path folder;
    private final List<Sender> senders;
    private final Map<String, byte[]> forms = new HashMap<>();
    private final byte[] scan = Pictures.scan(SCAN);
    private final byte[] photo = Pictures.noise(PHOTO);
    private final byte[] largeScan = Pictures.scan(LARGE_SCAN);
    private final Random random = new Random(20210827);
    private int written;

    Mails(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.senders = senders();
    }

    private static List<Sender> senders() throws IOException {
        Map<String, String> addresses = new HashMap<>();
        try (InputStream in = Files.newInputStream(Path.of("campaigns/cnipa-2021/demo/contacts.yaml"))) {
            Map<String, List<Map<String, String>>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            file.get("contacts").forEach(contact -> addresses.putIfAbsent(contact.get("unit"), contact.get("address")));
        }
        return Campaigns.chinese().units().stream()
                .filter(unit -> addresses.containsKey(unit.code()))
                .map(unit -> new Sender(
                        unit, addresses.get(unit.code()), Forms.samples().nominees(unit, 3, NOMINEES - 3)))
                .toList();
    }

    /** Writes so many mails of one kind, from all units in turn. */
    List<Path> write(Kind kind, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(kind + "-" + written + ".eml");
            Files.write(file, mail(kind, written++).bytes());
            Files.setLastModifiedTime(file, FileTime.from(RECEIVED.plusSeconds(written)));
            files.add(file);
        }
        return files;
    }

    private MailBuilder mail(Kind kind, int number) {
        Sender sender = senders.get(number % senders.size());
        SampleNominee nominee = sender.nominees().get(number / senders.size() % NOMINEES);
        MailBuilder mail = MailBuilder.aMail()
                .names(ENCODINGS.get(number / NOMINEES % ENCODINGS.size()))
                .from(sender.address(), sender.unit().shortName() + "知识产权局")
                .to("rssrsc@cnipa.gov.cn")
                .subject(sender.unit().shortName() + "初审材料（" + number + "）")
                .date(RECEIVED)
                .messageId("<" + number + "@benchmark.example>")
                .text("报送初审材料，请查收。第" + number + "件。");
        String about = "推荐对象初审表（" + nominee.name() + "）";
        int size = kind == Kind.LIGHT ? 0 : FORM;
        mail.attach("附件1" + about + ".docx", DOCX, unlike(number, review(sender, nominee, size)));
        if (kind != Kind.LIGHT) {
            mail.attach("附件5推荐对象汇总表.docx", DOCX, unlike(number, summary(sender, size)));
        }
        if (kind == Kind.TYPICAL || kind == Kind.LARGE) {
            byte[] octets = kind == Kind.LARGE ? largeScan : scan;
            mail.attach("附件1" + about + "（盖章扫描件）.pdf", "application/pdf", Pictures.unlike(number, octets));
        }
        if (kind == Kind.TYPICAL) {
            mail.attach("2寸蓝底彩色证件照片电子版（" + nominee.name() + "）.jpg", "image/jpeg", Pictures.unlike(number, photo));
        }
        return mail;
    }

    private byte[] review(Sender sender, SampleNominee nominee, int size) {
        return forms.computeIfAbsent(
                sender.unit().code() + "/" + nominee.name() + "/" + size,
                key -> padded(
                        Forms.firstReview(sender.unit())
                                .nominees(List.of(nominee))
                                .docx(),
                        size));
    }

    private byte[] summary(Sender sender, int size) {
        return forms.computeIfAbsent(
                sender.unit().code() + "/" + size,
                key -> padded(
                        Forms.summary(sender.unit()).nominees(sender.nominees()).docx(), size));
    }

    private byte[] padded(byte[] docx, int size) {
        return Packages.withPicture(docx, size, random);
    }

    /** The same package with another comment behind its last entry. */
    private static byte[] unlike(int number, byte[] zip) {
        byte[] comment = Integer.toString(number).getBytes(UTF_8);
        byte[] other = Arrays.copyOf(zip, zip.length + comment.length);
        // the last field of the end of the central directory is the comment's length
        other[zip.length - 2] = (byte) comment.length;
        System.arraycopy(comment, 0, other, zip.length, comment.length);
        return other;
    }

    static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
