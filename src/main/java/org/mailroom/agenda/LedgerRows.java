package org.mailroom.agenda;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tables say to the ledger. Reads, never writes. */
final class LedgerRows {
    private final JdbcClient jdbc;

    LedgerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record DossierLine(
            String unit,
            String stage,
            String state,
            @Nullable OffsetDateTime firstReceived,
            @Nullable OffsetDateTime completeReceived,
            @Nullable OffsetDateTime lastReceived,
            @Nullable Boolean onTime,
            int gaps,
            int corrections,
            int receipts,
            @Nullable LocalDate correctionDue) {}

    List<DossierLine> dossiers() {
        return jdbc.sql("""
                        select unit, stage, state, first_received, complete_received, last_received, on_time, gaps,
                               (select count(*) from finding f
                                 where f.dossier_id = d.id and f.severity in ('REJECT', 'RETURN')) as corrections,
                               receipts, correction_due
                          from dossier d order by unit, stage""").query(DossierLine.class).list();
    }

    /**
     * @param nominee the number of the nominee's row; names stay in the desk
     * @param counts whether it is the newest in its slot
     */
    record DocumentLine(
            String unit,
            String stage,
            String document,
            String medium,
            @Nullable String category,
            @Nullable Long nominee,
            int version,
            boolean counts,
            String fileName,
            OffsetDateTime receivedAt,
            long mailId) {}

    /** Every version of every document, as they came. */
    List<DocumentLine> documents() {
        return jdbc.sql("""
                        select s.unit, s.stage, d.document, d.medium, n.category, d.nominee_id as nominee, d.version,
                               exists (select 1 from slot where document_id = d.id) as counts,
                               d.file_name, d.received_at, d.mail_id
                          from document d join dossier s on s.id = d.dossier_id left join nominee n on n.id = d.nominee_id
                         order by s.unit, s.stage, d.id""").query(DocumentLine.class).list();
    }

    /** Names of nominees, the longest first: to be taken out of file names. */
    List<String> nominees() {
        return jdbc
                .sql("select distinct name from nominee union select distinct name from listing")
                .query(String.class)
                .list()
                .stream()
                .filter(name -> name.codePointCount(0, name.length()) > 1)
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
