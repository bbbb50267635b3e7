package org.mailroom.dossier;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The tables {@code document} and {@code slot}: every version that ever came, and which one counts. */
final class Documents {
    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who put a document into its slot. */
    enum AssignedBy {
        /** By what stands in the file. */
        READ,
        /** By what was recognised on the pages of a scan: a machine's guess. */
        OCR,
        NAME,
        PERSON
    }

    /** A document as it is filed; {@code content} is the form as JSON, null for a file that was not read. */
    record NewDocument(
            long dossierId,
            String document,
            String medium,
            @Nullable Long nomineeId,
            long mailId,
            long partId,
            int ordinal,
            String fileName,
            long size,
            String sha256,
            Instant receivedAt,
            AssignedBy assignedBy,
            @Nullable String content) {

        String slotKey() {
            return document + '/' + medium + '/' + (nomineeId == null ? "-" : nomineeId);
        }
    }

    /** The newest version in a slot. */
    record Current(
            long id,
            String document,
            String medium,
            @Nullable String category,
            @Nullable String nominee,
            long mailId,
            String fileName,
            long size,
            String sha256,
            int version,
            String assignedBy,
            long partId,
            @Nullable String content,
            OffsetDateTime receivedAt) {}

    /** The version a newcomer replaced, or the newcomer itself if it came earlier than what stands there. */
    record Replaced(String fileName, int version) {}

    /**
     * Files a document as the newest version of its slot. What was received last counts, also if it was read first.
     *
     * @return what it replaced; empty if the slot was free
     */
    List<Replaced> file(NewDocument document) {
        List<Current> before = inSlot(document.dossierId(), document.slotKey());
        long id = keep(document);
        if (before.isEmpty()) {
            jdbc.sql("insert into slot (dossier_id, slot_key, document_id) values (:dossier, :key, :document)")
                    .param("dossier", document.dossierId())
                    .param("key", document.slotKey())
                    .param("document", id)
                    .update();
            return List.of();
        }
        Current old = before.get(0);
        if (old.receivedAt().toInstant().isAfter(document.receivedAt())) {
            return List.of(new Replaced(document.fileName(), old.version() + 1));
        }
        jdbc.sql("update slot set document_id = :document where dossier_id = :dossier and slot_key = :key")
                .param("document", id)
                .param("dossier", document.dossierId())
                .param("key", document.slotKey())
                .update();
        return List.of(new Replaced(old.fileName(), old.version()));
    }

