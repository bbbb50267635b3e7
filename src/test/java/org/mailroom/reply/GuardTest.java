package org.mailroom.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.campaign.Unit;
import org.mailroom.reply.WithheldException.Reason;

/** P9: personal data stay in, and no unit hears of another. */
class GuardTest {
    private static final Guard GUARD = new Guard(Examples.campaign());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101197508150018",
                "110101197508150019",
                "43010219780615005X",
                "43010219780615005x",
                "430102 19780615 005X",
                "1 1 0 1 0 1 1 9 7 5 0 8 1 5 0 0 1 8",
                "１１０１０１１９７５０８１５００１８",
                "110101-19750815-0018",
                "身份证号110101197508150018，",
                "110101750815001"
            })
    void no_identity_number_leaves_valid_or_not(String number) {
        assertThat(reason("江苏省级评选机构：" + number)).isEqualTo(Reason.IDENTITY_NUMBER);
    }

    @Test
    void receipt_number_before_a_date_is_no_identity_number() {
        assertThatCode(() -> check("ZSCQ-2021-S1-320000-01 2021-08-27 09:00", Examples.JIANGSU))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "138 0013 8000", "１３９-１２３４-５６７８"})
    void no_mobile_phone_leaves(String phone) {
        assertThat(reason("电话" + phone)).isEqualTo(Reason.PHONE);
    }

    @Test
    void the_office_s_own_numbers_may() {
        assertThatCode(() -> check("联系电话：（010）62086145、62086541　传真：（010）62083675", Examples.JIANGSU))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"编号ZSCQ-2021-S1-640000-02, OTHER_RECEIPT", "与宁夏回族自治区报送的材料相同, OTHER_UNIT", "马某某的初审表, OTHER_NOMINEE"})
    void no_unit_hears_of_another(String text, Reason reason) {
        assertThat(reason(text)).isEqualTo(reason);
    }

    @Test
    void a_unit_s_own_number_name_and_nominees_may_stand_in_its_mail() {
        assertThatCode(() -> GUARD.check(
                        mail("江苏省级评选机构：ZSCQ-2021-S1-320000-01 江苏省 马某 马某某英"),
                        Examples.JIANGSU,
                        List.of("马某", "马某某英"),
                        List.of("马某", "某某英")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_name_within_the_unit_s_own_name_is_no_other_unit() {
        assertThatCode(() -> check("新疆生产建设兵团评选机构：兵团报送的材料", Examples.CORPS)).doesNotThrowAnyException();
        assertThat(reasonFor("新疆维吾尔自治区报送", Examples.CORPS)).isEqualTo(Reason.OTHER_UNIT);
    }

    @Test
    void what_was_found_is_never_quoted() {
        WithheldException withheld =
                catchThrowableOfType(WithheldException.class, () -> check("身份证号110101197508150018", Examples.JIANGSU));

        assertThat(withheld).hasMessage("withheld: identity-number");
    }

    @Test
    void html_is_read_as_well_as_text() {
        Outgoing mail = mail("江苏省级评选机构：", "<p>江苏省级评选机构：<b>13800138000</b></p>");

        assertThat(catchThrowableOfType(
                                WithheldException.class,
                                () -> GUARD.check(mail, Examples.JIANGSU, List.of(), List.of()))
                        .reason())
                .isEqualTo(Reason.PHONE);
    }

    @Test
    void acceptance_check_10_no_outgoing_mail_contains_an_18_digit_number() throws IOException {
        Pattern eighteen = Pattern.compile("(?<![0-9])[0-9]{17}[0-9Xx](?![0-9A-Za-z])");
        try (Stream<Path> mails = Files.list(Path.of("src", "test", "resources", "golden"))) {
            assertThat(mails.toList())
                    .hasSizeGreaterThan(15)
                    .allSatisfy(mail -> assertThat(read(mail)).doesNotContainPattern(eighteen));
        }
    }

    @Test
    void every_example_passes_the_guard() {
        assertThatCode(() -> GUARD.check(
                        Examples.compose(
                                Examples.at(2021, 8, 27, 16, 15), Examples.jiangsuComplete(), "ZSCQ-2021-S1-320000-01"),
                        Examples.JIANGSU,
                        List.of(),
                        List.of("马某某")))
                .doesNotThrowAnyException();
    }

    @Test
    void another_campaign_brings_its_own_patterns() {
        Guard guard = new Guard(Examples.maple());

        assertThat(catchThrowableOfType(
                                WithheldException.class,
                                () -> guard.check(mail("SIN 046 454 286"), Examples.ONTARIO, List.of(), List.of()))
                        .reason())
                .isEqualTo(Reason.IDENTITY_NUMBER);
        assertThatCode(() -> guard.check(
                        mail("Telephone: 416-555-0100 MAPLE-2026-A1-ON-01"), Examples.ONTARIO, List.of(), List.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void mail_to_our_own_people_may_name_units_and_nominees_but_nobody_s_numbers() {
        assertThatCode(() -> GUARD.checkInternal(mail("宁夏回族自治区、江苏省，马某某，ZSCQ-2021-S1-640000-02"), List.of()))
                .doesNotThrowAnyException();
        assertThat(internalReason(mail("身份证号110101197508150018"), List.of())).isEqualTo(Reason.IDENTITY_NUMBER);
        assertThat(internalReason(mail("电话13800138000"), List.of())).isEqualTo(Reason.PHONE);
    }

    @Test
    void hash_that_looks_like_a_number_by_chance_is_harmless_where_it_is_ours() {
        String hash = "ab110101197508150018cd";
        assertThat(internalReason(mail("110101197508150018"), List.of(hash))).isEqualTo(Reason.IDENTITY_NUMBER);
        assertThatCode(() -> GUARD.checkInternal(mail("13800138000abc"), List.of("13800138000abc")))
                .doesNotThrowAnyException();
    }

    @Test
    void attached_workbook_is_read_cell_by_cell() throws IOException {
        assertThat(internalReason(workbook("1101011975", "08150018"), List.of()))
                .isNull();
        assertThat(internalReason(workbook("初审表", "附件-110101197508150018.docx"), List.of()))
                .isEqualTo(Reason.IDENTITY_NUMBER);
    }

    private static Reason internalReason(Outgoing mail, List<String> harmless) {
        WithheldException withheld =
                catchThrowableOfType(WithheldException.class, () -> GUARD.checkInternal(mail, harmless));
        return withheld == null ? null : withheld.reason();
    }

    private static Outgoing workbook(String... cells) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFRow row = workbook.createSheet("1").createRow(0);
            for (int i = 0; i < cells.length; i++) {
                row.createCell(i).setCellValue(cells[i]);
            }
            workbook.write(octets);
        }
        Letter.Contents words = new Letter.Contents(
                false,
                "staff@example.cn",
                ZonedDateTime.of(2021, 8, 27, 16, 15, 0, 0, Examples.SHANGHAI),
                Optional.empty(),
                List.of(),
                "subject",
                "text",
                "<p>text</p>");
        InternalMail.Attachment attachment =
                new InternalMail.Attachment("台账.xlsx", SheetText.TYPE, octets.toByteArray());
        return new Outgoing(
                "digest/1",
                "digest",
                "staff@example.cn",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "<1@example.cn>",
                "subject",
                new Letter(Examples.origin(), "desk").write("<1@example.cn>", "1", words, List.of(attachment)));
    }

    private static Reason reason(String text) {
        return reasonFor(text, Examples.JIANGSU);
    }

    private static Reason reasonFor(String text, Unit unit) {
        WithheldException withheld = catchThrowableOfType(WithheldException.class, () -> check(text, unit));
        assertThat(withheld).as("withheld: " + text).isNotNull();
        return withheld.reason();
    }

    private static void check(String text, Unit unit) {
        GUARD.check(mail(text), unit, List.of("苏某甲"), List.of("马某某"));
    }

    private static Outgoing mail(String text) {
        return mail(text, "<p>" + text + "</p>");
    }

    private static Outgoing mail(String text, String html) {
        byte[] octets = new Letter(Examples.origin(), "desk")
                .write(
                        "<1@example.cn>",
                        "1",
                        new Letter.Contents(
                                true,
                                "contact@example.cn",
                                ZonedDateTime.of(2021, 8, 27, 16, 15, 0, 0, Examples.SHANGHAI),
                                Optional.empty(),
                                List.of(),
                                "subject",
                                text,
                                html));
        return new Outgoing(
                "window/1",
                "receipt",
                "contact@example.cn",
                Optional.of("320000"),
                Optional.of("S1"),
                Optional.empty(),
                "<1@example.cn>",
                "subject",
                octets);
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
