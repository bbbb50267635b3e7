package org.mailroom.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.form.Descriptors;
import org.mailroom.reading.ReadingLimits;
import org.mailroom.reading.reader.LocalReader;

/** Wrongly filled forms are known for what they are, and read to the letter; what is held out is only measured. */
class CorpusTest {
    private static final Corpus CORPUS = new Corpus();
    private static final long SEED = 1;

    @TempDir
    Path temp;

    static Stream<CorpusCase> faults() {
        return CORPUS.faults(SEED).stream().filter(made -> !made.heldOut());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_form_filled_wrongly_is_known_and_read_to_the_letter(CorpusCase made) throws IOException {
        Score score = Score.of(made, reader().forms(made));

        assertThat(score.missed()).isEmpty();
        assertThat(score.kinds()).isEqualTo(made.truth().size());
    }

    @Test
    void forms_laid_out_anew_are_known() throws IOException {
        for (CorpusCase made : CORPUS.drawn(SEED)) {
            assertThat(Score.of(made, reader().forms(made)).missed()).isEmpty();
        }
    }

    @Test
    void other_awards_forms_lists_and_letters_are_none_of_ours() throws IOException {
        for (CorpusCase made : CORPUS.ordinary(40, 2)) {
            assertThat(reader().forms(made)).as(made.toString()).isEmpty();
        }
    }

    @Test
    void the_same_seed_gives_the_same_files_and_another_seed_others() {
        List<CorpusCase> once = CORPUS.faults(SEED);
        List<CorpusCase> again = CORPUS.faults(SEED);
        List<CorpusCase> others = CORPUS.faults(SEED + 1);
        for (int i = 0; i < once.size(); i++) {
            assertThat(again.get(i).file().octets())
                    .isEqualTo(once.get(i).file().octets());
            assertThat(others.get(i).file().octets())
                    .isNotEqualTo(once.get(i).file().octets());
        }
    }

    @Test
    void each_fault_shows_in_its_file() {
        Set<String> seen = new HashSet<>();
        for (CorpusCase blank : CORPUS.blanks(SEED)) {
            seen.add(digest(blank));
        }
        assertThat(CORPUS.faults(SEED))
                .allSatisfy(made -> assertThat(seen.add(digest(made)))
                        .as(made.kind() + " differs from the faultless form and from every other")
                        .isTrue());
    }

    @Test
    void what_is_held_out_does_not_change_with_what_is_measured() {
        assertThat(Fault.all().stream().filter(Fault::heldOut).map(Fault::name))
                .containsExactly(
                        "none-in-every-spelling",
                        "cells-merged-again",
                        "opinions-pushed-to-a-new-table",
                        "tick-box-replaced-by-yes",
                        "rows-added-between",
                        "form-in-the-notice-with-all-annexes",
                        "comments-left-in");
    }

    private static String digest(CorpusCase made) {
        return java.util.Arrays.hashCode(made.file().octets()) + "/"
                + made.file().octets().length;
    }

    private Reader reader() throws IOException {
        LocalReader local = new LocalReader(ReadingLimits.standard(), temp, Charset.forName("GB18030"));
        return new Reader(CORPUS.campaign(), Descriptors.of(Descriptors.CNIPA), local, Optional.empty());
    }
}
