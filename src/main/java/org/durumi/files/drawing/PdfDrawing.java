package org.durumi.files.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.ImageType;

/** Draws a PDF page by page and puts the drawings together: what is on its pages, and nothing else. */
final class PdfDrawing {
    private static final int MOST_PAGES = 60;

    /** Pixels for a point: 150 for an inch. */
    private static final float SHARP = 150f / 72;

    /** In points: a sheet of A0, with some margin. */
    private static final float LONGEST = 3500;

    private static final float MOST_PIXELS = 12_000_000;

    private PdfDrawing() {}

    static DrawnFile draw(byte[] sent) throws IOException {
        try (PDDocument source = Loader.loadPDF(sent);
                PDDocument drawn = new PDDocument()) {
            requireDrawable(source);
            CarefulRenderer renderer = new CarefulRenderer(source);
            List<byte[]> parts = new ArrayList<>();
            for (int i = 0; i < source.getNumberOfPages(); i++) {
                float scale = scale(source.getPage(i).getCropBox());
                BufferedImage image = renderer.renderImage(i, scale, ImageType.RGB);
                add(drawn, Encoded.jpeg(image, Encoded.PHOTO), image.getWidth() / scale, image.getHeight() / scale);
                parts.add(Encoded.jpeg(Encoded.small(image), Encoded.SMALL));
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            drawn.save(whole);
            parts.add(0, whole.toByteArray());
            return new DrawnFile(0, 0, parts);
        } catch (InvalidPasswordException locked) {
            throw new NotDrawable("file.pdf.locked");
        }
    }

    private static void requireDrawable(PDDocument source) {
        if (source.isEncrypted()) {
            throw new NotDrawable("file.pdf.locked");
        } else if (source.getNumberOfPages() > MOST_PAGES) {
            throw new NotDrawable("file.pdf.pages");
        } else if (source.getNumberOfPages() < 1) {
            throw new NotDrawable("file.damaged");
        }
        // Its pages say no more than that another program is needed.
        Optional.ofNullable(source.getDocumentCatalog().getAcroForm(null))
                .filter(PDAcroForm::xfaIsDynamic)
                .ifPresent(form -> {
                    throw new NotDrawable("file.pdf.image");
                });
    }

    private static float scale(PDRectangle page) {
        float width = page.getWidth();
        float height = page.getHeight();
        if (!(width >= 1 && height >= 1 && width <= LONGEST && height <= LONGEST)) {
            throw new NotDrawable("file.pdf.page-size");
        }
        return Math.min(SHARP, (float) Math.sqrt(MOST_PIXELS / (width * height)));
    }

    private static void add(PDDocument drawn, byte[] jpeg, float width, float height) throws IOException {
        PDPage page = new PDPage(new PDRectangle(width, height));
        drawn.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(drawn, page)) {
            pen.drawImage(JPEGFactory.createFromByteArray(drawn, jpeg), 0, 0, width, height);
        }
    }
}
