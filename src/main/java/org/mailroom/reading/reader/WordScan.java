package org.mailroom.reading.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.reading.ScanPage;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * A scan that somebody has pasted into a Word document (ECMA-376): each picture as large as a page is a page, in the order in which
 * the document shows them. Small ones are decoration.
 */
final class WordScan implements ScanFile {
    private static final String MAIN = "word/document.xml";
    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final Set<FileType> READ =
            EnumSet.of(FileType.JPEG, FileType.PNG, FileType.GIF, FileType.BMP, FileType.TIFF);

    /** Pixels of the longer and the shorter side: A4 at 85 dpi; no portrait or logo has as many. */
    private static final int LONG = 1000;

    private static final int SHORT = 600;

    private final XmlPackage file;
    private final Effort effort;
    private final List<String> pages = new ArrayList<>();

    WordScan(Held held, Effort effort) throws IOException {
        this.file = new XmlPackage(held);
        this.effort = effort;
        try {
            for (String path : shown()) {
                if (large(file.picture(path))) {
                    pages.add(path);
                }
            }
            effort.countPages(pages.size());
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    /** Pictures in their order, each once: Word repeats one for older versions of itself. */
    private Set<String> shown() throws IOException {
        Set<String> paths = new LinkedHashSet<>();
        if (!file.has(MAIN) || !file.has(RELATIONS)) {
            return paths;
        }
        Map<String, String> targets = new HashMap<>();
        for (Element relation : XmlPackage.all(file.xml(RELATIONS), "Relationship")) {
            if (!relation.getAttribute("TargetMode").equals("External")) {
                targets.put(relation.getAttribute("Id"), XmlPackage.path(MAIN, relation.getAttribute("Target")));
            }
        }
        for (Element element : XmlPackage.all(file.xml(MAIN), "*")) {
            String name = element.getLocalName();
            String reference = name.equals("blip") ? "embed" : name.equals("imagedata") ? "id" : "";
            for (int at = 0; at < element.getAttributes().getLength() && !reference.isEmpty(); at++) {
                Attr attribute = (Attr) element.getAttributes().item(at);
                String path = targets.get(attribute.getValue());
                if (reference.equals(attribute.getLocalName()) && path != null && file.has(path)) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    private boolean large(byte[] octets) throws IOException {
        if (!READ.contains(type(octets))) {
            return false;
        }
        try {
            return new PictureDecoder(effort).open(octets, reader -> {
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return Math.max(width, height) >= LONG && Math.min(width, height) >= SHORT;
            });
        } catch (IOException broken) {
            Refusal.rethrow(broken);
            return false;
        }
    }

    private static FileType type(byte[] octets) {
        return FileType.of(Arrays.copyOf(octets, Math.min(octets.length, 1024)));
    }

    /** The picture of a page, as a file of its own would be opened. */
    private PictureScan picture(int page) throws IOException {
        byte[] octets = file.picture(pages.get(page - 1));
        Held held = Held.of(new ByteArrayInputStream(octets), Path.of(""), Integer.MAX_VALUE, (chunk, soFar) -> {});
        return new PictureScan(held, type(octets), effort);
    }

    @Override
    public int pages() {
        return pages.size();
    }

    @Override
    public ScanPage look(int page) throws IOException {
        return picture(page).look(1).numbered(page);
    }

    @Override
    public ScanPage named(int page) throws IOException {
        return picture(page).named(1).numbered(page);
    }

    @Override
    public Pixels picture(int page, int longSide) throws IOException {
        return picture(page).picture(1, longSide);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
