package org.durumi.files.drawing;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages, and refuses those of which a part would be missing in the drawing without a word. */
final class CarefulRenderer extends PDFRenderer {
    CarefulRenderer(PDDocument document) {
        super(document);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new CarefulDrawer(parameters);
    }

    private static final class CarefulDrawer extends PageDrawer {
        private static final Set<String> IMAGES = Set.of(OperatorName.DRAW_OBJECT, OperatorName.BEGIN_INLINE_IMAGE);

        CarefulDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        /** Korean and Chinese characters are not there unless the file brings them. */
        @Override
        protected void showFontGlyph(Matrix where, PDFont font, int code, Vector displacement) throws IOException {
            if (font instanceof PDType0Font && !font.isEmbedded()) {
                throw new NotDrawable("file.pdf.fonts");
            }
            super.showFontGlyph(where, font, code, displacement);
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException wrong)
                throws IOException {
            // The renderer would go on without the image.
            if (wrong instanceof MissingImageReaderException || IMAGES.contains(operator.getName())) {
                throw new NotDrawable("file.pdf.image");
            }
            super.operatorException(operator, operands, wrong);
        }
    }
}
