package org.durumi.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Files of the demo, drawn when it is told: they show nobody and no place that there is. */
final class DrawnFiles {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 600;

    private DrawnFiles() {}

    /** A sketch of a way: a river, a road, some houses and a dotted line between them. */
    static byte[] sketch() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0xFB, 0xF8, 0xEF));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        curve(pen, new Color(0x9F, 0xC3, 0xE0), new BasicStroke(34), -20, 160, 300, 40, 560, 260, 940, 120);
        curve(pen, new Color(0x8A, 0x8A, 0x80), new BasicStroke(10), 60, 620, 240, 380, 640, 520, 930, 330);
        float[] dots = {4, 16};
        curve(
                pen,
                new Color(0xB0, 0x30, 0x30),
                new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dots, 0),
                180,
                300,
                300,
                300,
                330,
                430,
                470,
                458);
        for (int[] house : new int[][] {{110, 230}, {150, 290}, {230, 240}, {680, 250}, {760, 230}}) {
            house(pen, house[0], house[1]);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static void curve(Graphics2D pen, Color colour, BasicStroke stroke, double... p) {
        pen.setColor(colour);
        pen.setStroke(stroke);
        Path2D line = new Path2D.Double();
        line.moveTo(p[0], p[1]);
        line.curveTo(p[2], p[3], p[4], p[5], p[6], p[7]);
        pen.draw(line);
    }

    private static void house(Graphics2D pen, int x, int y) {
        pen.setColor(new Color(0x55, 0x4B, 0x3F));
        pen.setStroke(new BasicStroke(3));
        pen.drawRect(x, y, 36, 26);
        pen.drawLine(x - 5, y, x + 18, y - 20);
        pen.drawLine(x + 18, y - 20, x + 41, y);
    }

    /** Two pages of a timetable. */
    static byte[] timetable() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        pdf.append("1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n");
        pdf.append("2 0 obj <</Type /Pages /Kids [3 0 R 5 0 R] /Count 2>> endobj\n");
        page(pdf, 3, "Bus timetable, as copied from a board (1)", "06:40", "08:10", "09:40", "13:20");
        page(pdf, 5, "Bus timetable, as copied from a board (2)", "15:00", "16:30", "18:00");
        pdf.append("7 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n");
        pdf.append("trailer <</Root 1 0 R>>\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void page(StringBuilder pdf, int number, String title, String... times) {
        StringBuilder text =
                new StringBuilder("BT /F 20 Tf 60 760 Td (" + title.replaceAll("([()])", "\\\\$1") + ") Tj\n");
        for (String time : times) {
            text.append("0 -36 Td (" + time + "   ...........................").append(") Tj\n");
        }
        text.append("ET");
        pdf.append(number + " 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (number + 1)
                + " 0 R /Resources <</Font <</F 7 0 R>>>>>> endobj\n");
        pdf.append((number + 1) + " 0 obj <</Length " + text.length() + ">> stream\n" + text + "\nendstream endobj\n");
    }
}
