package org.mailroom;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Who may know whom. What nobody may call is in {@link ForbiddenCallsTest}. */
class ArchitectureTest {
    /** In the order in which a mail walks through them: a room knows itself and the rooms before it. */
    static final List<String> ROOMS = List.of(
            "campaign",
            "mailbox",
            "custody",
            "message",
            "sender",
            "reading",
            "form",
            "check",
            "dossier",
            "reply",
            "outbox",
            "agenda",
            "desk",
            "demo");

    /** Ends of the walk: what another room needs of them lies in the wrong room. */
    private static final Set<String> NEVER_IMPORTED = Set.of("desk", "demo");

    /** The Camel component {@code job:}, beside mailbox: open to every room after mailbox, and knowing none. */
    private static final String JOB = "job";

    /** Open to every room, and knowing none. */
    private static final String PLATFORM = "platform";

    /** Where a sender's file is opened. */
    private static final String READER = "org.mailroom.reading.reader..";

    /** Libraries that open files of kinds that can hurt. */
    private static final String[] OPENERS = {
        "org.apache.poi..",
        "org.apache.pdfbox..",
        "org.apache.commons.compress..",
        "javax.imageio..",
        "org.ofdrw..",
        "com.github.junrar..",
        "io.github.mymonstercat..",
        "com.benjaminwan..",
        "ai.onnxruntime..",
        "org.tukaani..",
        "com.twelvemonkeys.."
    };

    /** They make files of ours, and never open one: the digest's workbook, the demonstration's attachments. */
    private static final String MAKES_OUR_OWN =
            "org\\.mailroom\\.(agenda\\.Ledger(Sheet)?|demo\\.(BundleMaker|SampleScan))(\\$.*)?";

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.mailroom");

    @ParameterizedTest(name = "{0}")
    @FieldSource("ROOMS")
    void a_room_knows_only_itself_and_earlier_rooms(String room) {
        List<String> known = new ArrayList<>(ROOMS.subList(0, ROOMS.indexOf(room)));
        known.removeAll(NEVER_IMPORTED);
        known.add(room);
        known.add(PLATFORM);
        if (ROOMS.indexOf(room) > ROOMS.indexOf("mailbox")) known.add(JOB);

        knowsOnly(room, known).check(PROGRAM);
    }

    @Test
    void the_job_component_knows_no_room() {
        knowsOnly(JOB, List.of(JOB)).check(PROGRAM);
    }

    @Test
    void the_platform_knows_no_room_and_is_the_only_place_that_asks_what_a_system_refuses() {
        knowsOnly(PLATFORM, List.of(PLATFORM)).check(PROGRAM);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mailroom.platform..")
                .should()
                .accessField(StandardCopyOption.class, "ATOMIC_MOVE")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.file\\.attribute\\.(Posix|Acl|Dos).*|sun\\.misc\\.Signal.*")
                .check(PROGRAM);
    }

    @Test
    void every_class_is_in_a_room_or_wires_the_rooms() {
        List<String> packages = new ArrayList<>(ROOMS);
        packages.add(JOB);
        packages.add(PLATFORM);
        packages.add("wiring");
        String[] known = packagesOf(packages);

        classes()
                .should()
                .resideInAnyPackage(known)
                .orShould()
                .resideInAPackage("org.mailroom")
                .check(PROGRAM);
    }

    @Test
    void only_the_readers_own_process_knows_what_opens_a_senders_file() {
        noClasses()
                .that()
                .resideOutsideOfPackage(READER)
                .and()
                .doNotHaveFullyQualifiedName(Mailroom.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(READER)
                .check(PROGRAM);

        noClasses()
                .that()
                .resideOutsideOfPackage(READER)
                .and()
                .haveNameNotMatching(MAKES_OUR_OWN)
                .should()
                .dependOnClassesThat(resideInAnyPackage(OPENERS))
                .check(PROGRAM);
    }

    @Test
    void the_post_office_of_the_demonstration_stays_inside_it() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.mailroom.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.icegreen..")
                .check(PROGRAM);
    }

    @Test
    void forms_and_checks_know_no_framework() {
        noClasses()
                .that()
                .resideInAnyPackage("org.mailroom.form..", "org.mailroom.check..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.camel..", "jakarta.mail..")
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void a_class_is_named_after_what_it_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Data|Info)")
                .check(new ClassFileImporter().importPackages("org.mailroom"));
    }

    private static ArchRule knowsOnly(String room, Collection<String> known) {
        return classes()
                .that()
                .resideInAPackage("org.mailroom." + room + "..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.mailroom..").or(resideInAnyPackage(packagesOf(known))))
                .allowEmptyShould(true);
    }

    private static String[] packagesOf(Collection<String> rooms) {
        return rooms.stream().map(room -> "org.mailroom." + room + "..").toArray(String[]::new);
    }
}
