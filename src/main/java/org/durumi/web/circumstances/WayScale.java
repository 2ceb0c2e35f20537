package org.durumi.web.circumstances;

import org.durumi.circumstances.DrawnWay;
import org.durumi.circumstances.DrawnWay.Edge;

/**
 * Where the lanes of a drawn way run on a page, in pixels; the rows are as high as their words.
 *
 * @param width of all lanes
 * @param step from one lane to the next
 */
public record WayScale(int width, int step) {
    /** How far below the top of a row its mark is: beside its first line. */
    public static final int MIDDLE = 18;

    private static final int MARGIN = 16;
    private static final int WIDE = 26;
    private static final int NARROW = 14;
    private static final int FEW_LANES = 4;

    /** Few lanes stand apart; many stand close, so that a phone has room for words. */
    public static WayScale of(DrawnWay way) {
        int step = way.lanes() <= FEW_LANES ? WIDE : NARROW;
        return new WayScale(2 * MARGIN + (way.lanes() - 1) * step, step);
    }

    public int x(int lane) {
        return MARGIN + lane * step;
    }

    public String y(Edge edge) {
        return switch (edge) {
            case TOP -> "0";
            case MIDDLE -> Integer.toString(MIDDLE);
            case BOTTOM -> "100%";
        };
    }
}
