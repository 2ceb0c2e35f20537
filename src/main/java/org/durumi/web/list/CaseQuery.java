package org.durumi.web.list;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.durumi.cases.CaseFilter;
import org.durumi.cases.CaseKind;
import org.durumi.kernel.Level;
import org.durumi.route.Stage;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/** The filters of the list of cases as they stand in its address. What cannot be read filters nothing. */
public record CaseQuery(FormInput typed) {
    private static final int LAST_PAGE = 5000;
    private static final List<String> FILTERS = List.of("stage", "level", "kind", "country", "closed");

    CaseFilter filter() {
        return new CaseFilter(
                Optional.empty(),
                Optional.empty(),
                typed.readIfTyped("stage", Field.choice(Stage.class)),
                typed.readIfTyped("level", Field.choice(Level.class)),
                typed.readIfTyped("kind", Field.choice(CaseKind.class)),
                typed.readIfTyped("country", Field.country()),
                typed.isTicked("closed"),
                typed.readIfTyped("sort", Field.choice(CaseFilter.Sort.class)).orElse(CaseFilter.Sort.LEVEL),
                page() - 1);
    }

    /** From 1. */
    public int page() {
        return typed.readIfTyped("page", Field.number(1, LAST_PAGE)).orElse(1);
    }

    /** Whether some cases are left out, or pages before this one. */
    public boolean isNarrowed() {
        return page() > 1
                || FILTERS.stream().anyMatch(each -> !typed.typed(each).isBlank());
    }

    /** The address of another page with the same filters. */
    public String address(int wanted) {
        String filters = FILTERS.stream()
                .filter(each -> !typed.typed(each).isBlank())
                .map(each -> each + "=" + URLEncoder.encode(typed.typed(each), StandardCharsets.UTF_8) + "&")
                .collect(Collectors.joining());
        String sort = typed.typed("sort").isBlank()
                ? ""
                : "sort=" + URLEncoder.encode(typed.typed("sort"), StandardCharsets.UTF_8) + "&";
        return "/cases?" + filters + sort + "page=" + wanted;
    }
}
