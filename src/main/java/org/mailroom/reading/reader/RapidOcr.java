package org.mailroom.reading.reader;

import com.benjaminwan.ocrlibrary.OcrEngine;
import com.benjaminwan.ocrlibrary.OcrResult;
import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PP-OCRv4 on one thread. Library and models are unpacked into a folder of our own once a process; the engine is driven
 * directly, because the library's own way logs what it recognised.
 */
final class RapidOcr implements Ocr {
    private static final Logger LOG = LoggerFactory.getLogger(RapidOcr.class);
    private static final String DETECTION = "ch_PP-OCRv4_det_infer.onnx";
    private static final String DIRECTION = "ch_ppocr_mobile_v2.0_cls_infer.onnx";
    private static final String RECOGNITION = "ch_PP-OCRv4_rec_infer.onnx";
    private static final String LETTERS = "ppocr_keys_v1.txt";

    /** White margin: letters at the very edge are otherwise missed. */
    private static final int MARGIN = 20;

    private static final float BOX_SCORE = 0.5f;
    private static final float BOX = 0.3f;
    private static final float UNCLIP = 1.6f;

    /** Of the two ways a line can lie, the one that stands on its head. */
    private static final int ON_ITS_HEAD = 1;

    /** The library keeps its models in globals of its own: a second engine in the same process would spoil the first. */
    private static final AtomicReference<@Nullable Optional<OcrEngine>> ENGINE = new AtomicReference<>();

    private final OcrEngine engine;
    private final Path folder;

    private RapidOcr(OcrEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /**
     * @param folder private to this process; library, models and pages are written there
     * @return empty, after one line in the log, where there is no library for this machine
     */
    static Optional<Ocr> load(Path folder) {
        synchronized (ENGINE) {
            Optional<OcrEngine> engine = ENGINE.get();
            if (engine == null) {
                engine = engine(folder);
                ENGINE.set(engine);
            }
            return engine.map(loaded -> new RapidOcr(loaded, folder));
        }
    }

    private static Optional<OcrEngine> engine(Path folder) {
        Optional<String> library = library();
        if (library.isEmpty()) {
            LOG.warn(
                    "No text recognition on {} {}: scans are left to a person",
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"));
            return Optional.empty();
        }
        try {
            Files.createDirectories(folder);
            System.load(unpack("/lib/" + library.get(), folder).toString());
            for (String model : List.of(DETECTION, DIRECTION, RECOGNITION, LETTERS)) {
                unpack("/models/" + model, folder);
            }
            OcrEngine engine = new OcrEngine();
            engine.setNumThread(1);
            engine.initLogger(false, false, false);
            if (!engine.initModels(folder.toString(), DETECTION, DIRECTION, RECOGNITION, LETTERS)) {
                throw new IOException("the models cannot be read");
            }
            return Optional.of(engine);
        } catch (IOException | LinkageError failed) {
            LOG.warn("No text recognition, scans are left to a person: {}", failed.toString());
            return Optional.empty();
        }
    }

    /** The libraries that are packed: for Linux and Windows on x86-64. */
    private static Optional<String> library() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (!machine.equals("amd64") && !machine.equals("x86_64")) {
            return Optional.empty();
        }
        String name = system.contains("linux") ? "libRapidOcr.so" : system.contains("windows") ? "RapidOcr.dll" : "";
        return Optional.of(name).filter(file -> RapidOcr.class.getResource("/lib/" + file) != null && !file.isEmpty());
    }

    private static Path unpack(String resource, Path folder) throws IOException {
        Path target = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1))
                .toAbsolutePath();
        try (InputStream in = RapidOcr.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("not packed: " + resource);
            }
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    @Override
    public List<Found> recognise(Pixels picture) throws Failure {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "page-", ".bmp");
            try {
                ImageIO.write(picture.image(), "bmp", file.toFile());
                return found(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new Failure("the page cannot be handed to the recogniser", failed);
        }
    }

    private List<Found> found(Path file) {
        OcrResult result;
        synchronized (ENGINE) {
            result = engine.detect(file.toString(), MARGIN, 0, BOX_SCORE, BOX, UNCLIP, true, true);
        }
        if (result == null) {
            return List.of();
        }
        List<Found> lines = new ArrayList<>();
        for (TextBlock block : result.getTextBlocks()) {
            if (block.getText() == null || block.getBoxPoint().size() != 4) {
                continue;
            }
            int[] x = block.getBoxPoint().stream().mapToInt(Point::getX).toArray();
            int[] y = block.getBoxPoint().stream().mapToInt(Point::getY).toArray();
            lines.add(new Found(
                    block.getText(), x, y, block.getAngleIndex() == ON_ITS_HEAD, confidence(block.getCharScores())));
        }
        return lines;
    }

    private static double confidence(float[] scores) {
        if (scores == null || scores.length == 0) {
            return 0;
        }
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return Math.max(0, Math.min(1, sum / scores.length));
    }
}
