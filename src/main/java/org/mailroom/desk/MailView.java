package org.mailroom.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.custody.Custody;
import org.mailroom.custody.EventLog;
import org.mailroom.custody.StoredMail;
import org.mailroom.message.MailClass;
import org.mailroom.message.MailOpener;
import org.mailroom.message.OpenedMail;
import org.mailroom.message.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One mail as it came. What it says is shown as text; what it carries is handed out as octets, and each handing out is noted. */
final class MailView {
    private static final int HEADER_SHOWN = 32 * 1024;

    private final Custody custody;
    private final MailOpener opener;
    private final EventLog events;
    private final CampaignTime time;
    private final TimeLine timeLine;
    private final Masking masking;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    MailView(
            Custody custody,
            MailOpener opener,
            EventLog events,
            CampaignTime time,
            TimeLine timeLine,
            Masking masking,
            JdbcClient jdbc) {
        this.custody = custody;
        this.opener = opener;
        this.events = events;
        this.time = time;
        this.timeLine = timeLine;
        this.masking = masking;
        this.jdbc = jdbc;
    }

    private record MailRow(
            long id,
            String state,
            String reason,
            String mailClass,
            String mayAnswer,
            String sender,
            @Nullable String unit,
            @Nullable Long duplicateOf,
            @Nullable String rawSha256,
            @Nullable String evidence) {}

    private record PartRow(
            long id,
            String path,
            String name,
            String declaredType,
            long size,
            String outcome,
            String reason,
            String paper,
            int paperPage,
            int pages) {}

    /** @param score 0 to 100, specification 4.3 */
    public record EvidenceLine(String unit, int score, String source, String text) {}

    /**
     * @param kept whether it can be handed out by itself: an entry of an archive comes with its archive
     * @param paper name of the file with the first page, if this is the picture of a further one; else ""
     * @param paperPage which page of it this is
     * @param pages of a scan that can be looked at
     */
    public record PartLine(
            long id,
            String name,
            String type,
            long size,
            String outcome,
            String reason,
            boolean kept,
            String paper,
            int paperPage,
            int pages) {}

    /**
     * @param opened false for a mail that cannot be opened, or is not here
     * @param header the first lines of the mail as they came
     */
    public record Page(
            long id,
            String state,
            String reason,
            String mailClass,
            String mayAnswer,
            @Nullable String unit,
            long copyOf,
            boolean here,
            boolean opened,
            String receivedAt,
            String from,
            String to,
            String subject,
            String text,
            String header,
            List<EvidenceLine> evidence,
            List<PartLine> parts,
            List<String> skipped,
            List<String> links,
            List<TimeLine.Happened> events) {}

    Optional<Page> page(long id) {
        return row(id).map(row -> {
            Optional<StoredMail> stored =
                    row.rawSha256() == null ? Optional.empty() : Optional.of(custody.load(row.id()));
            Optional<OpenedMail> opened = stored.flatMap(this::opened);
            if (row.mailClass().equals(MailClass.RESTRICTED.name())) {
                return restricted(row, stored);
            }
            List<String> paths = opened.stream()
                    .flatMap(mail -> mail.parts().stream())
                    .map(Part::path)
                    .toList();
            return new Page(
                    row.id(),
                    row.state(),
                    masking.numbers(row.reason()),
                    row.mailClass(),
                    row.mayAnswer(),
                    row.unit(),
                    row.duplicateOf() == null ? 0 : row.duplicateOf(),
                    stored.isPresent(),
                    opened.isPresent(),
                    stored.map(mail -> time.of(mail.receivedAt())).orElse(""),
                    opened.flatMap(OpenedMail::from)
                            .map(from -> masking.numbers(from.name() + " <" + from.address() + ">"))
                            .orElse(""),
                    masking.numbers(opened.map(mail -> String.join(
                                    ", ",
                                    mail.recipients().stream()
                                            .map(one -> one.address())
                                            .toList()))
                            .orElse("")),
                    masking.numbers(opened.map(OpenedMail::subject).orElse("")),
                    masking.numbers(opened.map(OpenedMail::text).orElse("")),
                    masking.numbers(stored.map(this::header).orElse("")),
                    evidence(row.evidence()),
                    partRows(id).stream()
                            .map(part -> line(part, paths.contains(part.path())))
                            .toList(),
                    opened.map(OpenedMail::skipped).orElse(List.of()).stream()
                            .map(masking::numbers)
                            .toList(),
                    opened.map(OpenedMail::links).orElse(List.of()).stream()
                            .map(link -> masking.numbers(link.host() + " " + link.about()))
                            .toList(),
                    timeLine.ofMail(id));
        });
    }

