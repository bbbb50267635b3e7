package org.mailroom.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole groups are decoded on a shorter way; it must lead to the same octets and the same judgement. */
class Base64OctetsTest {
    private record Decoded(String octets, boolean broken) {}

    /** @param piece how many octets are asked for at a time; below three no group is taken whole */
    private static Decoded decoded(byte[] text, int piece) throws IOException {
        Base64Octets in = new Base64Octets(new ByteArrayInputStream(text));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[piece];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
        }
        return new Decoded(out.toString(ISO_8859_1), in.isBroken());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 64, 16_384})
    void a_sane_text_of_any_length_is_decoded_as_the_platform_does(int piece) throws IOException {
        Random random = new Random(1);
        for (int size = 0; size < 300; size++) {
            byte[] octets = new byte[size * 41];
            random.nextBytes(octets);
            assertThat(decoded(Base64.getMimeEncoder().encode(octets), piece))
                    .isEqualTo(new Decoded(new String(octets, ISO_8859_1), false));
        }
    }

    @Test
    void a_damaged_text_is_decoded_and_judged_alike_however_it_is_read() throws IOException {
        Random random = new Random(2);
        byte[] octets = new byte[20_000];
        random.nextBytes(octets);
        byte[] sane = Base64.getMimeEncoder().encode(octets);
        String faults = "=\r\n !-\t=AQ\u0000\u00ff";
        int broken = 0;
        for (int run = 0; run < 500; run++) {
            byte[] text = Arrays.copyOf(sane, random.nextInt(sane.length));
            for (int fault = random.nextInt(4); fault > 0 && text.length > 0; fault--) {
                text[random.nextInt(text.length)] = (byte) faults.charAt(random.nextInt(faults.length()));
            }
            Decoded slowly = decoded(text, 1);
            assertThat(decoded(text, 1 + random.nextInt(100))).isEqualTo(slowly);
            assertThat(decoded(text, 16_384)).isEqualTo(slowly);
            broken += slowly.broken() ? 1 : 0;
        }
        assertThat(broken).as("faults that were seen").isBetween(100, 490);
    }
}
