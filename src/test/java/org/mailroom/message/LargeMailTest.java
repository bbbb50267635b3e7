package org.mailroom.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.custody.RawOctets;
import org.mailroom.testing.ChildJvm;

class LargeMailTest {
    private static final int ATTACHED = 50 << 20;

    @Test
    void a_mail_with_50_MB_attached_is_opened_and_read_with_a_heap_of_40_MB(@TempDir Path folder) throws Exception {
        Path mail = folder.resolve("large.eml");
        write(mail);
        Process child = ChildJvm.builder(Reader.class, List.of("-Xmx40m"), mail.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), US_ASCII);

        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said).contains("read " + ATTACHED);
    }

    private static void write(Path mail) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mail))) {
            out.write(
                    ("From: a@b.cn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                                    + "--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
                                    + "--b\r\nContent-Type: application/pdf; name=scan.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                            .getBytes(US_ASCII));
            byte[] line = (Base64.getEncoder().encodeToString(new byte[48]) + "\r\n").getBytes(US_ASCII);
            for (int done = 0; done < ATTACHED / 48; done++) {
                out.write(line);
            }
            out.write(
                    (Base64.getEncoder().encodeToString(new byte[ATTACHED % 48]) + "\r\n--b--\r\n").getBytes(US_ASCII));
        }
    }

    /** Runs in a small JVM of its own. */
    static final class Reader {
        public static void main(String[] arguments) throws IOException {
            OpenedMail mail = Opening.opener(sha256 -> RawOctets.open(Path.of(arguments[0])))
                    .open(Opening.stored(0));
            long read = 0;
            try (InputStream in = mail.parts().get(0).content().open()) {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    read += n;
                }
            }
            System.out.println("read " + read + " " + mail.parts().get(0).damage());
        }
    }
}
