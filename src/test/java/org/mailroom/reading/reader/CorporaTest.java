package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.form.Descriptors;
import org.mailroom.form.Recogniser;
import org.mailroom.message.Part;
import org.mailroom.reading.ReadFile;
import org.mailroom.reading.Reading;

/** Test sets of other projects, where they are at hand: every file ends in a reading, and none is one of our forms. */
class CorporaTest {
    @ParameterizedTest
    @ValueSource(strings = {"office", "archive", "pdf", "tnef"})
    void every_file_ends_in_a_reading_within_its_time_and_none_is_a_form(String corpus) throws IOException {
        Path folder =
                Path.of(System.getProperty("corpora", "../shared/corpora")).resolve(corpus);
        assumeTrue(Files.isDirectory(folder), "no test set at " + folder);
        Recogniser recogniser = Descriptors.recogniser(Descriptors.CNIPA);
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        Map<Long, Path> slowest = new TreeMap<>(Comparator.reverseOrder());
        for (Path file : files) {
            Part part = new Part(
                    "1", file.getFileName().toString(), "", Files.size(file), "", "", () -> Files.newInputStream(file));
            long start = System.nanoTime();
            for (ReadFile read : Parts.read(part)) {
                String outcome = read.reading().toString();
                if (read.reading() instanceof Reading.Readable readable) {
                    outcome = "Readable";
                    assertThat(recogniser.recognise(readable.sheet()))
                            .as(read.name())
                            .isEmpty();
                }
                if (read.reading() instanceof Reading.Scan scan) {
                    outcome = "Scan " + scan.type();
                }
                outcomes.merge(outcome, 1, Integer::sum);
            }
            long time = System.nanoTime() - start;
            slowest.put(time / 1_000_000, file);
            assertThat(time).as("time of " + file).isLessThan(30_000_000_000L);
        }
        System.out.println(corpus + ": " + files.size() + " files " + outcomes);
        slowest.entrySet().stream()
                .limit(3)
                .forEach(slow -> System.out.println(
                        slow.getKey() + " ms " + slow.getValue().getFileName()));
        assertThat(outcomes).isNotEmpty();
    }
}
