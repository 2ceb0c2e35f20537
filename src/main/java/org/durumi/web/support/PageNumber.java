package org.durumi.web.support;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is shown.
 *
 * @param value from 1
 */
public record PageNumber(int value) {
    private static final int LAST = 5000;

    /** What cannot be read is the first page. */
    public static PageNumber read(@Nullable String text) {
        boolean readable = text != null && text.matches("[1-9]\\d{0,3}");
        return new PageNumber(readable ? Math.min(Integer.parseInt(text), LAST) : 1);
    }

    /** From 0. */
    public int index() {
        return value - 1;
    }

    /** The address of the page before; empty if this is the first. */
    public String before(String path) {
        return value == 1 ? "" : path + "?page=" + (value - 1);
    }

    /** The address of the page after; empty if there is none. */
    public String after(String path, boolean more) {
        return more ? path + "?page=" + (value + 1) : "";
    }
}
