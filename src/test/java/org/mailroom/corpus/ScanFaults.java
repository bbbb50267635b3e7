package org.mailroom.corpus;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.mailroom.form.Filled;
import org.mailroom.form.Soffice;

/** Paper that came back as pictures, with what happens to it on the way. Needs LibreOffice to print. */
final class ScanFaults {
    static final int CLEAN_DPI = 150;
    private static final int PHOTO_DPI = 200;
    private static final int BEST_DPI = 300;

    private final Sample sample;
    private final boolean held;
    private final Random random;

    ScanFaults(Sample sample, boolean held) {
        this.sample = sample;
        this.held = held;
        this.random = sample.random();
    }

    /** One printed form with its pages. */
    private record Print(Filled form, List<BufferedImage> pages) {}

    /** Every form of the sample printed, sealed and scanned at 150 dpi, and photographed page by page. */
    List<CorpusCase> plain(boolean photographed) throws Exception {
        List<CorpusCase> cases = new ArrayList<>();
        for (Print print : printed(sample.all(), photographed ? PHOTO_DPI : CLEAN_DPI)) {
            seal(last(print.pages()), 0.68, 0.8);
            String name = print.form().form().document();
            cases.add(
                    photographed
                            ? made("photo-" + name, "photo", photos(name, print.pages()), print.form())
                            : made("scan-" + name, "clean-scan", List.of(scan(name, print.pages())), print.form()));
        }
        return cases;
    }

    /** The faults of domain 3.9 that only paper has. */
    List<CorpusCase> faults() throws Exception {
        List<Filled> forms = List.of(sample.review(), sample.approval(), sample.summary(), sample.opinions());
        List<Print> prints = printed(forms, CLEAN_DPI);
        prints.forEach(print -> seal(last(print.pages()), 0.68, 0.8));
        Print review = prints.get(0);
        Print approval = prints.get(1);
        List<CorpusCase> cases = new ArrayList<>();
        cases.add(wholeUnit(prints));
        cases.add(made(
                "upside-down",
                "scan",
                List.of(scan(
                        "upside-down",
                        approval.pages().stream().map(Scanner::upsideDown).toList())),
                approval.form()));
        List<CorpusFile> pictures = new ArrayList<>();
        pictures.add(new CorpusFile("推荐审批表.docx", Sampled.docx(approval.form())));
        pictures.addAll(photos("IMG", approval.pages()));
        cases.add(made("a-picture-a-page", "photo", pictures, approval.form(), approval.form()));
        int pages = approval.pages().size();
        cases.add(made(
                "back-page-missing",
                "scan",
                List.of(scan("back-page-missing", approval.pages().subList(0, pages - 1))),
                approval.form()));
        cases.add(wrongVersion(review));
        cases.add(sealed(review));
        cases.add(large(prints.get(2)));
        cases.addAll(pasted(review, prints.get(2)));
        cases.add(twoCopies(prints.get(3)));
        cases.add(new CorpusCase(
                "heic",
                "scan",
                held,
                List.of(new CorpusFile("IMG_0001.HEIC", heic())),
                List.of(),
                Optional.of(Set.of())));
        return cases;
    }

    /** The pages pasted into Word instead of being sent as they came from the scanner, or behind the form itself. */
    private List<CorpusCase> pasted(Print review, Print summary) throws Exception {
        CorpusFile docx = new CorpusFile("picture-in-docx.docx", PictureDocx.of(review.pages()));
        CorpusCase alone = made("picture-in-docx", "scan", List.of(docx), review.form());
        CorpusFile doc =
                new Formats(List.of("doc")).saved(List.of(alone)).get(0).file();
        byte[] behind = PictureDocx.behind(Sampled.docx(summary.form()), summary.pages());
        return List.of(
                alone,
                made("picture-in-doc", "scan", List.of(doc), review.form()),
                made(
                        "pages-behind-the-form",
                        "docx and scan",
                        List.of(new CorpusFile("汇总表.docx", behind)),
                        summary.form(),
                        summary.form()));
    }

    /** One file with every form of every nominee, as the scanner's feeder made it. */
    private CorpusCase wholeUnit(List<Print> prints) throws IOException {
        List<BufferedImage> all = new ArrayList<>();
        prints.forEach(print -> all.addAll(print.pages()));
        Filled[] forms = prints.stream().map(Print::form).toArray(Filled[]::new);
        return made("one-pdf-with-all-forms", "scan", List.of(scan("全部材料", all)), forms);
    }

    /** The scan was made before the Word file was corrected, here to another person's. */
    private CorpusCase wrongVersion(Print review) throws Exception {
        Filled corrected = review.form()
                .with("ipYears", "25")
                .with("name", sample.person(1).name());
        CorpusFile docx = new CorpusFile("推荐对象初审表.docx", Sampled.docx(corrected));
        CorpusCase made = made(
                "scan-of-another-version",
                "scan",
                List.of(docx, scan("推荐对象初审表", review.pages())),
                corrected,
                review.form());
        return made.breaks(Breach.of("R-16"));
    }

    private CorpusCase sealed(Print review) throws Exception {
        BufferedImage page =
                printed(List.of(review.form()), CLEAN_DPI).get(0).pages().get(0);
        seal(page, 0.45, 0.25);
        seal(page, 0.6, 0.5);
        return made("seal-over-the-text", "scan", List.of(scan("seal", List.of(page))), review.form());
    }

