package org.mailroom.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mailroom.sender.Strangers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Addresses to be decided upon. Many are somebody's mobile number: a form carries a key, and the page the masked address. */
final class Addresses {
    private final Masking masking;
    private final JdbcClient jdbc;

    Addresses(Masking masking, JdbcClient jdbc) {
        this.masking = masking;
        this.jdbc = jdbc;
    }

    /** @param proposed code of a unit, or "" */
    public record Line(String key, String address, String name, String proposed, List<Long> mails, String seen) {}

    List<Line> lines(List<Strangers.Stranger> strangers) {
        return strangers.stream()
                .map(one -> new Line(
                        key(one.address()),
                        masking.numbers(one.address()),
                        masking.numbers(one.name()),
                        one.proposed().orElse(""),
                        one.mails(),
                        one.seen()))
                .toList();
    }

    /** The address of that key, whether or not it still waits. */
    Optional<String> of(String key) {
        return jdbc.sql("""
                        select address from contact
                        union select lower(sender_address) from mail where sender_address is not null""").query(String.class).list().stream()
                .filter(address -> key(address).equals(key))
                .findFirst();
    }

    private static String key(String address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
