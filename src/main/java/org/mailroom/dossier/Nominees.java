package org.mailroom.dossier;

import java.util.List;
import java.util.Optional;
import org.mailroom.check.Dossier.Nominee;
import org.mailroom.dossier.DossierRules.Nomination;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code nominee}. A nominee is known by identity number where there is one; the name helps where a number was
 * missing or wrong before, so that a corrected form stays the same person's.
 */
final class Nominees {
    private static final int LONGEST_NAME = 200;

    private final JdbcClient jdbc;
    private final IdentityKeys keys;

    Nominees(JdbcClient jdbc, IdentityKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Nominees of a unit. */
    List<Nominee> of(String unit) {
        return jdbc.sql("select category, name from nominee where unit = :unit order by id")
                .param("unit", unit)
                .query(Nominee.class)
                .list();
    }

    /** Writes down whom a dossier nominates now; whoever was not met before gets a row. */
    void list(long dossierId, String unit, List<Nomination> nominations) {
        jdbc.sql("delete from listing where dossier_id = :dossier")
                .param("dossier", dossierId)
                .update();
        for (Nomination nomination : nominations) {
            Nominee nominee = nomination.nominee();
            long id = idOf(unit, nominee.category(), nominee.name(), nomination.identityNumber());
            jdbc.sql("insert into listing (dossier_id, nominee_id, name) values (:dossier, :nominee, :name)"
                            + " on conflict do nothing")
                    .param("dossier", dossierId)
                    .param("nominee", id)
                    .param("name", cut(nominee.name()))
                    .update();
        }
    }

    /** A row. */
    record NomineeRow(long id, String category, String name, String identityKey) {}

    /**
     * The nominee's id; the row is made, or moved to a newly known identity number, as needed.
     *
     * @param name normalised
     * @param identityNumber a valid one, or empty
     */
    long idOf(String unit, String category, String name, Optional<String> identityNumber) {
        long id = find(unit, category, cut(name), identityNumber);
        identityNumber
                .map(keys::ofPerson)
                .ifPresent(
                        key -> jdbc.sql("""
                        update nominee set person_key = :key
                         where id = :id and (person_key is null or person_key <> :key)""").param("key", key).param("id", id).update());
        return id;
    }

    private long find(String unit, String category, String name, Optional<String> identityNumber) {
        String byName = keys.of(unit, category, name, Optional.empty());
        String wanted = identityNumber
                .map(number -> keys.of(unit, category, name, Optional.of(number)))
                .orElse(byName);
        List<NomineeRow> same = jdbc.sql("""
                        select id, category, name, identity_key from nominee
                         where unit = :unit and category = :category and (name = :name or identity_key = :key)
                         order by id""")
                .param("unit", unit)
                .param("category", category)
                .param("name", name)
                .param("key", wanted)
                .query(NomineeRow.class)
                .list();
        Optional<NomineeRow> exact =
                same.stream().filter(row -> row.identityKey().equals(wanted)).findFirst();
        if (exact.isPresent()) {
            return exact.get().id();
        }
        Optional<NomineeRow> named =
                same.stream().filter(row -> row.identityKey().equals(byName)).findFirst();
        if (named.isPresent() && identityNumber.isPresent()) {
            jdbc.sql("update nominee set identity_key = :key where id = :id")
                    .param("key", wanted)
                    .param("id", named.get().id())
                    .update();
            return named.get().id();
        }
        if (identityNumber.isEmpty() && same.size() == 1) {
            return same.get(0).id();
        }
        jdbc.sql("""
                        insert into nominee (unit, category, name, identity_key, state, after_cancellation)
                        values (:unit, :category, :name, :key, 'LISTED',
                                exists (select 1 from nominee
                                         where unit = :unit and category = :category and state = 'CANCELLED'))
                        on conflict do nothing""")
                .param("unit", unit)
                .param("category", category)
                .param("name", name)
                .param("key", wanted)
                .update();
        return jdbc.sql("select id from nominee where unit = :unit and category = :category and identity_key = :key")
                .param("unit", unit)
                .param("category", category)
                .param("key", wanted)
                .query(Long.class)
                .single();
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
