package org.mailroom.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a reader's process is given, and what it is not. */
final class ReaderOptions {
    /** Of the desk's environment, which may hold passwords: only what says how names of files are written, and what Windows needs. */
    private static final Set<String> KEPT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "SystemDrive");

    /** The archive of classes of an earlier run, and that Java says nothing where it does not fit. */
    private static final Set<String> SHARED = Set.of("-XX:SharedArchiveFile=", "-Xlog:cds");

    /** By name only: this side knows no class of that one. */
    private static final String LOG = "org.mailroom.reading.reader.ReaderLog";

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

    /**
     * @param desk the options this JVM was started with: where it shares class data, the reader does too
     */
    static List<String> java(ReaderSettings settings, Path temp, List<String> desk) {
        List<String> options = new ArrayList<>(fixed(settings, temp));
        desk.stream()
                .filter(option -> SHARED.stream().anyMatch(option::startsWith))
                .forEach(options::add);
        return options;
    }

    private static List<String> fixed(ReaderSettings settings, Path temp) {
        return List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + temp.resolve("fault.log"),
                "-XX:-CreateCoredumpOnCrash",
                "-XX:-UsePerfData",
                // with what we say, apart from what libraries print
                "-XX:+DisplayVMOutputToStderr",
                "-Djava.io.tmpdir=" + temp,
                "-Duser.home=" + temp,
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=" + LOG,
                "-Dslf4j.internal.verbosity=WARN",
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
