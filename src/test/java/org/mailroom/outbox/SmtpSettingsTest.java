package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SmtpSettingsTest {
    @Test
    void neither_user_nor_password_is_ever_printed() {
        SmtpSettings settings = new SmtpSettings(
                "smtp.example.cn",
                465,
                SmtpSettings.Tls.TLS,
                Optional.of("someone"),
                Optional.of("s3cret"),
                "a@example.cn");

        assertThat(settings).asString().isEqualTo("SmtpSettings[smtp.example.cn:465 TLS, with login]");
    }
}
