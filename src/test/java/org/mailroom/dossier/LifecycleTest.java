package org.mailroom.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.dossier.Lifecycle.Guard;
import org.mailroom.dossier.Lifecycle.Trigger;

class LifecycleTest {
    @Test
    void the_table_is_the_documented_table_line_by_line() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("docs/lifecycle.md"), UTF_8).stream()
                .filter(line -> line.matches("\\| [A-Z_]+ \\| [A-Z_]+ \\| [A-Z_]+ \\| [A-Z_]+ \\|"))
                .toList();
        assertThat(Lifecycle.TABLE.stream()
                        .map(line -> "| " + line.from() + " | " + line.trigger() + " | " + line.guard() + " | "
                                + line.to() + " |")
                        .toList())
                .isEqualTo(documented);
    }

    @Test
    void neither_mail_nor_clock_ever_forfeits_a_unit() {
        assertThat(Lifecycle.TABLE).extracting(Lifecycle.Transition::to).doesNotContain(DossierState.FORFEITED);
    }

    @Test
    void a_mail_received_before_the_close_and_read_after_OVERDUE_is_on_time() {
        assertThat(Lifecycle.next(DossierState.OVERDUE, Trigger.SUBMITTED_IN_TIME, Guard.NOTHING_TO_CORRECT))
                .contains(DossierState.COMPLETE);
    }

    @Test
    void each_line_can_be_reached_only_one_way() {
        for (DossierState from : DossierState.values()) {
            for (Trigger trigger : Trigger.values()) {
                for (Guard guard : Guard.values()) {
                    assertThat(Lifecycle.TABLE.stream()
                                    .filter(line -> line.from() == from && line.trigger() == trigger)
                                    .filter(line -> line.guard() == guard || line.guard() == Guard.ALWAYS))
                            .as(Arrays.asList(from, trigger, guard).toString())
                            .hasSizeLessThanOrEqualTo(1);
                }
            }
        }
    }
}
