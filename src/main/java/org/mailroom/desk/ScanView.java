package org.mailroom.desk;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.campaign.Campaign;
import org.mailroom.campaign.Stage;
import org.mailroom.custody.Custody;
import org.mailroom.custody.EventLog;
import org.mailroom.dossier.Standing;
import org.mailroom.dossier.Standings;
import org.mailroom.message.MailOpener;
import org.mailroom.message.Part;
import org.mailroom.reading.PageReader;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Box;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One page of a scan: its picture, and on it what the machine saw and what rules found. The reader's process draws it. */
final class ScanView {
    /** Pixels across; enough to read a form by. */
    private static final int WIDTH = 1400;

    private final Campaign campaign;
    private final Standings standings;
    private final Custody custody;
    private final MailOpener opener;
    private final PageReader reader;
    private final EventLog events;
    private final Masking masking;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    ScanView(Pages.Ground ground, Masking masking) {
        this.campaign = ground.campaign();
        this.standings = ground.standings();
        this.custody = ground.custody();
        this.opener = ground.opener();
        this.reader = ground.reader();
        this.events = ground.events();
        this.jdbc = ground.jdbc();
        this.masking = masking;
    }

    private record PartRow(String path, String name, String unit) {}

    /**
     * A place on the page, in thousandths of its width.
     *
     * @param rule of the finding; "" for what may be a seal
     */
    public record Mark(String rule, long left, long top, long width, long height) {}

    /**
     * @param height of the page, in thousandths of its width
     * @param text where its text comes from: LAYER, RECOGNISED, OPEN or NONE
     */
    public record Page(
            long mail, long part, String name, int number, int pages, long height, String text, List<Mark> marks) {}

    /** @param person who looks; goes on the record, for the picture shows all that the sender wrote */
    Optional<Page> page(long mail, long part, int number, String person) {
        return row(mail, part)
                .flatMap(row -> source(part, number).flatMap(this::scan).map(scan -> {
                    events.append("PAGE_SHOWN", person, row.unit(), null, mail, Map.of("part", part, "page", number));
                    long height = scan.width() == 0 ? 1414 : 1000L * scan.height() / scan.width();
                    return new Page(
                            mail,
                            part,
                            masking.numbers(row.name()),
                            number,
                            pages(part),
                            height,
                            scan.text().name(),
                            Stream.concat(
                                            scan.seals().stream().map(seal -> mark("", seal.box(), height)),
                                            found(row, number, height).stream())
                                    .toList());
                }));
    }

    Optional<byte[]> picture(long mail, long part, int number) throws IOException {
        Optional<Source> source = source(part, number);
        Optional<PartRow> row = source.flatMap(one -> row(mail, one.part()));
        Optional<Part> content = row.isEmpty()
                ? Optional.empty()
                : opener.open(custody.load(mail)).parts().stream()
                        .filter(one -> one.path().equals(row.get().path()))
                        .findFirst();
        return content.isEmpty()
                ? Optional.empty()
                : reader.picture(
                        content.get(),
                        row.orElseThrow().name(),
                        source.orElseThrow().page(),
                        WIDTH);
    }

    private List<Mark> found(PartRow row, int number, long height) {
        return campaign.stages().stream()
                .map(Stage::id)
                .flatMap(stage -> standings.look(row.unit(), stage).stream())
                .map(Standing::findings)
                .flatMap(List::stream)
                .flatMap(finding -> finding.spot().stream()
                        .filter(spot -> spot.page() == number && spot.fileName().equals(row.name()))
                        .flatMap(spot -> spot.box().stream())
                        .map(box -> mark(finding.rule(), box, height)))
                .distinct()
                .toList();
    }

    private static Mark mark(String rule, Box box, long height) {
        return new Mark(
                rule,
                Math.round(box.left() * 1000),
                Math.round(box.top() * height),
                Math.round(box.width() * 1000),
                Math.round(box.height() * height));
    }

    private Optional<PartRow> row(long mail, long part) {
        return jdbc.sql("""
                        select p.path, p.name, coalesce(m.unit, '') as unit
                          from part p join mail m on m.id = p.mail_id where p.id = :part and m.id = :mail""")
                .param("part", part)
                .param("mail", mail)
                .query(PartRow.class)
                .optional();
    }

    /** Where a page lies: a paper may have been photographed page by page. */
    private record Source(long part, int page) {}

    private List<Source> sources(long part) {
        return jdbc.sql("""
                        select part_id as part, page, 1 as place from scan_page where part_id = :part
                        union all
                        select p.id as part, s.page, p.paper_page as place from part p join scan_page s on s.part_id = p.id
                         where p.paper = :part
                         order by place, page""")
                .param("part", part)
                .query((row, number) -> new Source(row.getLong("part"), row.getInt("page")))
                .list();
    }

    private int pages(long part) {
        return sources(part).size();
    }

    private Optional<Source> source(long part, int number) {
        List<Source> sources = sources(part);
        return number < 1 || number > sources.size() ? Optional.empty() : Optional.of(sources.get(number - 1));
    }

    private Optional<ScanPage> scan(Source source) {
        return jdbc.sql("select content from scan_page where part_id = :part and page = :page")
                .param("part", source.part())
                .param("page", source.page())
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, ScanPage.class));
    }
}
