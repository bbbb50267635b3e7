package org.mailroom.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.reading.Photo;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Text;
import org.mailroom.reading.TypedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was seen of files beside their forms: the table {@code scan_page} with each page of a scan and what is still to be read,
 * and what table {@code part} says of a portrait or of an electronic version's file.
 */
final class ScanPages {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ScanPages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(long part, Reading.Scan scan) {
        scan.pages()
                .forEach(page -> jdbc.sql(
                                "insert into scan_page (part_id, page, text, content) values (:part, :page, :text, :content)")
                        .param("part", part)
                        .param("page", page.number())
                        .param("text", page.text().name())
                        .param("content", json.writeValueAsString(page))
                        .update());
        scan.photo()
                .ifPresent(photo -> jdbc.sql("update part set photo = :photo where id = :part")
                        .param("photo", json.writeValueAsString(photo))
                        .param("part", part)
                        .update());
    }

    void keep(long part, TypedFile typed) {
        jdbc.sql("update part set typed = :typed where id = :part")
                .param("typed", json.writeValueAsString(typed))
                .param("part", part)
                .update();
    }

    /** What is known of the file of an electronic version. */
    Optional<TypedFile> typed(long part) {
        return jdbc.sql("select typed from part where id = :part and typed is not null")
                .param("part", part)
                .query(String.class)
                .optional()
                .map(typed -> json.readValue(typed, TypedFile.class));
    }

    /** The pages of a file; behind them those of the pictures that go on with it. */
    List<ScanPage> of(long part) {
        List<String> contents = jdbc.sql("""
                        select content, 1 as place, page from scan_page where part_id = :part
                        union all
                        select s.content, p.paper_page as place, s.page from part p join scan_page s on s.part_id = p.id
                         where p.paper = :part
                         order by place, page""")
                .param("part", part)
                .query((row, number) -> row.getString("content"))
                .list();
        List<ScanPage> pages = new ArrayList<>();
        contents.forEach(
                content -> pages.add(json.readValue(content, ScanPage.class).numbered(pages.size() + 1)));
        return pages;
    }

    /** The one page of a picture. */
    ScanPage picture(long part) {
        return json.readValue(
                jdbc.sql("select content from scan_page where part_id = :part")
                        .param("part", part)
                        .query(String.class)
                        .single(),
                ScanPage.class);
    }

    Optional<Photo> photo(long part) {
        return jdbc.sql("select photo from part where id = :part and photo is not null")
                .param("part", part)
                .query(String.class)
                .optional()
                .map(photo -> json.readValue(photo, Photo.class));
    }

    /** The first page of the file that is still to be read. */
    Optional<ScanPage> next(long part) {
        return jdbc.sql("select content from scan_page where part_id = :part and text = 'OPEN' order by page limit 1")
                .param("part", part)
                .query(String.class)
                .optional()
                .map(content -> json.readValue(content, ScanPage.class));
    }

    /** Writes down what was read of a page; a repeat changes nothing. A page is never open twice. */
    void read(long part, ScanPage page) {
        ScanPage read = page.text() == Text.OPEN ? page.unread() : page;
        jdbc.sql("""
                        update scan_page set text = :text, content = :content
                         where part_id = :part and page = :page and text = 'OPEN'""")
                .param("text", read.text().name())
                .param("content", json.writeValueAsString(read))
                .param("part", part)
                .param("page", read.number())
                .update();
    }

    /** Whether pages of this unit's mails are still to be read: until then nothing is missing on paper. */
    boolean open(String unit) {
        return jdbc.sql("""
                        select count(*) from scan_page s join part p on p.id = s.part_id join mail m on m.id = p.mail_id
                         where s.text = 'OPEN' and m.unit = :unit""").param("unit", unit).query(Integer.class).single() > 0;
    }

    /** Files of the unit's other mails with pages that are read, which nobody could place yet. */
    List<Long> unplaced(String unit, long mail) {
        return jdbc.sql("""
                        select p.id from part p join mail m on m.id = p.mail_id
                         where m.unit = :unit and m.id <> :mail and p.outcome = 'UNRECOGNISED'
                           and exists (select 1 from scan_page s where s.part_id = p.id)
                           and not exists (select 1 from scan_page s where s.part_id = p.id and s.text = 'OPEN')
                         order by p.id""")
                .param("unit", unit)
                .param("mail", mail)
                .query(Long.class)
                .list();
    }
}
