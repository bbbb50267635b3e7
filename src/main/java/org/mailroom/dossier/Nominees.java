package org.mailroom.dossier;

import java.util.List;
import java.util.Optional;
import org.mailroom.check.Dossier.Nominee;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code nominee}. A nominee is known by identity number where there is one; the name helps where a number was
 * missing or wrong before, so that a corrected form stays the same person's.
 */
final class Nominees {
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

    /** A row. */
    record NomineeRow(long id, String category, String name, String identityKey) {}

    /**
     * The nominee's id; the row is made, or moved to a newly known identity number, as needed.
     *
     * @param name normalised
     * @param identityNumber a valid one, or empty
     */
    long idOf(String unit, String category, String name, Optional<String> identityNumber) {
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
                        insert into nominee (unit, category, name, identity_key, state)
                        values (:unit, :category, :name, :key, 'LISTED') on conflict do nothing""")
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
}
