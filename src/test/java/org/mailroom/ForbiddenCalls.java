package org.mailroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;

/** Calls whose answer depends on the machine instead of on what the program was given. */
enum ForbiddenCalls {
    /** The clocks are handed in at the edge; one class creates them. */
    AN_OWN_LOOK_AT_THE_CLOCK(
            noClasses().that().doNotHaveSimpleName("Clocks").should(),
            "java.lang.System.currentTimeMillis()",
            "java.util.Date.<init>()",
            "java.util.Calendar.getInstance()",
            "java.util.GregorianCalendar.<init>()",
            "java.time.Clock.systemUTC()",
            "java.time.Clock.systemDefaultZone()",
            "java.time.Clock.system(java.time.ZoneId)",
            "java.time.Clock.tickMillis(java.time.ZoneId)",
            "java.time.Clock.tickSeconds(java.time.ZoneId)",
            "java.time.Clock.tickMinutes(java.time.ZoneId)") {
        @Override
        boolean forbids(CodeUnitAccessTarget target) {
            return super.forbids(target) || isNowWithoutClock(target);
        }
    },

    /** The same mail gives the same answer on every machine, whatever its language and zone. */
    A_DEFAULT_OF_THE_MACHINE(
            noClasses().should(),
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.nio.charset.Charset.defaultCharset()",
            "java.io.InputStreamReader.<init>(java.io.InputStream)",
            "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
            "java.io.FileReader.<init>(java.lang.String)",
            "java.io.FileReader.<init>(java.io.File)",
            "java.io.FileWriter.<init>(java.lang.String)",
            "java.io.FileWriter.<init>(java.io.File)",
            "java.io.ByteArrayOutputStream.toString()",
            "java.util.Scanner.<init>(java.io.InputStream)",
            "java.util.Scanner.<init>(java.nio.file.Path)",
            "java.time.ZoneId.systemDefault()",
            "java.util.TimeZone.getDefault()",
            "java.util.Locale.getDefault()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

    final ArchRule rule;
    private final Set<String> targets;

    ForbiddenCalls(ClassesShould should, String... targets) {
        this.targets = Set.of(targets);
        this.rule = should.accessTargetWhere(DescribedPredicate.describe(
                        name().toLowerCase(Locale.ROOT).replace('_', ' '), this::isForbidden))
                .allowEmptyShould(true);
    }

    boolean forbids(CodeUnitAccessTarget target) {
        return targets.contains(target.getFullName());
    }

    private boolean isForbidden(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target && forbids(target);
    }

    private static boolean isNowWithoutClock(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