    /**
     * Stands in for the 80 MB that a scanner makes in colour at 600 dpi: the same page at 300 dpi without loss, some 5 MB.
     * Nobody has sealed it.
     */
    private CorpusCase large(Print summary) throws Exception {
        List<BufferedImage> pages =
                printed(List.of(summary.form()), BEST_DPI).get(0).pages();
        List<BufferedImage> grainy = new ArrayList<>();
        for (BufferedImage page : pages) {
            for (int y = 0; y < page.getHeight(); y += 2) {
                for (int x = 0; x < page.getWidth(); x += 2) {
                    page.setRGB(x, y, page.getRGB(x, y) - (random.nextInt(6) << 16) - (random.nextInt(6) << 8));
                }
            }
            grainy.add(page);
        }
        CorpusFile file = new CorpusFile("colour.pdf", Scanner.losslessPdf(grainy, BEST_DPI));
        return made("large-colour-scan", "scan", List.of(file), summary.form()).breaks(Breach.of("R-15"));
    }

    /** Each department sealed a copy of its own. */
    private CorpusCase twoCopies(Print opinions) throws Exception {
        List<BufferedImage> first =
                printed(List.of(opinions.form()), CLEAN_DPI).get(0).pages();
        List<BufferedImage> second =
                printed(List.of(opinions.form()), CLEAN_DPI).get(0).pages();
        new Seal("人力资源和社会保障厅", random).press(last(first), 0.7, 0.6);
        new Seal("知识产权局", random).press(last(second), 0.7, 0.75);
        return made(
                "seals-on-different-copies",
                "scan",
                List.of(scan("copy-1", first), scan("copy-2", second)),
                opinions.form(),
                opinions.form());
    }

    private List<Print> printed(List<Filled> forms, int dpi) throws Exception {
        List<byte[]> docx = forms.stream().map(Sampled::docx).toList();
        List<byte[]> pdf = Printer.pdf(docx);
        List<Print> prints = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            prints.add(new Print(forms.get(i), Printer.pages(pdf.get(i), dpi)));
        }
        return prints;
    }

    private void seal(BufferedImage page, double x, double y) {
        new Seal(sample.unit().shortName() + "知识产权局", random).press(page, x, y);
    }

    /** Documents on paper: the first scanned, the second photographed, and so on. */
    static List<CorpusCase> papers(List<CorpusCase> docx, Random random) throws Exception {
        List<byte[]> printed =
                Printer.pdf(docx.stream().map(made -> made.file().octets()).toList());
        List<CorpusCase> papers = new ArrayList<>();
        for (int i = 0; i < docx.size(); i++) {
            String name = docx.get(i).kind();
            boolean photographed = i % 2 == 1;
            List<BufferedImage> pages = Printer.pages(printed.get(i), photographed ? PHOTO_DPI : CLEAN_DPI);
            papers.add(
                    photographed
                            ? docx.get(i)
                                    .as("photo", photos(name, pages, random).toArray(CorpusFile[]::new))
                            : docx.get(i).as("clean-scan", scan(name, pages)));
        }
        return papers;
    }

    private List<CorpusFile> photos(String name, List<BufferedImage> pages) throws IOException {
        return photos(name, pages, random);
    }

    private static List<CorpusFile> photos(String name, List<BufferedImage> pages, Random random) throws IOException {
        List<CorpusFile> photos = new ArrayList<>();
        for (BufferedImage page : pages) {
            byte[] jpeg = Scanner.jpeg(new Camera(random).picture(page));
            photos.add(new CorpusFile(name + "-" + (photos.size() + 1) + ".jpg", jpeg));
        }
        return photos;
    }

    private static CorpusFile scan(String name, List<BufferedImage> pages) throws IOException {
        return new CorpusFile(name + ".pdf", Scanner.pdf(pages, CLEAN_DPI));
    }

    private CorpusCase made(String kind, String format, List<CorpusFile> files, Filled... forms) {
        List<Truth> truth = Arrays.stream(forms).map(Truth::of).toList();
        return new CorpusCase(kind, format, held, files, truth, Optional.of(Set.of()));
    }

    private static BufferedImage last(List<BufferedImage> pages) {
        return pages.get(pages.size() - 1);
    }

    /** ISO/IEC 23008-12: only its first box; it can be named, not shown. */
    private static byte[] heic() {
        byte[] file = new byte[4096];
        file[3] = 24;
        byte[] box = "ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(box, 0, file, 4, box.length);
        return file;
    }

    static byte[] stamped(List<Filled> forms, String office) throws Exception {
        List<BufferedImage> all = new ArrayList<>();
        Seal seal = new Seal(office, new Random(forms.size()));
        for (byte[] pdf : Printer.pdf(forms.stream().map(Sampled::docx).toList())) {
            List<BufferedImage> pages = Printer.pages(pdf, CLEAN_DPI);
            seal.press(last(pages), 0.68, 0.8);
            all.addAll(pages);
        }
        return Scanner.pdf(all, CLEAN_DPI);
    }

    static boolean possible() {
        return Soffice.installed();
    }
}
