package org.durumi.reports;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the figures of the reports straight onto the page: lines, boxes and circles in plain colours.
 *
 * <p>That is all of SVG that they use, and a whole reader of SVG takes as long for it as the text takes to be laid out.
 */
final class FigureDrawer implements SVGDrawer {
    @Override
    public SVGImage buildSVGImage(
            Element figure, Box box, CssContext context, double width, double height, double dotsPerPixel) {
        return new Figure(figure, (int) width, (int) height);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fonts, SharedContext shared) {
        // There are no words in a figure.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // There are no words in a figure.
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }

    private static final float MITER_LIMIT = 10;

    /** A figure and the size at which its style shows it, in dots of the layout. */
    private record Figure(Element figure, int width, int height) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return width;
        }

        @Override
        public int getIntrinsicHeight() {
            return height;
        }

        @Override
        public void drawSVG(OutputDevice page, RenderingContext context, double x, double y) {
            double scale = width / number(figure, "width");
            AffineTransform place = new AffineTransform(scale, 0, 0, scale, x, y);
            Stroke before = page.getStroke();
            NodeList shapes = figure.getElementsByTagName("*");
            for (int i = 0; i < shapes.getLength(); i++) {
                Element each = (Element) shapes.item(i);
                Shape shape = place.createTransformedShape(shape(each));
                inColour(each, "fill", page, () -> page.fill(shape));
                inColour(each, "stroke", page, () -> {
                    Stroke stroke = stroke(each, (float) scale);
                    if (each.getAttribute("stroke-dasharray").isEmpty()) {
                        page.setStroke(stroke);
                        page.draw(shape);
                    } else {
                        // Once it has drawn dashes, the page draws everything in dashes.
                        page.fill(stroke.createStrokedShape(shape));
                    }
                });
            }
            page.setStroke(before);
        }

        private static Stroke stroke(Element each, float scale) {
            float thickness = (float) number(each, "stroke-width") * scale;
            String dashes = each.getAttribute("stroke-dasharray");
            if (dashes.isEmpty()) {
                return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
            }
            String[] lengths = dashes.split(" ", -1);
            float[] scaled = new float[lengths.length];
            for (int i = 0; i < lengths.length; i++) {
                scaled[i] = Float.parseFloat(lengths[i]) * scale;
            }
            return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER_LIMIT, scaled, 0);
        }

        private static void inColour(Element shape, String which, OutputDevice page, Runnable work) {
            String colour = shape.getAttribute(which);
            if (colour.startsWith("#")) {
                page.setColor(new FSRGBColor(Color.decode(colour).getRGB() & 0xFFFFFF));
                work.run();
            }
        }

        private static Shape shape(Element each) {
            return switch (each.getTagName()) {
                case "line" ->
                    new Line2D.Double(number(each, "x1"), number(each, "y1"), number(each, "x2"), number(each, "y2"));
                case "rect" ->
                    new Rectangle2D.Double(
                            number(each, "x"), number(each, "y"), number(each, "width"), number(each, "height"));
                case "circle" -> {
                    double radius = number(each, "r");
                    yield new Ellipse2D.Double(
                            number(each, "cx") - radius, number(each, "cy") - radius, 2 * radius, 2 * radius);
                }
                case "polyline" -> polyline(each.getAttribute("points"));
                default -> throw new IllegalArgumentException("nobody draws a " + each.getTagName());
            };
        }

        private static Shape polyline(String points) {
            Path2D path = new Path2D.Double();
            for (String point : points.split(" ", -1)) {
                int comma = point.indexOf(',');
                double x = Double.parseDouble(point.substring(0, comma));
                double y = Double.parseDouble(point.substring(comma + 1));
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            return path;
        }

        private static double number(Element each, String attribute) {
            return Double.parseDouble(each.getAttribute(attribute));
        }
    }
}
