package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {
    private final Messages messages =
            new Messages(Map.of("R-57", "${name}简要事迹${n}字，超过${max}字，请压缩。", "price", "costs $5 {net}"));

    @TempDir
    Path temporary;

    @Test
    void every_variable_is_replaced() {
        assertThat(messages.format("R-57", Map.of("name", "马某某", "n", 342, "max", 300)))
                .isEqualTo("马某某简要事迹342字，超过300字，请压缩。");
        assertThat(messages.format("price", Map.of())).isEqualTo("costs $5 {net}");
    }

    @Test
    void a_value_is_never_read_as_a_variable_or_a_pattern() {
        assertThat(messages.format("R-57", Map.of("name", "${max}$1\\", "n", 1, "max", 2)))
                .isEqualTo("${max}$1\\简要事迹1字，超过2字，请压缩。");
    }

    @Test
    void a_missing_variable_and_a_missing_message_are_named_without_values() {
        assertThatThrownBy(() -> messages.format("R-57", Map.of("name", "马某某", "n", 342)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("message \"R-57\" needs the variable \"max\"");
        assertThatThrownBy(() -> messages.format("R-99", Map.of("name", "马某某")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no message \"R-99\"");
    }

    @Test
    void all_message_files_are_one() {
        Messages loaded = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary)
                .write(
                        "messages-zz.properties",
                        "# comment\nzz.long = one \\\n    two\r\nzz.next=C:\\\\\nzz.last=d\u00e9j\u00e0")
                .load()
                .messages();
        assertThat(loaded.find("zz.long")).contains("one two");
        assertThat(loaded.find("zz.next")).contains("C:\\");
        assertThat(loaded.find("zz.last")).contains("déjà");
        assertThat(loaded.find("medium.SCAN")).contains("signed scan");
        assertThat(loaded.find("zz.none")).isEmpty();
    }
}
