package org.durumi.web.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseFilter.Sort;
import org.durumi.cases.CaseKind;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.Level;
import org.durumi.route.Stage;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;
import org.durumi.web.support.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * The filters and the order of the list of cases as they stand in its address. What cannot be read filters nothing.
 *
 * @param typed the fields of the form of the filters
 */
public record CaseQuery(FormInput typed, CaseFilter filter) {
    private static final int LAST_PAGE = 5000;
    private static final String YES = "yes";
    private static final List<String> FIELDS =
            List.of("caseworker", "number", "stage", "level", "kind", "country", "closed", "sort", "reversed", "page");

    static CaseQuery of(FormInput typed) {
        return new CaseQuery(
                typed,
                new CaseFilter(
                        CaseFilter.all().team(),
                        typed.readIfTyped("caseworker", Field.user()),
                        CaseNumberEnd.read(typed.typed("number")),
                        typed.readIfTyped("stage", Field.choice(Stage.class)),
                        typed.readIfTyped("level", Field.choice(Level.class)),
                        typed.readIfTyped("kind", Field.choice(CaseKind.class)),
                        typed.readIfTyped("country", Field.country()),
                        typed.isTicked("closed"),
                        typed.readIfTyped("sort", Field.choice(Sort.class)).orElse(Sort.LEVEL),
                        typed.isTicked("reversed"),
                        typed.readIfTyped("page", Field.number(1, LAST_PAGE)).orElse(1) - 1));
    }

    /** From 1. */
    public int page() {
        return filter.page() + 1;
    }

    /** Whether some cases are left out, or pages before this one. */
    public boolean isNarrowed() {
        return filter.page() > 0 || !filter.whole().equals(filter);
    }

    /** Whether it is the list with which a day begins, as it stands there: who looks for something sees the cases at once, and the bell says what waits. */
    public boolean isHome() {
        return query().isEmpty();
    }

    /** Whether its address says something that says nothing, as that of a form with fields left as they are. */
    boolean hasBlanks() {
        return FIELDS.stream()
                .anyMatch(each -> typed.has(each) && typed.typed(each).isBlank());
    }

    /** The address of another page with the same filters. */
    public String address(int wanted) {
        return address(filter.onPage(wanted - 1));
    }

    /** The address of the same cases in another order; in the same order the other way round. */
    public String sorted(Sort wanted) {
        return address(filter.sortedBy(wanted, filter.sort() == wanted && !filter.reversed()));
    }

    /** How a column is sorted, as «aria-sort» says it; null if the list is sorted by another. */
    public @Nullable String direction(Sort column) {
        return filter.sort() != column ? null : column.isDescending(filter.reversed()) ? "descending" : "ascending";
    }

    /** The address of the list without filters, in the same order. */
    public String whole() {
        return address(filter.whole());
    }

    private static String address(CaseFilter filter) {
        String query = query(filter);
        return query.isEmpty() ? Visitor.LIST : Visitor.LIST + "?" + query;
    }

    /** What the address says, without what says nothing. */
    String query() {
        return query(filter);
    }

    private static String query(CaseFilter filter) {
        Map<String, String> said = new LinkedHashMap<>();
        filter.caseworker().ifPresent(each -> said.put("caseworker", each.value()));
        filter.number().ifPresent(each -> said.put("number", each.value()));
        filter.stage().ifPresent(each -> said.put("stage", each.name()));
        filter.level().ifPresent(each -> said.put("level", each.name()));
        filter.kind().ifPresent(each -> said.put("kind", each.name()));
        filter.country().ifPresent(each -> said.put("country", each.value()));
        said.put("closed", filter.closed() ? YES : "");
        said.put("sort", filter.sort() == Sort.LEVEL ? "" : filter.sort().name());
        said.put("reversed", filter.reversed() ? YES : "");
        said.put("page", filter.page() == 0 ? "" : Integer.toString(filter.page() + 1));
        return said.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