    /** Of a mail with a mark of secrecy nothing is shown but that it is here, when it came and from which address. */
    private Page restricted(MailRow row, Optional<StoredMail> stored) {
        return new Page(
                row.id(),
                row.state(),
                "",
                row.mailClass(),
                row.mayAnswer(),
                row.unit(),
                row.duplicateOf() == null ? 0 : row.duplicateOf(),
                stored.isPresent(),
                true,
                stored.map(mail -> time.of(mail.receivedAt())).orElse(""),
                masking.numbers(row.sender()),
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                timeLine.ofMail(row.id()));
    }

    private PartLine line(PartRow part, boolean kept) {
        return new PartLine(
                part.id(),
                masking.numbers(part.name()),
                part.declaredType(),
                part.size(),
                part.outcome(),
                part.reason(),
                kept,
                masking.numbers(part.paper()),
                part.paperPage(),
                part.pages());
    }

    /** A quarantined mail may be one that cannot be opened: the page shows what is known without. */
    private Optional<OpenedMail> opened(StoredMail mail) {
        try {
            return Optional.of(opener.open(mail));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private String header(StoredMail mail) {
        try (InputStream raw = custody.open(mail)) {
            String start = new String(raw.readNBytes(HEADER_SHOWN), StandardCharsets.UTF_8).replace("\r\n", "\n");
            int end = start.indexOf("\n\n");
            return end < 0 ? start : start.substring(0, end);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private List<EvidenceLine> evidence(@Nullable String stored) {
        return stored == null
                ? List.of()
                : json.readTree(stored).values().stream().map(this::evidence).toList();
    }

    private EvidenceLine evidence(JsonNode node) {
        return new EvidenceLine(
                node.path("unit").asString(""),
                node.path("score").asInt(0),
                node.path("source").asString(""),
                masking.numbers(node.path("text").asString("")));
    }

    /**
     * The mail's exact octets.
     *
     * @param person whose wish it was; goes on the record
     */
    Optional<Octets> raw(long id, String person) {
        return row(id).filter(row -> row.rawSha256() != null).map(row -> {
            StoredMail mail = custody.load(id);
            events.append("MAIL_DOWNLOADED", person, row.unit(), null, id, Map.of());
            return new Octets("mail-" + id + ".eml", () -> custody.open(mail));
        });
    }

    /** A part of the mail, decoded. */
    Optional<Octets> part(long mailId, long partId, String person) {
        Optional<PartRow> row =
                partRows(mailId).stream().filter(part -> part.id() == partId).findFirst();
        return row.flatMap(part -> opened(custody.load(mailId)).stream()
                .flatMap(mail -> mail.parts().stream())
                .filter(one -> one.path().equals(part.path()))
                .findFirst()
                .map(one -> {
                    events.append(
                            "PART_DOWNLOADED",
                            person,
                            null,
                            null,
                            mailId,
                            Map.of("part", partId, "sha256", one.sha256()));
                    String name = one.fileName().isBlank() ? "part-" + partId : one.fileName();
                    return new Octets(name, one.content()::open);
                }));
    }

    /** @param name as the sender gave it; for the browser only */
    record Octets(String name, Source source) {}

    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    private Optional<MailRow> row(long id) {
        return jdbc.sql("""
                        select id, state, coalesce(reason, '') as reason, coalesce(mail_class, '') as mail_class,
                               coalesce(may_answer, '') as may_answer,
                               coalesce(sender_address, '') as sender, unit, duplicate_of, raw_sha256, evidence
                          from mail where id = :id""").param("id", id).query(MailRow.class).optional();
    }

    private List<PartRow> partRows(long mail) {
        return jdbc.sql("""
                        select p.id, p.path, p.name, p.declared_type, p.size, p.outcome, coalesce(p.reason, '') as reason,
                               coalesce(f.name, '') as paper, coalesce(p.paper_page, 0) as paper_page,
                               (select count(*) from scan_page s where s.part_id = p.id) as pages
                          from part p left join part f on f.id = p.paper
                         where p.mail_id = :mail order by p.id""").param("mail", mail).query(PartRow.class).list();
    }
}