    /**
     * Keeps a version without putting it into its slot.
     *
     * @return its id
     */
    long keep(NewDocument document) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into document (dossier_id, document, medium, nominee_id, version, mail_id, part_id, ordinal,
                                              file_name, size, sha256, received_at, assigned_by, content)
                        select :dossier, :document, :medium, cast(:nominee as bigint), count(*) + 1, :mail, :part, :ordinal,
                               :fileName, :size, :sha256, :received, :assignedBy, :content
                          from document
                         where dossier_id = :dossier and document = :document and medium = :medium
                           and nominee_id is not distinct from cast(:nominee as bigint)""")
                .param("dossier", document.dossierId())
                .param("document", document.document())
                .param("medium", document.medium())
                .param("nominee", document.nomineeId())
                .param("mail", document.mailId())
                .param("part", document.partId())
                .param("ordinal", document.ordinal())
                .param("fileName", document.fileName())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("received", document.receivedAt().atOffset(UTC))
                .param("assignedBy", document.assignedBy().name())
                .param("content", document.content())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** What counts in a dossier now, in the order of arrival. */
    List<Current> current(long dossierId) {
        return jdbc.sql("""
                        select d.id, d.document, d.medium, n.category, n.name as nominee, d.mail_id, d.file_name, d.size,
                               d.sha256, d.version, d.assigned_by, d.part_id, d.content, d.received_at
                          from slot s join document d on d.id = s.document_id
                          left join nominee n on n.id = d.nominee_id
                         where s.dossier_id = :dossier order by d.received_at, d.id""").param("dossier", dossierId).query(Current.class).list();
    }

    private List<Current> inSlot(long dossierId, String slotKey) {
        return jdbc.sql("""
                        select d.id, d.document, d.medium, n.category, n.name as nominee, d.mail_id, d.file_name, d.size,
                               d.sha256, d.version, d.assigned_by, d.part_id, d.content, d.received_at
                          from slot s join document d on d.id = s.document_id
                          left join nominee n on n.id = d.nominee_id
                         where s.dossier_id = :dossier and s.slot_key = :key""")
                .param("dossier", dossierId)
                .param("key", slotKey)
                .query(Current.class)
                .list();
    }

    /** Forms of these mails that name no nominee: kept, told to the sender, in no slot. */
    List<Current> nameless(long dossierId, List<Long> mails) {
        return mails.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select d.id, d.document, d.medium, null as category, null as nominee, d.mail_id, d.file_name,
                                       d.size, d.sha256, d.version, d.assigned_by, d.part_id, d.content, d.received_at
                                  from document d left join slot s on s.document_id = d.id
                                 where d.dossier_id = :dossier and d.mail_id in (:mails) and d.nominee_id is null
                                   and d.assigned_by = 'READ' and d.medium = 'ELECTRONIC' and s.id is null
                                   and not exists (select 1 from slot o where o.dossier_id = d.dossier_id
                                                      and o.slot_key = d.document || '/' || d.medium || '/-')
                                 order by d.id""")
                        .param("dossier", dossierId)
                        .param("mails", mails)
                        .query(Current.class)
                        .list();
    }

    /** Whether this very form or file of this mail is on file: its mail was read again. */
    boolean filedBefore(long dossierId, long partId, String document, int ordinal) {
        // not by the dossier, of which H2 would then walk all documents
        return jdbc.sql("""
                        select dossier_id from document
                         where part_id = :part and document = :document and ordinal = :ordinal""")
                .param("part", partId)
                .param("document", document)
                .param("ordinal", ordinal)
                .query(Long.class)
                .list()
                .contains(dossierId);
    }

    /** Gives a document that its file's name had placed what was read of it since. */
    void read(long id, AssignedBy by, String content) {
        jdbc.sql("update document set assigned_by = :by, content = :content where id = :id")
                .param("by", by.name())
                .param("content", content)
                .param("id", id)
                .update();
    }

    /**
     * A picture of a further page of a photographed paper.
     *
     * @param paper the file with its first page
     */
    record Further(long paper, String name, long size, String sha256) {}

    /** The pictures that go on with these files, page by page. */
    List<Further> further(List<Long> parts) {
        return parts.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select paper, name, size, sha256 from part where paper in (:parts)
                                 order by paper, paper_page""").param("parts", parts).query(Further.class).list();
    }

    /** The kinds of documents that came in a mail. */
    List<String> kinds(long mailId) {
        return jdbc.sql("select distinct document from document where mail_id = :mail order by document")
                .param("mail", mailId)
                .query(String.class)
                .list();
    }

    /** Whether a person has said where the file goes. */
    boolean placedByPerson(long partId) {
        return jdbc.sql("select count(*) from document where part_id = :part and assigned_by = 'PERSON'")
                        .param("part", partId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the unit ever handed in a document of this kind. */
    boolean everFiled(String unit, String document) {
        return jdbc.sql("""
                        select count(*) from document d join dossier s on s.id = d.dossier_id
                         where s.unit = :unit and d.document = :document""")
                        .param("unit", unit)
                        .param("document", document)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the same octets already count in this dossier, from an earlier mail. */
    boolean countsFromOtherMail(long dossierId, String sha256, long mailId) {
        return jdbc.sql("""
                        select count(*) from slot s join document d on d.id = s.document_id
                         where s.dossier_id = :dossier and d.sha256 = :sha256 and d.mail_id <> :mail""")
                        .param("dossier", dossierId)
                        .param("sha256", sha256)
                        .param("mail", mailId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Names of files of these mails that another document has replaced in its slot, or that replaced one. */
    List<String> replacing(long dossierId, List<Long> mails) {
        return mails.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select distinct d.file_name from slot s join document d on d.id = s.document_id
                                 where s.dossier_id = :dossier and d.mail_id in (:mails) and d.version > 1
                                 order by d.file_name""")
                        .param("dossier", dossierId)
                        .param("mails", mails)
                        .query(String.class)
                        .list();
    }
}
