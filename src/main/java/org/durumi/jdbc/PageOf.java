package org.durumi.jdbc;

import jakarta.data.page.PageRequest;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param more whether another page follows
 */
public record PageOf<T>(List<T> rows, boolean more) {
    /**
     * Reads a page; whether another follows is asked only if it is full.
     *
     * @param page from 0
     * @param size rows of a page
     */
    public static <T> PageOf<T> read(int page, int size, Function<PageRequest, List<T>> query) {
        List<T> rows = query.apply(PageRequest.ofPage(page + 1L, size, false));
        boolean more = rows.size() == size
                && !query.apply(PageRequest.ofPage((page + 1L) * size + 1, 1, false))
                        .isEmpty();
        return new PageOf<>(rows, more);
    }

    /**
     * Of rows of which one more than a page was asked for.
     *
     * @param size rows of a page
     */
    public static <T> PageOf<T> of(List<T> oneMore, int size) {
        return new PageOf<>(oneMore.subList(0, Math.min(oneMore.size(), size)), oneMore.size() > size);
    }
}
