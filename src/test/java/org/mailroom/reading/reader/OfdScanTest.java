package org.mailroom.reading.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.reading.reader.ScansTest.reading;
import static org.mailroom.reading.reader.ScansTest.scan;

import java.awt.Color;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Text;

class OfdScanTest {
    private static final String NAMESPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private static Packages ofd(String content) {
        return new Packages()
                .with(
                        "OFD.xml",
                        "<ofd:OFD" + NAMESPACE + "><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                                + "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>")
                .with(
                        "Doc_0/Document.xml",
                        "<ofd:Document" + NAMESPACE + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
                                + "</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>"
                                + "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/>"
                                + "</ofd:Pages></ofd:Document>")
                .with(
                        "Doc_0/DocumentRes.xml",
                        "<ofd:Res" + NAMESPACE
                                + " BaseLoc=\"Res\"><ofd:MultiMedias><ofd:MultiMedia ID=\"9\" Type=\"Image\">"
                                + "<ofd:MediaFile>image_0.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>")
                .with(
                        "Doc_0/Signs/Signatures.xml",
                        "<ofd:Signatures" + NAMESPACE + "><ofd:Signature ID=\"1\" BaseLoc=\"Sign_0/Signature.xml\"/>"
                                + "</ofd:Signatures>")
                .with(
                        "Doc_0/Signs/Sign_0/Signature.xml",
                        "<ofd:Signature" + NAMESPACE + "><ofd:SignedInfo><ofd:StampAnnot ID=\"2\" PageRef=\"1\" "
                                + "Boundary=\"130 220 42 42\"/></ofd:SignedInfo></ofd:Signature>")
                .with(
                        "Doc_0/Pages/Page_0/Content.xml",
                        "<ofd:Page" + NAMESPACE + "><ofd:Content><ofd:Layer>" + content
                                + "</ofd:Layer></ofd:Content></ofd:Page>");
    }

    private static String text(double x, double y, double size, String text) {
        return "<ofd:TextObject Boundary=\"" + x + " " + y + " 100 10\" Size=\"" + size
                + "\"><ofd:TextCode X=\"0\" Y=\""
                + size + "\" DeltaX=\"g " + (text.length() - 1) + " " + size + "\">" + text
                + "</ofd:TextCode></ofd:TextObject>";
    }

    @Test
    void an_ofd_shows_its_text_in_reading_order_and_where_it_was_stamped() throws IOException {
        ScanPage page = scan(
                        "a.ofd",
                        ofd(text(90, 50, 4, "张三") + text(60, 20, 8, "推荐对象初审表") + text(20, 50, 4, "姓名"))
                                .zip())
                .pages()
                .get(0);

        assertThat(page.text()).isEqualTo(Text.LAYER);
        assertThat(page.lines()).extracting(Line::text).containsExactly("推荐对象初审表", "姓名", "张三");
        assertThat(page.lines().get(2).box().left()).isBetween(0.42, 0.44);
        assertThat(page.seals()).singleElement().satisfies(seal -> {
            assertThat(seal.millimetres()).isEqualTo(42);
            assertThat(seal.box().left() * 210).isBetween(129.5, 130.5);
        });
    }

    @Test
    void a_scanned_page_in_an_ofd_is_looked_at_like_any_other() throws IOException {
        byte[] jpeg = Papers.a4(150)
                .form("推荐对象初审表", "张三")
                .seal(70, 262, 40, new Color(205, 40, 45, 210))
                .jpeg(0.8);
        byte[] ofd = ofd("<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"9\"/>")
                .with("Doc_0/Res/image_0.jpg", jpeg)
                .zip();

        Reading.Scan scan = scan("a.ofd", ofd);

        assertThat(scan.type()).isEqualTo("ofd");
        assertThat(scan.pages().get(0).text()).isEqualTo(Text.OPEN);
        assertThat(scan.pages().get(0).dpi()).isEqualTo(150);
        assertThat(scan.pages().get(0).seals()).hasSize(2);
    }

    @Test
    void R_17_an_entity_from_outside_makes_an_ofd_unreadable() throws IOException {
        byte[] ofd = new Packages()
                .with("OFD.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")
                .zip();

        assertThat(reading("a.ofd", ofd)).isEqualTo(new Reading.Refused(Reading.Reason.UNREADABLE));
    }
}
