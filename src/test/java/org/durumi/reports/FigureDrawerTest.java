package org.durumi.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.openhtmltopdf.extend.OutputDevice;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class FigureDrawerTest {
    private static final int X = 100;
    private static final int Y = 200;

    @Test
    void shapes_are_drawn_to_the_size_that_the_page_gives_the_figure() {
        assertEquals(
                List.of(
                        "#0b50d0 fill 102,204 20x10",
                        "#ffffff fill 110,210 20x20",
                        "#cdd1d5 draw 110,210 20x20 with 5.0",
                        "#1e2124 draw 100,220 60x0 with 2.0",
                        "#1e2124 draw 104,206 8x4 with 4.4"),
                drawn("""
                        <rect x="1" y="2" width="10" height="5" fill="#0b50d0"/>
                        <circle cx="10" cy="10" r="5" fill="#ffffff" stroke="#cdd1d5" stroke-width="2.5"/>
                        <line x1="0" y1="10" x2="30" y2="10" stroke="#1e2124" stroke-width="1"/>
                        <polyline points="2,3 4,5 6,3" fill="none" stroke="#1e2124" stroke-width="2.2"/>
                        """));
    }

    @Test
    void a_dashed_line_is_dashed_in_the_size_of_its_figure() {
        assertEquals(List.of("#1e2124 fill 100,219 56x2", "#1e2124 draw 100,220 60x0 with 2.0"), drawn("""
                        <line x1="0" y1="10" x2="30" y2="10" stroke="#1e2124" stroke-width="1" stroke-dasharray="3 2"/>
                        <line x1="0" y1="10" x2="30" y2="10" stroke="#1e2124" stroke-width="1"/>
                        """));
    }

    @Test
    void what_it_cannot_draw_is_not_left_out_unseen() {
        assertThrows(IllegalArgumentException.class, () -> drawn("<text>A</text>"));
    }

    /** What is put on the page for a figure of 40 units that is 80 dots wide. */
    private static List<String> drawn(String shapes) {
        Element figure = new PrintableText(c -> true)
                .page("<svg width=\"40\" height=\"20\">" + shapes + "</svg>")
                .getDocumentElement();
        List<String> done = new ArrayList<>();
        StringBuilder colour = new StringBuilder();
        StringBuilder thickness = new StringBuilder();
        OutputDevice page = (OutputDevice) Proxy.newProxyInstance(
                OutputDevice.class.getClassLoader(),
                new Class<?>[] {OutputDevice.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setColor" -> colour.replace(0, colour.length(), arguments[0].toString());
                        case "setStroke" ->
                            thickness.replace(
                                    0,
                                    thickness.length(),
                                    arguments[0] instanceof BasicStroke line ? " with " + line.getLineWidth() : "");
                        case "fill" -> done.add(colour + " fill " + edges((Shape) arguments[0]));
                        case "draw" -> done.add(colour + " draw " + edges((Shape) arguments[0]) + thickness);
                        default -> assertEquals("getStroke", method.getName());
                    }
                    return null;
                });
        new FigureDrawer().buildSVGImage(figure, null, null, 80, 40, 20).drawSVG(page, null, X, Y);
        return done;
    }

    private static String edges(Shape shape) {
        var edges = shape.getBounds();
        return edges.x + "," + edges.y + " " + edges.width + "x" + edges.height;
    }
}
