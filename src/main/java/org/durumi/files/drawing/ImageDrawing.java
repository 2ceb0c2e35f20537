package org.durumi.files.drawing;

import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.lang.StreamReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Draws an image anew: its pixels, the right way up, and nothing else. */
final class ImageDrawing {
    private static final int MOST_PIXELS = 40_000_000;
    private static final int UPRIGHT = 1;

    private ImageDrawing() {}

    static DrawnFile draw(String kind, byte[] sent) throws IOException {
        BufferedImage image = upright(read(kind, sent), kind.equals(Drawing.JPEG) ? orientation(sent) : UPRIGHT);
        byte[] whole = kind.equals(Drawing.JPEG) ? Encoded.jpeg(image, Encoded.PHOTO) : Encoded.png(image);
        return new DrawnFile(
                image.getWidth(), image.getHeight(), List.of(whole, Encoded.jpeg(Encoded.small(image), Encoded.SMALL)));
    }

    private static BufferedImage read(String kind, byte[] sent) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(in, true, true);
            // From the header: nothing has been decoded yet.
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new NotDrawable("file.image.pixels");
            }
            reader.addIIOReadWarningListener((from, warning) -> {
                if (warning.contains("remature")) {
                    throw new NotDrawable("file.damaged");
                }
            });
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** How a camera was held, as a number from 1 to 8; 1 if nothing says it. */
    private static int orientation(byte[] sent) {
        Metadata said = new Metadata();
        try {
            Iterable<byte[]> segments = JpegSegmentReader.readSegments(
                            new StreamReader(new ByteArrayInputStream(sent)), Set.of(JpegSegmentType.APP1))
                    .getSegments(JpegSegmentType.APP1);
            new ExifReader().readJpegSegments(segments, said, JpegSegmentType.APP1);
        } catch (JpegProcessingException | IOException | RuntimeException | LinkageError unreadable) {
            return UPRIGHT;
        }
        return Optional.ofNullable(said.getFirstDirectoryOfType(ExifIFD0Directory.class))
                .map(each -> each.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .orElse(UPRIGHT);
    }

    /** The same in plain colours of a screen, without a profile of its own. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == UPRIGHT && image.getType() != BufferedImage.TYPE_CUSTOM) {
            // It has no other colours: a second one would take as much memory.
            return image;
        }
        int w = image.getWidth();
        int h = image.getHeight();
        boolean lies = orientation > 4 && orientation <= 8;
        BufferedImage upright = new BufferedImage(
                lies ? h : w,
                lies ? w : h,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(image, turned(orientation, w, h), null);
        pen.dispose();
        return upright;
    }

    static AffineTransform turned(int orientation, int w, int h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }
}
