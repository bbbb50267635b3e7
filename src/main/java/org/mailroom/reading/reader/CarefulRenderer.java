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

    CarefulRenderer(PDDocument document, Effort effort) {
        super(document);
        this.effort = effort;
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        effort.startPage();
        return new CountingDrawer(parameters, effort);
    }

    private static final class CountingDrawer extends PageDrawer {
        private final Effort effort;

        CountingDrawer(PageDrawerParameters parameters, Effort effort) throws IOException {
            super(parameters);
            this.effort = effort;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            effort.countOperator();
            super.processOperator(operator, operands);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException wrong)
                throws IOException {
            if (wrong instanceof Refusal refusal) {
                throw refusal;
            }
            super.operatorException(operator, operands, wrong);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            effort.countPixels(image.getWidth(), image.getHeight());
            super.drawImage(image);
        }
    }
}
