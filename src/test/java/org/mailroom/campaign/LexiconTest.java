package org.mailroom.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
    private final Lexicon lexicon = new Lexicon(
            Map.of(
                    "until",
                    List.of("至", "到", "[-—]"),
                    "none",
                    List.of(),
                    "bad",
                    List.of("a", "(b"),
                    "blank",
                    List.of("^\\s$")),
            "x/lexicon");

    @TempDir
    Path temporary;

    @Test
    void any_word_of_a_key_matches() {
        assertThat("8月23日至27日".split(lexicon.pattern("until").pattern())).containsExactly("8月23日", "27日");
        assertThat(lexicon.pattern("until").matcher("8月23日—27日").find()).isTrue();
        assertThat(lexicon.pattern("until").matcher("8月23日起").find()).isFalse();
    }

    @Test
    void an_empty_list_matches_nothing() {
        assertThat(lexicon.pattern("none").matcher("").find()).isFalse();
    }

    @Test
    void a_full_width_blank_is_a_blank() {
        assertThat(lexicon.pattern("blank").matcher("　").matches()).isTrue();
    }

    @Test
    void a_missing_key_names_the_lexicon_and_the_key() {
        assertThatThrownBy(() -> lexicon.words("minutes"))
                .isInstanceOf(CampaignException.class)
                .hasMessage("x/lexicon, line 1: a list of words under \"minutes\" is expected");
        assertThatThrownBy(() -> lexicon.pattern("minutes")).isInstanceOf(CampaignException.class);
    }

    @Test
    void a_bad_pattern_names_file_line_and_pattern() {
        assertThatThrownBy(() -> lexicon.pattern("bad"))
                .isInstanceOf(CampaignException.class)
                .hasMessage("x/lexicon, line 1: \"bad\": must hold regular expressions, found \"(b\": Unclosed group");
        Lexicon loaded = CopiedCampaign.of(CopiedCampaign.MAPLE, temporary)
                .write("lexicon/zz.yaml", "zz-good: [a, ~b~, ' ']\n\nzz-bad: ['*']\n")
                .load()
                .lexicon();
        assertThat(loaded.words("zz-good")).containsExactly("a", "~b~", " ");
        assertThatThrownBy(() -> loaded.patterns("zz-bad"))
                .isInstanceOf(CampaignException.class)
                .hasMessageStartingWith(
                        "maple-2026/lexicon/zz.yaml, line 3: \"zz-bad\": must hold regular expressions, found \"*\"");
    }
}
