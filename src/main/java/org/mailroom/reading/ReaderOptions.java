package org.mailroom.reading;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a reader's process is given, and what it is not. */
final class ReaderOptions {
    /** Of the desk's environment, which may hold passwords: only what says how names of files are written, and what Windows needs. */
    private static final Set<String> KEPT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "SystemDrive");

    /** Nobody listens there. */
    private static final String NOWHERE = "127.0.0.1";

    private ReaderOptions() {}

    static Map<String, String> environment(Map<String, String> desk, Path temp) {
        Map<String, String> environment = new HashMap<>(desk);
        environment.keySet().retainAll(KEPT);
        environment.put("TMPDIR", temp.toString());
        environment.put("TEMP", temp.toString());
        environment.put("TMP", temp.toString());
        // glibc keeps an arena of memory for each thread, and gives little of it back
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    static List<String> java(ReaderSettings settings, Path temp) {
        return List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + temp.resolve("fault.log"),
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temp,
                "-Duser.home=" + temp,
                "-Djava.awt.headless=true",
                // the same file reads the same on every machine
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                // nothing is fetched for a file
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-Dhttp.proxyHost=" + NOWHERE,
                "-Dhttp.proxyPort=9",
                "-Dhttp.nonProxyHosts=",
                "-Dhttps.proxyHost=" + NOWHERE,
                "-Dhttps.proxyPort=9",
                "-DsocksProxyHost=" + NOWHERE,
                "-DsocksProxyPort=9");
    }
}
