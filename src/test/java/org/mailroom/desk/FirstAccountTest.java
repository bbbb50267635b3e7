package org.mailroom.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.testing.MailroomExtension;
import org.mailroom.testing.RunningDesk;

class FirstAccountTest {
    private static final Pattern SAID = Pattern.compile("首个账号：admin，密码：([a-z0-9]{16})。");

    @TempDir
    Path folder;

    @Test
    void the_first_start_says_the_administrators_password_once_and_keeps_only_its_hash() throws IOException {
        try (RunningDesk desk = MailroomExtension.notYetCnipa(folder, "2021-08-27T09:00")) {
            Matcher said = SAID.matcher(console(desk::begin));
            assertThat(said.find()).as("the password is said").isTrue();
            String password = said.group(1);

            Accounts accounts = desk.bean(Accounts.class);
            assertThat(accounts.login("admin", password)).map(Person::role).contains(Role.ADMIN);
            assertThat(accounts.login("admin", "demo"))
                    .as("no account of the demonstration")
                    .isEmpty();
            assertThat(accounts.all()).extracting(Account::name).containsExactly("admin");
            assertThat(desk.rows("select hash from account").toString())
                    .contains("$2a$10$")
                    .doesNotContain(password);

            desk.stop();
            assertThat(console(desk::begin))
                    .as("said once")
                    .doesNotContain(password)
                    .doesNotContain("首个账号");
            desk.stop();
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> all = files.filter(Files::isRegularFile).toList();
                for (Path file : all) {
                    assertThat(new String(Files.readAllBytes(file), UTF_8))
                            .as(file.toString())
                            .doesNotContain(password);
                }
            }
        }
    }

    private static String console(Runnable start) {
        PrintStream real = System.out;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, UTF_8));
        try {
            start.run();
        } finally {
            System.setOut(real);
        }
        return heard.toString(UTF_8);
    }
}
