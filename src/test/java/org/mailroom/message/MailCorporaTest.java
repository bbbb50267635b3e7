package org.mailroom.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.custody.RawOctets;
import org.mailroom.testing.Corpora;

class MailCorporaTest {
    @Test
    void every_mail_of_the_corpora_opens_and_every_part_can_be_read_again() throws IOException {
        List<Path> mails = Stream.of("mail", "bounces", "automatic")
                .flatMap(folder -> Corpora.files(folder).stream())
                .toList();
        int parts = 0;
        for (Path mail : mails) {
            for (Part part : open(mail).parts()) {
                parts++;
                try (InputStream content = part.content().open()) {
                    assertThat(content.readAllBytes())
                            .as("%s %s", mail, part.path())
                            .hasSize((int) part.size());
                }
            }
        }
        System.out.println(mails.size() + " mails opened, " + parts + " parts");
        assertThat(mails).hasSizeGreaterThan(500);
    }

    @Test
    void P5_automatic_mail_of_the_corpora_is_never_answered() throws IOException {
        List<String> answered = new ArrayList<>();
        List<List<String>> rows = Corpora.table("automatic.tsv");
        for (List<String> row : rows) {
            if (open(Corpora.file(row.get(0))).mayAnswer().given(false)) {
                answered.add(row.get(0) + " " + row.get(1));
            }
        }
        System.out.println("never answered: " + (rows.size() - answered.size()) + " of " + rows.size());
        assertThat(answered).isEmpty();
    }

    @Test
    void ordinary_mail_of_the_corpora_may_be_answered() throws IOException {
        List<String> automatic =
                Corpora.table("automatic.tsv").stream().map(row -> row.get(0)).toList();
        List<String> refused = new ArrayList<>();
        int ordinary = 0;
        for (Path mail : Corpora.files("mail")) {
            String name = Corpora.file("").relativize(mail).toString();
            if (!automatic.contains(name)) {
                ordinary++;
                if (open(mail).mayAnswer() instanceof MayAnswer.No no
                        && !no.reason().equals("1 no-sender")) {
                    refused.add(name + " " + no.reason());
                }
            }
        }
        System.out.println("ordinary mails refused: " + refused.size() + " of " + ordinary);
        assertThat(refused)
                .allMatch(reason -> reason.endsWith("11 calendar") || reason.contains("yahooInvitation"))
                .hasSizeLessThanOrEqualTo(4);
    }

    /** Names that the table gives; where it says there is no attachment, none may be found. */
    @Test
    void attachments_of_the_corpora_are_found_with_their_names() throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (List<String> row : Corpora.table("mail.tsv")) {
            List<String> wanted = Stream.of(row.get(2).split(" \\| "))
                    .filter(name -> !name.isEmpty() && !name.equals("(unnamed)"))
                    .map(name -> name.replace("C:TEMP", "C:\\TEMP\\")) // the table's parser dropped the backslashes
                    .map(FileNames::clean)
                    .toList();
            if (row.get(2).contains("\ufffd") || wanted.isEmpty() && !row.get(1).equals("0")) {
                continue;
            }
            OpenedMail mail = open(Corpora.file(row.get(0)));
            List<String> found =
                    new ArrayList<>(mail.parts().stream().map(Part::fileName).toList());
            found.addAll(mail.skipped());
            all++;
            if (wanted.isEmpty() ? !found.isEmpty() : !found.containsAll(wanted)) {
                wrong.add(row.get(0) + " wanted " + wanted + " found " + found);
            }
        }
        System.out.println("attachments as expected: " + (all - wrong.size()) + " of " + all);
        assertThat(wrong).isEmpty();
        assertThat(all).isGreaterThan(75);
    }

    @Test
    void a_mail_damaged_anywhere_still_opens() throws IOException {
        Random random = new Random(20210827);
        List<Path> mails = Corpora.files("mail");
        for (int round = 0; round < 1500; round++) {
            Path mail = mails.get(random.nextInt(mails.size()));
            byte[] raw = Files.readAllBytes(mail);
            int changes = 1 + random.nextInt(30);
            for (int i = 0; i < changes && raw.length > 0; i++) {
                raw[random.nextInt(Math.min(raw.length, 4000))] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(raw, random.nextInt(4) == 0 ? random.nextInt(raw.length + 1) : raw.length);
            assertThatCode(() -> Opening.open(cut))
                    .as("%s, round %d", mail, round)
                    .doesNotThrowAnyException();
        }
    }

    private static OpenedMail open(Path mail) throws IOException {
        return Opening.opener(sha256 -> RawOctets.open(mail)).open(Opening.stored(0));
    }
}
