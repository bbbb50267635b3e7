package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.mailroom.reading.Reading;
import org.mailroom.reading.ScanPage;
import org.mailroom.reading.ScanPage.Line;
import org.mailroom.reading.ScanPage.Seal;
import org.mailroom.reading.ScanPage.Text;
import org.mailroom.reading.reader.PageMarks.Glyph;
import org.w3c.dom.Element;

/**
 * An OFD file (GB/T 33190-2016): its pages, their text, the pictures that fill a page, and where electronic stamps were set. A
 * page without such a picture cannot be shown.
 */
final class OfdScan implements ScanFile {
    private static final double FULL = 0.5;
    private static final double MILLIMETRES = 25.4;
    private static final int DRAWN_DPI = 150;
    private static final double[] STRAIGHT = {1, 0, 0, 1, 0, 0};

    private final XmlPackage file;
    private final PictureDecoder decoder;
    private final List<Sheet> sheets = new ArrayList<>();

    /**
     * A page and where its content stands.
     *
     * @param parts the page's own content and that of the templates under it
     */
    private record Sheet(List<Element> parts, PDRectangle paper, Map<String, String> pictures, List<double[]> stamps) {}

    OfdScan(Held held, Effort effort) throws IOException {
        this.file = new XmlPackage(held);
        this.decoder = new PictureDecoder(effort);
        try {
            for (Element body : XmlPackage.all(file.xml("OFD.xml"), "DocBody")) {
                document(body);
                effort.countPages(sheets.size());
            }
            if (sheets.isEmpty()) {
                throw new Refusal(Reading.Reason.UNREADABLE);
            }
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    private void document(Element body) throws IOException {
        String root = XmlPackage.path("", XmlPackage.text(body, "DocRoot").orElse("Doc_0/Document.xml"));
        Element document = file.xml(root);
        Map<String, String> pictures = new HashMap<>();
        for (String resource : List.of("PublicRes", "DocumentRes")) {
            for (Element named : XmlPackage.all(document, resource)) {
                pictures(XmlPackage.path(root, named.getTextContent()), pictures);
            }
        }
        Map<String, String> templates = new HashMap<>();
        XmlPackage.all(document, "TemplatePage")
                .forEach(template -> templates.put(
                        template.getAttribute("ID"), XmlPackage.path(root, template.getAttribute("BaseLoc"))));
        Map<String, List<double[]>> stamps = stamps(body);
        PDRectangle usual = paper(document).orElse(PDRectangle.A4);
        List<Element> pages = XmlPackage.all(document, "Page");
        for (Element page : pages) {
            if (sheets.size() > 1000 || page.getAttribute("BaseLoc").isEmpty()) {
                continue;
            }
            Element content = file.xml(XmlPackage.path(root, page.getAttribute("BaseLoc")));
            List<Element> parts = new ArrayList<>();
            for (Element template : XmlPackage.all(content, "Template")) {
                String path = templates.get(template.getAttribute("TemplateID"));
                if (path != null && parts.size() < 10 && file.has(path)) {
                    parts.add(file.xml(path));
                }
            }
            parts.add(content);
            sheets.add(new Sheet(
                    parts,
                    paper(content).orElse(usual),
                    pictures,
                    stamps.getOrDefault(page.getAttribute("ID"), List.of())));
        }
    }

    /** In millimetres. */
    private static Optional<PDRectangle> paper(Element area) {
        return XmlPackage.text(area, "PhysicalBox")
                .map(XmlPackage::numbers)
                .filter(box -> box.length == 4 && box[2] > 0 && box[3] > 0)
                .map(box -> new PDRectangle((float) box[2], (float) box[3]));
    }

    private void pictures(String path, Map<String, String> pictures) throws IOException {
        if (!file.has(path)) {
            return;
        }
        Element resources = file.xml(path);
        String folder = XmlPackage.path(path, resources.getAttribute("BaseLoc"));
        for (Element media : XmlPackage.all(resources, "MultiMedia")) {
            XmlPackage.text(media, "MediaFile")
                    .ifPresent(name -> pictures.put(media.getAttribute("ID"), XmlPackage.path(folder + "/", name)));
        }
    }

    /** Electronic stamps by page (18.2.3): a box in millimetres each. */
    private Map<String, List<double[]>> stamps(Element body) throws IOException {
        Map<String, List<double[]>> stamps = new HashMap<>();
        Optional<String> list = XmlPackage.text(body, "Signatures").map(path -> XmlPackage.path("", path));
        if (list.isEmpty() || !file.has(list.get())) {
            return stamps;
        }
        for (Element signature : XmlPackage.all(file.xml(list.get()), "Signature")) {
            String path = XmlPackage.path(list.get(), signature.getAttribute("BaseLoc"));
            if (!file.has(path)) {
                continue;
            }
            for (Element stamp : XmlPackage.all(file.xml(path), "StampAnnot")) {
                double[] box = XmlPackage.numbers(stamp.getAttribute("Boundary"));
                if (box.length == 4) {
                    stamps.computeIfAbsent(stamp.getAttribute("PageRef"), page -> new ArrayList<>())
                            .add(box);
                }
            }
        }
        return stamps;
    }

    @Override
    public int pages() {
        return sheets.size();
    }

    @Override
    public ScanPage look(int number) throws IOException {
        Sheet sheet = sheets.get(number - 1);
        PageFrame frame = new PageFrame(sheet.paper(), 0);
        List<Glyph> glyphs = glyphs(sheet);
        Optional<Element> picture = picture(sheet);
        List<Line> lines = LayerTrust.trusted(glyphs, 0, picture.isPresent() ? 1 : 0)
                ? new TextLayer(frame, List.of()).lines(glyphs, 1)
                : List.of();
        List<Seal> stamps = sheet.stamps().stream()
                .map(box ->
                        new Seal(frame.box(box[0], box[1], box[0] + box[2], box[1] + box[3]), Math.max(box[2], box[3])))
                .toList();
        if (picture.isEmpty()) {
            boolean blank = lines.isEmpty() && stamps.isEmpty();
            return page(number, sheet, blank, stamps, lines.isEmpty() ? Text.NONE : Text.LAYER, lines);
        }
        double across = XmlPackage.numbers(picture.get().getAttribute("Boundary"))[2];
        Pixels small =
                decoder.open(octets(sheet, picture.get()), reader -> decoder.quick(reader, 0, PageView.LONG_SIDE));
        int width = decoder.open(octets(sheet, picture.get()), reader -> reader.getWidth(0));
        int height = decoder.open(octets(sheet, picture.get()), reader -> reader.getHeight(0));
        double longSide = across * Math.max(width, height) / width;
        ScanPage seen = new PageView(
                        number,
                        small.shrunk(PageView.LONG_SIDE),
                        width,
                        height,
                        (int) Math.round(width * MILLIMETRES / across),
                        0,
                        longSide,
                        false)
                .page(lines);
        List<Seal> seals = new ArrayList<>(seen.seals());
        seals.addAll(stamps);
        return new ScanPage(
                number, width, height, seen.dpi(), 0, seen.blank(), seen.colour(), seals, seen.text(), seen.lines());
    }

    @Override
    public ScanPage named(int number) {
        return page(number, sheets.get(number - 1), false, List.of(), Text.OPEN, List.of());
    }

    private static ScanPage page(
            int number, Sheet sheet, boolean blank, List<Seal> seals, Text text, List<Line> lines) {
        int width = (int) Math.round(sheet.paper().getWidth() / MILLIMETRES * DRAWN_DPI);
        int height = (int) Math.round(sheet.paper().getHeight() / MILLIMETRES * DRAWN_DPI);
        return new ScanPage(number, width, height, 0, 0, blank, true, seals, text, lines);
    }

    @Override
    public Pixels picture(int number, int longSide) throws IOException {
        Sheet sheet = sheets.get(number - 1);
        Element picture = picture(sheet).orElseThrow(() -> new Refusal(Reading.Reason.UNREADABLE));
        return decoder.open(octets(sheet, picture), reader -> decoder.full(reader, 0))
                .scaled(longSide);
    }

    private byte[] octets(Sheet sheet, Element picture) throws IOException {
        return file.picture(sheet.pictures().getOrDefault(picture.getAttribute("ResourceID"), ""));
    }

    /** The picture that fills the page. */
    private Optional<Element> picture(Sheet sheet) {
        double page = (double) sheet.paper().getWidth() * sheet.paper().getHeight();
        return sheet.parts().stream()
                .flatMap(part -> XmlPackage.all(part, "ImageObject").stream())
                .filter(image -> {
                    double[] box = XmlPackage.numbers(image.getAttribute("Boundary"));
                    String path = sheet.pictures().get(image.getAttribute("ResourceID"));
                    return box.length == 4 && box[2] * box[3] > page * FULL && path != null && file.has(path);
                })
                .findFirst();
    }

    private static List<Glyph> glyphs(Sheet sheet) throws Refusal {
        List<Glyph> glyphs = new ArrayList<>();
        for (Element part : sheet.parts()) {
            for (Element object : XmlPackage.all(part, "TextObject")) {
                for (Element code : XmlPackage.all(object, "TextCode")) {
                    glyphs(object, code, sheet.paper().getHeight(), glyphs);
                }
                if (glyphs.size() > 100_000) {
                    throw new Refusal(Reading.Reason.OVER_LIMIT);
                }
            }
        }
        return glyphs;
    }

    /** Letters of one run (11.3): a start, and steps from letter to letter, all through the object's matrix. */
    private static void glyphs(Element object, Element code, double pageHeight, List<Glyph> glyphs) {
        double[] box = XmlPackage.numbers(object.getAttribute("Boundary"));
        double[] matrix = XmlPackage.numbers(object.getAttribute("CTM"));
        double[] m = matrix.length == 6 ? matrix : STRAIGHT;
        double[] steps = XmlPackage.numbers(code.getAttribute("DeltaX"));
        double size = XmlPackage.numbers(object.getAttribute("Size"))[0];
        double x = XmlPackage.numbers(code.getAttribute("X"))[0];
        double y = XmlPackage.numbers(code.getAttribute("Y"))[0];
        int[] letters = code.getTextContent().strip().codePoints().toArray();
        boolean stepped = !code.getAttribute("DeltaX").isEmpty();
        for (int at = 0; at < letters.length && box.length == 4; at++) {
            double usual = letters[at] < 0x2000 ? size / 2 : size;
            double step = stepped && at < steps.length ? steps[at] : usual;
            double left = box[0] + m[0] * x + m[2] * y + m[4];
            double down = box[1] + m[1] * x + m[3] * y + m[5];
            double scale = Math.abs(m[0]) < 1e-6 ? 1 : Math.abs(m[0]);
            glyphs.add(new Glyph(
                    Character.toString(letters[at]),
                    left,
                    pageHeight - down,
                    Math.min(step, usual) * scale,
                    0,
                    Math.max(0.5, size * scale),
                    0,
                    true,
                    0));
            x += step;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
