package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForbiddenCallsTest {
    @ParameterizedTest
    @EnumSource
    void the_program_makes_no(ForbiddenCalls calls) {
        calls.rule.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.mailroom"));
    }

    @Test
    void every_own_look_at_the_clock_is_caught() {
        assertEveryMethodIsCaught(ForbiddenCalls.AN_OWN_LOOK_AT_THE_CLOCK, LooksAtTheClock.class);
    }

    @Test
    void every_use_of_a_default_is_caught() {
        assertEveryMethodIsCaught(ForbiddenCalls.A_DEFAULT_OF_THE_MACHINE, UsesDefaults.class);
    }

    @Test
    void a_clock_handed_in_may_be_asked() {
        assertThat(offencesOf(ForbiddenCalls.AN_OWN_LOOK_AT_THE_CLOCK, AsksTheClockHandedIn.class))
                .isEmpty();
    }

    @Test
    void the_class_that_creates_the_clocks_may_look_at_the_machine() {
        assertThat(offencesOf(ForbiddenCalls.AN_OWN_LOOK_AT_THE_CLOCK, Clocks.class))
                .isEmpty();
    }

    private static void assertEveryMethodIsCaught(ForbiddenCalls calls, Class<?> offender) {
        List<String> offences = offencesOf(calls, offender);
        Set<String> methods = new ClassFileImporter()
                .importClass(offender).getMethods().stream()
                        .filter(method -> !method.getModifiers().toString().contains("SYNTHETIC"))
                        .map(JavaMethod::getName)
                        .collect(Collectors.toSet());

        assertThat(methods)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(offences).anyMatch(offence -> offence.contains("." + method + "(")));
    }

    private static List<String> offencesOf(ForbiddenCalls calls, Class<?> offender) {
        return calls.rule
                .evaluate(new ClassFileImporter().importClasses(offender))
                .getFailureReport()
                .getDetails();
    }

    @SuppressWarnings("unused")
    private static class LooksAtTheClock {
        Instant instant() {
            return Instant.now();
        }

        LocalDate date() {
            return LocalDate.now();
        }

        LocalDateTime inAZone() {
            return LocalDateTime.now(ZoneOffset.UTC);
        }

        OffsetDateTime offset() {
            return OffsetDateTime.now();
        }

        ZonedDateTime inALambda() {
            Supplier<ZonedDateTime> now = () -> ZonedDateTime.now();
            return now.get();
        }

        Supplier<Instant> byReference() {
            return Instant::now;
        }

        long millis() {
            return System.currentTimeMillis();
        }

        Date oldDate() {
            return new Date();
        }

        Clock utc() {
            return Clock.systemUTC();
        }

        Clock local() {
            return Clock.systemDefaultZone();
        }
    }

    private static class AsksTheClockHandedIn {
        @SuppressWarnings("unused")
        List<Object> ask(Clock clock) {
            return List.of(clock.instant(), Instant.now(clock), LocalDate.now(clock), new Date(0));
        }
    }

    private static class Clocks {
        @SuppressWarnings("unused")
        Clock machine() {
            return Clock.systemUTC();
        }
    }

    @SuppressWarnings({"unused", "DefaultLocale"})
    private static class UsesDefaults {
        byte[] bytes(String text) {
            return text.getBytes();
        }

        String text(byte[] bytes) {
            return new String(bytes);
        }

        InputStreamReader reader(InputStream in) {
            return new InputStreamReader(in);
        }

        FileReader file() throws IOException {
            return new FileReader("file");
        }

        ZoneId zone() {
            return ZoneId.systemDefault();
        }

        Locale locale() {
            return Locale.getDefault();
        }

        String lower(String text) {
            return text.toLowerCase();
        }

        List<String> upperByReference(List<String> texts) {
            return texts.stream().map(String::toUpperCase).toList();
        }

        String format(int number) {
            return String.format("%d", number);
        }

        String formatted(int number) {
            return "%d".formatted(number);
        }
    }
}
