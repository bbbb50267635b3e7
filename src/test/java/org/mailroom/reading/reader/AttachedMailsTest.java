package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.reading.reader.Packages.p;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;

/** Mails that come as files are opened like archives: .eml, Outlook's .msg, winmail.dat. */
class AttachedMailsTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static List<ReadFile> read(String name, byte[] octets) throws IOException {
        return Parts.read(Parts.part(name, octets));
    }

    private static byte[] docx() throws IOException {
        return Packages.docx(p("甲"));
    }

    private static byte[] eml(String type, String name, byte[] attachment) {
        String head = "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"B\"\r\n\r\n"
                + "--B\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
                + "--B\r\nContent-Type: " + type + "\r\nContent-Disposition: attachment"
                + (name.isEmpty()
                        ? ""
                        : "; filename=\"=?UTF-8?B?" + base64(name.getBytes(StandardCharsets.UTF_8)) + "?=\"")
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        String text = head + Base64.getMimeEncoder().encodeToString(attachment) + "\r\n--B--\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] octets) {
        return Base64.getEncoder().encodeToString(octets);
    }

    /** TNEF of one attachment, its name in GBK and, if it is long, in Unicode too. */
    private static byte[] tnef(String title, String longName, byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Archives.little(6).putInt(0x223e9f78).putShort((short) 1).array());
        out.writeBytes(attribute(1, 0x9006, new byte[] {0, 0, 1, 0}));
        out.writeBytes(attribute(2, 0x9002, new byte[14]));
        out.writeBytes(attribute(2, 0x8010, (title + "\0").getBytes(GBK)));
        if (!longName.isEmpty()) {
            byte[] wide = (longName + "\0").getBytes(StandardCharsets.UTF_16LE);
            byte[] padded = Arrays.copyOf(wide, (wide.length + 3) / 4 * 4);
            ByteBuffer properties = Archives.little(16 + padded.length)
                    .putInt(1)
                    .putShort((short) 0x1f)
                    .putShort((short) 0x3707)
                    .putInt(1)
                    .putInt(wide.length)
                    .put(padded);
            out.writeBytes(attribute(2, 0x9005, properties.array()));
        }
        out.writeBytes(attribute(2, 0x800f, octets));
        return out.toByteArray();
    }

    private static byte[] attribute(int level, int kind, byte[] octets) {
        int sum = 0;
        for (byte octet : octets) {
            sum += octet & 0xff;
        }
        return Archives.little(11 + octets.length)
                .put((byte) level)
                .putShort((short) kind)
                .putShort((short) 6)
                .putInt(octets.length)
                .put(octets)
                .putShort((short) sum)
                .array();
    }

    private interface Filling {
        void fill(DirectoryEntry attachment) throws IOException;
    }

    private static byte[] msg(Filling filling) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            mail(file.getRoot(), filling);
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            file.writeFilesystem(octets);
            return octets.toByteArray();
        }
    }

    private static void mail(DirectoryEntry root, Filling filling) throws IOException {
        put(root, "__properties_version1.0", new byte[32]);
        filling.fill(root.createDirectory("__attach_version1.0_#00000000"));
    }

    private static void put(DirectoryEntry folder, String name, byte[] octets) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(octets));
    }

    private static Filling attached(String name, byte[] octets) {
        return attachment -> {
            put(attachment, "__substg1.0_3707001F", name.getBytes(StandardCharsets.UTF_16LE));
            put(attachment, "__substg1.0_37010102", octets);
        };
    }

    /** An attached mail that holds what {@code filling} puts there, so many mails deep. */
    private static Filling nested(int mails, Filling filling) {
        if (mails == 0) {
            return filling;
        }
        return attachment -> {
            put(attachment, "__substg1.0_3001001F", ("转" + mails).getBytes(StandardCharsets.UTF_16LE));
            mail(attachment.createDirectory("__substg1.0_3701000D"), nested(mails - 1, filling));
        };
    }

    @Test
    void attachments_of_a_mail_in_a_zip_are_files_on_a_path() throws IOException {
        byte[] zip = new Packages()
                .with("转发.eml", eml("application/octet-stream", "附件1.docx", docx()))
                .zip();
        assertThat(read("材料.zip", zip))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(tuple("材料.zip/转发.eml/附件1.docx", "Readable"));
    }

    @Test
    void a_mail_without_attachments_is_a_letter_for_a_person() throws IOException {
        byte[] letter = "From: a@example.org\nTo: b@example.org\nSubject: x\nDate: today\n\nhello\n"
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(read("信", letter)).extracting(ReadFile::reading).containsExactly(new Reading.Unchecked("eml"));
        assertThat(read("记录.txt", letter)).extracting(ReadFile::name).containsExactly("记录.txt");
    }

    @Test
    void mails_within_mails_count_their_depth() throws IOException {
        byte[] mail = eml("application/octet-stream", "附件1.docx", docx());
        mail = eml("message/rfc822", "内.eml", mail);
        mail = eml("message/rfc822", "", mail);
        assertThat(read("外.eml", mail))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(tuple("外.eml/2.eml/内.eml/附件1.docx", "Readable"));
        mail = eml("message/rfc822", "更外.eml", mail);
        assertThat(read("外.eml", mail))
                .extracting(ReadFile::reading)
                .containsExactly(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void an_attachment_cut_off_in_an_attached_mail_is_never_whole() throws IOException {
        byte[] mail = eml("application/octet-stream", "附件1.docx", docx());
        assertThat(read("外.eml", Arrays.copyOf(mail, mail.length - 60)))
                .extracting(ReadFile::reading)
                .containsExactly(new Reading.Refused(Reading.Reason.TRUNCATED));
    }

    @Test
    void winmail_dat_gives_its_attachments_by_their_long_names() throws IOException {
        assertThat(read("winmail.dat", tnef("附件~1.DOC", "附件1（张三）.docx", docx())))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(tuple("winmail.dat/附件1（张三）.docx", "Readable"));
        assertThat(read("winmail.dat", tnef("附件1.docx", "", docx())))
                .extracting(ReadFile::name)
                .containsExactly("winmail.dat/附件1.docx");
    }

    @Test
    void lengths_that_lie_in_winmail_dat_are_refused() throws IOException {
        byte[] octets = tnef("附件1.docx", "附件1.docx", docx());
        for (int length : new int[] {-1, Integer.MAX_VALUE, octets.length}) {
            byte[] lie = octets.clone();
            ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(6 + 11 + 4 + 5, length);
            assertThat(read("winmail.dat", lie))
                    .extracting(ReadFile::reading)
                    .containsExactly(new Reading.Refused(Reading.Reason.TRUNCATED));
        }
        int count = new String(octets, StandardCharsets.ISO_8859_1).indexOf("\u001f\0\u0007\u0037") + 4;
        for (int at : new int[] {count, count + 4}) {
            byte[] lie = octets.clone();
            ByteBuffer.wrap(lie).order(ByteOrder.LITTLE_ENDIAN).putInt(at, Integer.MAX_VALUE);
            assertThat(read("winmail.dat", lie))
                    .extracting(ReadFile::reading)
                    .containsExactly(new Reading.Refused(Reading.Reason.UNREADABLE));
        }
    }

    @Test
    void an_outlook_mail_gives_its_attachments_and_those_of_mails_within() throws IOException {
        assertThat(read("转发.msg", msg(attached("附件1.docx", docx()))))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(tuple("转发.msg/附件1.docx", "Readable"));
        assertThat(read("转发.msg", msg(nested(2, attached("附件1.docx", docx())))))
                .extracting(ReadFile::name, file -> file.reading().getClass().getSimpleName())
                .containsExactly(tuple("转发.msg/转2.msg/转1.msg/附件1.docx", "Readable"));
        assertThat(read("转发.msg", msg(nested(3, attached("附件1.docx", docx())))))
                .extracting(ReadFile::reading)
                .containsExactly(new Reading.Refused(Reading.Reason.OVER_LIMIT));
    }

    @Test
    void an_outlook_mail_without_attachments_is_a_letter_and_a_reference_is_forbidden() throws IOException {
        byte[] reference = msg(
                attachment -> put(attachment, "__substg1.0_3707001F", "C:/x.docx".getBytes(StandardCharsets.UTF_16LE)));
        assertThat(read("a.msg", reference))
                .extracting(ReadFile::reading)
                .containsExactly(new Reading.Refused(Reading.Reason.FORBIDDEN));
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            put(file.getRoot(), "__properties_version1.0", new byte[32]);
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            file.writeFilesystem(octets);
            assertThat(read("a.msg", octets.toByteArray()))
                    .extracting(ReadFile::reading)
                    .containsExactly(new Reading.Unchecked("msg"));
        }
    }

    @Test
    void a_small_picture_in_the_text_of_an_outlook_mail_is_no_attachment() throws IOException {
        byte[] mail = msg(attachment -> {
            attached("logo.png", new byte[200]).fill(attachment);
            put(attachment, "__substg1.0_3712001F", "logo@x".getBytes(StandardCharsets.UTF_16LE));
        });
        assertThat(read("a.msg", mail)).extracting(ReadFile::reading).containsExactly(new Reading.Unchecked("msg"));
    }
}
