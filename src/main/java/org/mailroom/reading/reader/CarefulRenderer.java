package org.mailroom.reading.reader;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages within limits: the steps of a page and the pixels of each picture are counted. */
final class CarefulRenderer extends PDFRenderer {
    private final Effort effort;
    private boolean lost;

    CarefulRenderer(PDDocument document, Effort effort) {
        super(document);
        this.effort = effort;
        setSubsamplingAllowed(true);
    }

    /** Whether something on the last page could not be drawn: it only looks as if nothing stood there. */
    boolean lost() {
        return lost;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        effort.startPage();
        lost = false;
        return new CountingDrawer(parameters);
    }

    private final class CountingDrawer extends PageDrawer {
        CountingDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            effort.countOperator();
            super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException wrong)
                throws IOException {
            Refusal.rethrow(wrong);
            lost = true;
            super.operatorException(operator, operands, wrong);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            effort.countPicture(image);
            super.drawImage(image);
        }
    }
}
