package org.mailroom.dossier;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.dossier.Documents.AssignedBy;
import org.mailroom.dossier.Documents.NewDocument;
import org.mailroom.dossier.MailRows.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that a person puts into slots, or takes out of them. No version is ever lost. */
final class AssignedParts {
    private final JdbcClient jdbc;
    private final Documents documents;

    AssignedParts(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    record PartRow(
            long id,
            long mailId,
            String path,
            String name,
            String declaredType,
            long size,
            String sha256,
            String outcome,
            @Nullable String unit,
            String mailState,
            @Nullable String mayAnswer,
            OffsetDateTime receivedAt) {}

    /** @param lock "" or " for update" */
    Optional<PartRow> find(long partId, String lock) {
        return jdbc.sql("""
                        select p.id, p.mail_id, p.path, p.name, p.declared_type, p.size, p.sha256, p.outcome, m.unit, m.state as mail_state,
                               m.may_answer, m.received_at
                          from part p join mail m on m.id = p.mail_id where p.id = :id""" + lock).param("id", partId).query(PartRow.class).optional();
    }

    /** Locks the mail of a file until the transaction ends. */
    void lockMail(long partId) {
        jdbc.sql("select id from mail where id = (select mail_id from part where id = :part) for update")
                .param("part", partId)
                .query(Long.class)
                .single();
    }

    /** The pictures of a mail. */
    List<PartRow> pictures(long mailId) {
        return jdbc.sql("""
                        select p.id, p.mail_id, p.path, p.name, p.declared_type, p.size, p.sha256, p.outcome, m.unit, m.state as mail_state,
                               m.may_answer, m.received_at
                          from part p join mail m on m.id = p.mail_id
                         where m.id = :mail and p.photo is not null order by p.id""").param("mail", mailId).query(PartRow.class).list();
    }

    /** Whether a picture may be a page of any paper: no portrait, and no person has said what it is, or the paper it is of. */
    boolean loose(long picture) {
        return jdbc.sql("""
                        select count(*) from part p
                         where p.id = :picture
                           and not exists (select 1 from part f where f.id in (p.id, p.paper) and f.outcome = 'SKIPPED')
                           and not exists (select 1 from document d where d.part_id in (p.id, p.paper) and d.withdrawn = false
                                              and (d.medium = 'ELECTRONIC' or d.assigned_by = 'PERSON'))""").param("picture", picture).query(Integer.class).single() > 0;
    }

    /** These pictures show one paper, in the order of its pages. */
    void paper(List<PartRow> pages) {
        for (int at = 0; at < pages.size(); at++) {
            jdbc.sql("update part set paper = :first, paper_page = :page where id = :id")
                    .param("first", at == 0 ? null : pages.get(0).id(), Types.BIGINT)
                    .param("page", at == 0 ? null : at + 1, Types.INTEGER)
                    .param("id", pages.get(at).id())
                    .update();
        }
    }

    /** A slot that the file fills now. */
    record Filled(long slotId, String slotKey, long documentId, long dossierId, String stage, String assignedBy) {}

    List<Filled> filled(long partId) {
        return jdbc.sql("""
                        select s.id as slot_id, s.slot_key, d.id as document_id, o.id as dossier_id, o.stage, d.assigned_by
                          from slot s join document d on d.id = s.document_id join dossier o on o.id = s.dossier_id
                         where d.part_id = :part order by s.id""").param("part", partId).query(Filled.class).list();
    }

    String version(PartRow part) {
        return part.outcome() + "/" + part.mailState() + "/"
                + filled(part.id()).stream()
                        .map(one -> Long.toString(one.slotId()))
                        .collect(Collectors.joining(","));
    }

    /** What stood there before comes back, unless a person took it away as well. */
    void takeOut(Filled filled) {
        jdbc.sql("update document set withdrawn = true where id = :id")
                .param("id", filled.documentId())
                .update();
        Optional<Long> before = jdbc.sql("""
                        select o.id from document o join document d on d.id = :document
                         where o.dossier_id = d.dossier_id and o.document = d.document and o.medium = d.medium
                           and coalesce(o.nominee_id, -1) = coalesce(d.nominee_id, -1) and o.withdrawn = false
                           and not (o.nominee_id is null and o.assigned_by = 'READ' and o.part_id = d.part_id)
                         order by o.received_at desc, o.id desc limit 1""")
                .param("document", filled.documentId())
                .query(Long.class)
                .optional();
        if (before.isPresent()) {
            put(filled.dossierId(), filled.slotKey(), before.get());
        } else {
            jdbc.sql("delete from slot where id = :id")
                    .param("id", filled.slotId())
                    .update();
        }
    }

    /** A person has looked: what the name suggested is right. */
    void confirm(Filled filled) {
        jdbc.sql("update document set assigned_by = 'PERSON' where id = :id and assigned_by in ('NAME', 'OCR')")
                .param("id", filled.documentId())
                .update();
    }

    private record Read(int ordinal, @Nullable String content) {}

    /** The file counts in the slot from now on, also if something newer was there. */
    void fill(PartRow part, long dossierId, String document, String medium, @Nullable Long nominee) {
        Read read = jdbc.sql("""
                        select ordinal, content from document
                         where part_id = :part and document = :document and content is not null
                           and medium = 'ELECTRONIC' and :medium = 'ELECTRONIC'
                         order by id limit 1""")
                .param("part", part.id())
                .param("document", document)
                .param("medium", medium)
                .query(Read.class)
                .optional()
                .orElse(new Read(0, null));
        NewDocument version = new NewDocument(
                dossierId,
                document,
                medium,
                nominee,
                part.mailId(),
                part.id(),
                read.ordinal(),
                part.name(),
                part.size(),
                part.sha256(),
                part.receivedAt().toInstant(),
                AssignedBy.PERSON,
                read.content());
        put(dossierId, version.slotKey(), documents.keep(version));
    }

    private void put(long dossierId, String slotKey, long documentId) {
        int changed = jdbc.sql(
                        "update slot set document_id = :document where dossier_id = :dossier and slot_key = :key")
                .param("document", documentId)
                .param("dossier", dossierId)
                .param("key", slotKey)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into slot (dossier_id, slot_key, document_id) values (:dossier, :key, :document)")
                    .param("dossier", dossierId)
                    .param("key", slotKey)
                    .param("document", documentId)
                    .update();
        }
    }

    void outcome(long partId, Outcome outcome) {
        jdbc.sql("update part set outcome = :outcome where id = :id")
                .param("outcome", outcome.name())
                .param("id", partId)
                .update();
    }

    /** The category of a unit's nominee. */
    Optional<String> category(String unit, long nominee) {
        return jdbc.sql("select category from nominee where id = :id and unit = :unit")
                .param("id", nominee)
                .param("unit", unit)
                .query(String.class)
                .optional();
    }
}
