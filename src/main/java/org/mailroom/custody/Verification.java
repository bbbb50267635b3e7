package org.mailroom.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks whether everything is still as it was kept: each mail's octets, and the chain of sealed events (P1, P8). */
public final class Verification {
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final RawStore files;

    public Verification(JdbcClient jdbc, Sealer sealer, RawStore files) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.files = files;
    }

    /**
     * What was found.
     *
     * @param mails mails whose octets are kept, all looked at
     * @param missing ids of mails whose file is gone or cannot be read
     * @param changed ids of mails whose file has another SHA-256
     * @param events sealed events whose chain is whole
     * @param unsealed events too young to be sealed
     * @param head hash of the last whole event, to be compared with a digest's
     * @param brokenAt number of the first event that is missing or changed
     */
    public record Result(
            long mails,
            List<Long> missing,
            List<Long> changed,
            long events,
            long unsealed,
            String head,
            Optional<Long> brokenAt) {
        public boolean whole() {
            return missing.isEmpty() && changed.isEmpty() && brokenAt.isEmpty();
        }
    }

    private record Mail(long id, String rawSha256) {}

    public Result verify() {
        long mails = 0;
        List<Long> missing = new ArrayList<>();
        List<Long> changed = new ArrayList<>();
        long last = 0;
        for (List<Mail> page = after(last); !page.isEmpty(); page = after(last)) {
            for (Mail mail : page) {
                mails++;
                last = mail.id();
                try {
                    if (!sha256(mail.rawSha256()).equals(mail.rawSha256())) {
                        changed.add(mail.id());
                    }
                } catch (IOException gone) {
                    missing.add(mail.id());
                }
            }
        }
        Sealer.Chain chain = sealer.verify();
        long unsealed = jdbc.sql("select count(*) from event where seal_number is null")
                .query(Long.class)
                .single();
        return new Result(mails, missing, changed, chain.events(), unsealed, chain.head(), chain.brokenAt());
    }

    private List<Mail> after(long id) {
        return jdbc.sql("""
                        select id, raw_sha256 from mail where raw_sha256 is not null and id > :id
                         order by id limit :limit""")
                .param("id", id)
                .param("limit", PAGE)
                .query(Mail.class)
                .list();
    }

    private String sha256(String name) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream in = new DigestInputStream(files.open(name), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.end(digest);
    }
}
