package org.mailroom.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mailroom.testing.MailBuilder.aMail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailBuilder;

/** What is attached, wherever it hides; mail-parsing lessons 5, 9, 13, mail-rules section 6. */
class PartsTest {
    private static final byte[] DOCX = "a document".repeat(500).getBytes(UTF_8);

    @Test
    void a_part_is_measured_and_its_octets_can_be_had_again_and_again() throws IOException {
        Part part = Opening.open(aMail().from("a@b.cn").attach("a.docx", DOCX))
                .parts()
                .get(0);

        assertThat(part.path()).isEqualTo("2");
        assertThat(part.size()).isEqualTo(DOCX.length);
        assertThat(part.sha256()).hasSize(64);
        assertThat(part.damage()).isEmpty();
        assertThat(read(part)).isEqualTo(DOCX);
        assertThat(read(part)).isEqualTo(DOCX);
    }

    @Test
    void a_forwarded_mail_is_opened_and_its_attachments_continue_the_path() throws IOException {
        MailBuilder inner = aMail().from("old@b.cn").subject("原件").attach("初审表.docx", DOCX);
        OpenedMail mail = Opening.open(aMail().from("a@b.cn").attachMail(aMail().attachMail(inner)));

        assertThat(mail.parts()).extracting(Part::path).containsExactly("2.2.2");
        assertThat(mail.parts()).extracting(Part::fileName).containsExactly("初审表.docx");
        assertThat(read(mail.parts().get(0))).isEqualTo(DOCX);
        assertThat(mail.from()).map(Address::address).contains("a@b.cn");
    }

    @Test
    void a_mail_saved_as_eml_and_attached_in_base64_is_opened_too() throws IOException {
        byte[] inner = aMail().from("old@b.cn").attach("初审表.docx", DOCX).bytes();
        OpenedMail mail = Opening.open(aMail().from("a@b.cn").attach("转发.eml", inner));

        assertThat(mail.parts()).extracting(Part::path).containsExactly("2.2");
        assertThat(read(mail.parts().get(0))).isEqualTo(DOCX);
    }

    @Test
    void mails_inside_mails_are_opened_to_depth_five_and_kept_as_a_file_below() {
        MailBuilder mail = aMail().from("a@b.cn").attach("deep.docx", DOCX);
        for (int i = 0; i < 6; i++) {
            mail = aMail().from("a@b.cn").attachMail(mail);
        }

        assertThat(Opening.open(mail).parts()).extracting(Part::declaredType).containsExactly("message/rfc822");
    }

    @Test
    void a_small_picture_shown_in_the_text_is_decoration_and_is_listed() {
        OpenedMail mail = Opening.open(aMail().from("a@b.cn")
                .text("附后")
                .html("<p>附后<img src=\"cid:logo@1\"></p>")
                .inlineImage("logo@1", "image001.png", new byte[900]));

        assertThat(mail.parts()).isEmpty();
        assertThat(mail.skipped()).containsExactly("image001.png");
        assertThat(mail.mailClass()).isEqualTo(MailClass.INQUIRY);
    }

    @Test
    void a_large_picture_in_the_text_and_an_inline_file_with_a_name_are_attachments() {
        OpenedMail mail = Opening.open(aMail().from("a@b.cn")
                .html("<p><img src=\"cid:scan@1\"></p>")
                .inlineImage("scan@1", "IMG_2031.png", new byte[200_000])
                .inlineImage("not-shown@1", "照片.png", new byte[15_000])
                .piece("Content-Type: application/pdf\r\nContent-Disposition: inline; filename=a.pdf\r\n", DOCX));

        assertThat(mail.parts()).extracting(Part::fileName).containsExactly("IMG_2031.png", "照片.png", "a.pdf");
        assertThat(mail.skipped()).isEmpty();
    }

    @Test
    void winmail_dat_is_left_as_it_is() {
        OpenedMail mail = Opening.open(aMail().from("a@b.cn").attach("winmail.dat", "application/ms-tnef", DOCX));

        assertThat(mail.parts()).extracting(Part::fileName).containsExactly("winmail.dat");
    }

