package org.mailroom.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Proves that {@code .ci/elsewhere} really runs elsewhere; in any other run there is nothing to prove. */
@EnabledIfEnvironmentVariable(named = "MAILROOM_ELSEWHERE", matches = ".+", disabledReason = "not run by .ci/elsewhere")
class ElsewhereTest {
    @Test
    void charset_zone_language_and_folder_of_this_run_are_those_of_another_machine() {
        assertThat(here()).isEqualTo("GBK America/New_York en_US");
        assertThat(Path.of("").toAbsolutePath().toString()).contains(" ").endsWith("收发室");
    }

    @Test
    void the_programs_that_tests_start_are_told_the_same() throws Exception {
        try (ChildJvm child = new ChildJvm(Elsewhere.class, List.of())) {
            child.says("GBK America/New_York en_US");
        }
    }

    /** What the child says of itself. */
    static final class Elsewhere {
        public static void main(String[] arguments) {
            System.out.println(here());
        }
    }

    private static String here() {
        return Charset.defaultCharset() + " " + ZoneId.systemDefault() + " " + Locale.getDefault();
    }
}
