package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words an office may correct lie in templates and campaigns, never in Java. */
class JavaSourceTest {
    private static final Path PROGRAM = Path.of("src/main/java");

    @Test
    void no_sentence_is_written_in_java() throws IOException {
        assertThat(linesOfTheProgram(JavaSource::withoutComments, JavaSourceTest::hasHan))
                .isEmpty();
    }

    @Test
    void the_program_knows_no_campaign_by_name() throws IOException {
        assertThat(linesOfTheProgram(JavaSource::text, line -> line.contains("CNIPA")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    a // b                    | a
                    a /* b */ c               | a   c
                    a /** b // c */ d         | a   d
                    "a // b" // c             | "a // b"
                    "/*" + a + "*/"           | "/*" + a + "*/"
                    "\\"// a" /* b */         | "\\"// a"
                    "\\\\" // a               | "\\\\"
                    '"' // a "                | '"'
                    '\\'' /* a */ + '"'       | '\\''   + '"'
                    ""  /**/  "//"            | ""     "//"
                    \"""a "// b" c\"""// d    | \"""a "// b" c\"""
                    \"""a \\\"""// b\"""// c  | \"""a \\\"""// b\"""
                    a / b // c                | a / b
                    a /* b                    | a
                    """)
    void comments_go_and_everything_else_stays(String source, String expected) {
        assertThat(new JavaSource(source).withoutComments().strip()).isEqualTo(expected);
    }

    @Test
    void an_escaped_character_is_read_as_what_it_stands_for() {
        assertThat(new JavaSource("\"\\u6536\\uu53d1\"").withoutComments()).isEqualTo("\"收发\"");
        assertThat(new JavaSource("\"\\\\u6536\"").withoutComments()).isEqualTo("\"\\\\u6536\"");
    }

    @Test
    void lines_keep_their_numbers() {
        assertThat(new JavaSource("/*\n * a\n */ b // c\nd").withoutComments().lines())
                .hasSize(4)
                .last()
                .isEqualTo("d");
    }

    private static boolean hasHan(String line) {
        return line.codePoints().anyMatch(character -> UnicodeScript.of(character) == UnicodeScript.HAN);
    }

    private static List<String> linesOfTheProgram(Function<JavaSource, String> part, Predicate<String> offending)
            throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> {
                        List<String> lines = part.apply(read(file)).lines().toList();
                        return IntStream.range(0, lines.size())
                                .filter(i -> offending.test(lines.get(i)))
                                .mapToObj(i -> file + ":" + (i + 1) + ": "
                                        + lines.get(i).strip());
                    })
                    .toList();
        }
    }

    private static JavaSource read(Path file) {
        try {
            return new JavaSource(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