    @Test
    void a_wrong_character_in_base64_marks_the_part_and_the_rest_is_kept() throws IOException {
        String encoded = Base64.getEncoder().encodeToString(DOCX);
        Part part = attached(encoded.substring(0, 400) + "*" + encoded.substring(400));

        assertThat(part.damage()).isEqualTo(Part.BROKEN_ENCODING);
        assertThat(read(part)).isEqualTo(DOCX);
    }

    @Test
    void missing_characters_at_the_end_of_base64_mark_the_part() {
        String encoded = Base64.getEncoder().encodeToString(DOCX);

        assertThat(attached(encoded.substring(0, 1001)).damage()).isEqualTo(Part.BROKEN_ENCODING);
    }

    @Test
    void padding_inside_base64_marks_the_part_and_loses_nothing() throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        Part part = attached(base64.encodeToString(Arrays.copyOf(DOCX, 1000)) + "\r\n"
                + base64.encodeToString(Arrays.copyOfRange(DOCX, 1000, DOCX.length)));

        assertThat(part.damage()).isEqualTo(Part.BROKEN_ENCODING);
        assertThat(read(part)).isEqualTo(DOCX);
    }

    @Test
    void a_footer_after_base64_marks_the_part_and_adds_no_octets() throws IOException {
        String encoded = Base64.getMimeEncoder().encodeToString(Arrays.copyOf(DOCX, 1000));
        Part part = attached(encoded + "\r\n-- \r\nScanned by the gateway, no virus found\r\n");

        assertThat(part.damage()).isEqualTo(Part.BROKEN_ENCODING);
        assertThat(read(part)).isEqualTo(Arrays.copyOf(DOCX, 1000));
    }

    @Test
    void a_mail_that_ends_early_gives_its_parts_and_the_last_one_is_marked() {
        byte[] whole = aMail().from("a@b.cn")
                .attach("a.docx", DOCX)
                .attach("b.docx", DOCX)
                .bytes();
        OpenedMail mail = Opening.open(Arrays.copyOf(whole, whole.length - 2000));

        assertThat(mail.parts()).extracting(Part::fileName).containsExactly("a.docx", "b.docx");
        assertThat(mail.parts().get(0).damage()).isEmpty();
        assertThat(mail.parts().get(1).damage()).isNotEmpty();
    }

    @Test
    void a_content_type_that_cannot_be_read_costs_nothing_but_its_type() {
        OpenedMail mail = Opening.open(aMail().from("a@b.cn")
                .piece("Content-Type: <<garbage>; ==\r\nContent-Disposition: attachment; filename=a.docx\r\n", DOCX)
                .attach("b.docx", DOCX));

        assertThat(mail.parts()).extracting(Part::declaredType).containsOnly("application/octet-stream");
        assertThat(mail.parts()).extracting(Part::fileName).containsExactly("a.docx", "b.docx");
    }

    @Test
    void a_boundary_that_is_declared_wrong_is_guessed() {
        String raw = new String(aMail().from("a@b.cn").attach("a.docx", DOCX).bytes(), UTF_8)
                .replace("boundary=\"=_outer0_\"", "boundary=\"=_another_\"");

        assertThat(Opening.open(raw.getBytes(UTF_8)).parts())
                .extracting(Part::fileName)
                .containsExactly("a.docx");
    }

    @Test
    void an_empty_file_and_a_file_without_sense_open_as_mails() {
        assertThat(Opening.open(new byte[0]).mailClass()).isEqualTo(MailClass.UNKNOWN);
        assertThat(Opening.open("\u0000\u0001\u00ff".getBytes(UTF_8)).from()).isEmpty();
    }

    @Test
    void the_settings_of_the_mail_library_are_checked_at_the_start() {
        assertThatCode(MailOpener::selfCheck).doesNotThrowAnyException();
    }

    private static Part attached(String base64) {
        return Opening.open(aMail().from("a@b.cn")
                        .piece(
                                "Content-Disposition: attachment; filename=a.docx\r\nContent-Type: application/octet-stream\r\n"
                                        + "Content-Transfer-Encoding: base64\r\n",
                                base64.getBytes(US_ASCII)))
                .parts()
                .get(0);
    }

    private static byte[] read(Part part) throws IOException {
        try (InputStream in = part.content().open()) {
            return in.readAllBytes();
        }
    }
}
