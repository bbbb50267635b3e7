package org.mailroom.reading.reader;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** What a PDF page draws, found without drawing it: letters, pictures and upright rules, in points from the left bottom. */
final class PageMarks extends PDFGraphicsStreamEngine {
    private static final int MOST_GLYPHS = 100_000;
    private static final double THIN = 3;
    private static final double LONG = 8;

    private final Effort effort;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> path = new ArrayList<>();
    private Point2D point = new Point2D.Float();
    private int unknown;

    /**
     * A letter.
     *
     * @param text what it reads as
     * @param dx the way to the next letter
     * @param dy the same, up
     * @param size height of the font
     * @param angle its direction in degrees counter-clockwise: 0, 90, 180, 270
     * @param order how many pictures were drawn before it
     */
    record Glyph(
            String text, double x, double y, double dx, double dy, double size, int angle, boolean seen, int order) {}

    /** A picture and where it is drawn: the unit square through the matrix (ISO 32000-1, 8.9.5). */
    record Picture(PDImage image, Matrix place) {
        double area() {
            return Math.abs(
                    (double) place.getScaleX() * place.getScaleY() - (double) place.getShearX() * place.getShearY());
        }
    }

    /** An upright line, as tables have them. */
    record Rule(double x, double bottom, double top) {}

    private PageMarks(PDPage page, Effort effort) {
        super(page);
        this.effort = effort;
    }

    static PageMarks of(PDPage page, Effort effort) throws IOException {
        effort.startPage();
        PageMarks marks = new PageMarks(page, effort);
        marks.processPage(page);
        return marks;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Picture> pictures() {
        return pictures;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Letters that were drawn and of which the file does not say what they are. */
    int unknown() {
        return unknown;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        effort.countOperator();
        super.processOperator(operator, operands);
    }

    /** The engine only logs what goes wrong in one operator; our own limits must end the page. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException wrong) throws IOException {
        Refusal.rethrow(wrong);
        super.operatorException(operator, operands, wrong);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        if (text == null || text.isEmpty()) {
            unknown++;
            return;
        }
        if (glyphs.size() >= MOST_GLYPHS) {
            throw new Refusal(org.mailroom.reading.Reading.Reason.OVER_LIMIT);
        }
        Point2D.Float end = matrix.transformPoint(displacement.getX(), displacement.getY());
        double dx = end.x - matrix.getTranslateX();
        double dy = end.y - matrix.getTranslateY();
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        double angle = Math.toDegrees(Math.atan2(matrix.getShearY(), matrix.getScaleX()));
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        boolean seen = mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP;
        glyphs.add(new Glyph(
                text,
                matrix.getTranslateX(),
                matrix.getTranslateY(),
                dx,
                dy,
                size,
                (int) Math.round((angle + 360) / 90) % 4 * 90,
                seen,
                pictures.size()));
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        effort.countPicture(image);
        pictures.add(new Picture(
                image, getGraphicsState().getCurrentTransformationMatrix().clone()));
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        double left = Math.min(a.getX(), c.getX());
        double right = Math.max(a.getX(), c.getX());
        double bottom = Math.min(a.getY(), c.getY());
        double top = Math.max(a.getY(), c.getY());
        keep(left, bottom, top);
        if (right - left > THIN) {
            keep(right, bottom, top);
        }
    }

    @Override
    public void moveTo(float x, float y) {
        point = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (Math.abs(x - point.getX()) < THIN) {
            keep(x, Math.min(y, point.getY()), Math.max(y, point.getY()));
        }
        point = new Point2D.Float(x, y);
    }

    private void keep(double x, double bottom, double top) {
        if (top - bottom > LONG && path.size() < 2000) {
            path.add(new Rule(x, bottom, top));
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        point = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return point;
    }

    @Override
    public void strokePath() {
        drawn();
    }

    @Override
    public void fillPath(int rule) {
        drawn();
    }

    @Override
    public void fillAndStrokePath(int rule) {
        drawn();
    }

    private void drawn() {
        if (rules.size() < 20_000) {
            rules.addAll(path);
        }
        path.clear();
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void clip(int rule) {
        // what is clipped away matters to nobody here
    }

    @Override
    public void closePath() {
        // closes no rule that was not drawn already
    }

    @Override
    public void shadingFill(COSName shading) {
        // has no letters
    }
}
