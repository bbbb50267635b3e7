package org.mailroom.desk.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands mails that lie in files to the desk: it takes them up from its drop folder, now or when it is started. */
@Command(name = "receive", mixinStandardHelpOptions = true)
final class Receive implements Callable<Integer> {
    private static final String SUFFIX = ".eml";
    private static final int HEAD = 1024;

    /** A field name and colon (RFC 5322 section 2.2), or the envelope line of an mbox. */
    private static final Pattern MAIL = Pattern.compile("\\A(?:\\uFEFF|\\xEF\\xBB\\xBF)?(?:From |[!-9;-~]+[ \\t]*:)");

    private final Console console;
    private final Wording words;
    private final Installation installation;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    Receive(Console console, Wording words, Installation installation) {
        this.console = console;
        this.words = words;
        this.installation = installation;
    }

    /** All of them or none: a wrong name stops before anything is copied. */
    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            refuseUnlessMail(file);
        }
        Path drop = installation.data().resolve("drop");
        Files.createDirectories(drop);
        for (Path file : files) {
            console.out().println(words.of("receive.done", file, put(file, drop)));
        }
        return Exit.OK;
    }

    private static void refuseUnlessMail(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFault.usage("file", file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (!MAIL.matcher(new String(in.readNBytes(HEAD), ISO_8859_1)).find()) {
                throw CommandFault.usage("mail", file);
            }
        } catch (IOException unreadable) {
            throw CommandFault.usage("unreadable", file);
        }
    }

    /** Under another name until it is whole; the desk looks at {@code *.eml} only. */
    private static Path put(Path file, Path drop) throws IOException {
        Path temp = Files.createTempFile(drop, "copy", ".part");
        try {
            Files.copy(file, temp, StandardCopyOption.REPLACE_EXISTING);
            Path target = free(file, drop);
            Files.move(temp, target);
            return target;
        } finally {
            Files.deleteIfExists(temp);
        }
    }

    private static Path free(Path file, Path drop) throws IOException {
        String name = String.valueOf(file.getFileName());
        String stem = name.toLowerCase(Locale.ROOT).endsWith(SUFFIX)
                ? name.substring(0, name.length() - SUFFIX.length())
                : name;
        Path target = drop.resolve(stem + SUFFIX);
        for (int i = 2; Files.exists(target) && Files.mismatch(target, file) >= 0; i++) {
            target = drop.resolve(stem + " (" + i + ")" + SUFFIX);
        }
        Files.deleteIfExists(target);
        return target;
    }
}
