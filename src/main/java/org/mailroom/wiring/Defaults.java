package org.mailroom.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.util.UriUtils;

/** The routes, templates and campaigns that the jar carries under {@code defaults/}. */
public final class Defaults {
    private static final String PREFIX = "/defaults/";

    private Defaults() {}

    /** Copies them out, over what an earlier version of the program has put there. */
    public static void copyTo(Path folder) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:defaults/**/*.*")) {
            String path = UriUtils.decode(file.getURL().getPath(), UTF_8);
            Path target = folder.resolve(path.substring(path.lastIndexOf(PREFIX) + PREFIX.length()));
            if (!file.isReadable()) {
                continue; // a folder whose name holds a dot
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (InputStream octets = file.getInputStream()) {
                Files.copy(octets, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
