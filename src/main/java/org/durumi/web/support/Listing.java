package org.durumi.web.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How a list is shown: filters, order and page, all of them in the address.
 *
 * @param path the address of the list
 * @param filters the filters in use, by parameter; blank ones are left out of addresses
 * @param sort the column by which it is sorted
 * @param descending whether from the last to the first
 * @param number the page, from 1
 * @param size lines on a page
 * @param total lines on all pages
 */
public record Listing(
        String path, Map<String, String> filters, String sort, boolean descending, int number, int size, long total) {

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** What a screen reader says of a column: ascending, descending or none. */
    public String order(String column) {
        if (!column.equals(sort)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    /** The address that sorts by a column, or turns its order around. */
    public String sortedBy(String column) {
        return address(column, column.equals(sort) && !descending, 1);
    }

    /** The address of a page. */
    public String page(int wanted) {
        return address(sort, descending, wanted);
    }

    /** The pages to offer: the first, the last and those around this one, in order. */
    public List<Integer> near() {
        TreeSet<Integer> near = new TreeSet<>(List.of(1, pages()));
        for (int each = number - 1; each <= number + 1; each++) {
            if (each >= 1 && each <= pages()) {
                near.add(each);
            }
        }
        return List.copyOf(near);
    }

    private String address(String column, boolean down, int wanted) {
        Map<String, String> query = new LinkedHashMap<>(filters);
        query.put("sort", column);
        query.put("order", down ? "down" : "");
        query.put("page", wanted == 1 ? "" : Integer.toString(wanted));
        return path
                + query.entrySet().stream()
                        .filter(each -> !each.getValue().isBlank())
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
