package org.mailroom.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.check.Finding;
import org.mailroom.check.Severity;
import org.mailroom.check.Spot;
import org.mailroom.form.Place;
import org.mailroom.reading.ScanPage.Box;
import org.mailroom.testing.Forms;
import org.mailroom.testing.MailBuilder;
import org.mailroom.testing.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class FindingsTest {
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_finding_keeps_its_place_on_a_scan(TestDatabase kind) {
        FiledMails desk = new FiledMails(kind.fresh());
        desk.file(
                "2021-08-27T08:05:00Z",
                MailBuilder.aMail()
                        .from(desk.registered("320000"))
                        .subject("材料")
                        .attach(
                                "汇总表.docx",
                                Forms.summary(FiledMails.unit("320000"))
                                        .collectives(1)
                                        .docx()));
        long dossier = desk.jdbc.sql("select id from dossier").query(Long.class).single();
        Findings findings = new Findings(desk.jdbc, JsonMapper.builder().build());
        Place place = new Place("summary-form", Optional.empty(), "", 0, "");
        Spot region = new Spot("汇总表.pdf", 3, Optional.of(new Box(0.1, 0.2, 0.3, 0.04)));
        Spot page = new Spot("汇总表.pdf", 1, Optional.empty());
        List<Finding> found = List.of(
                new Finding("R-16", "R-16.entry", Severity.WARN, place, Map.of("entry", "张三"), Optional.of(region)),
                new Finding("R-15", "R-15.none", Severity.WARN, place, Map.of("pages", 1), Optional.of(page)),
                new Finding("R-61", "R-61.gap", Severity.RETURN, place, Map.of("n", 3, "expected", 2)));

        findings.replace(dossier, found);

        assertThat(findings.of(dossier)).isEqualTo(found);
    }
}
