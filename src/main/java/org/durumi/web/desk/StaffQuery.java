package org.durumi.web.desk;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.desk.ColleagueFilter;
import org.durumi.desk.ColleagueState;
import org.durumi.identity.Role;
import org.durumi.web.support.Field;
import org.durumi.web.support.FormInput;

/**
 * The filters of the list of the staff as they stand in its address. What cannot be read filters nothing.
 *
 * @param typed the fields of the form of the filters
 */
public record StaffQuery(FormInput typed, ColleagueFilter filter) {
    private static final int LAST_PAGE = 5000;

    static StaffQuery of(FormInput typed) {
        return new StaffQuery(
                typed,
                new ColleagueFilter(
                        typed.readIfTyped("role", Field.choice(Role.class)),
                        typed.readIfTyped("state", Field.choice(ColleagueState.class)),
                        typed.readIfTyped("page", Field.number(1, LAST_PAGE)).orElse(1) - 1));
    }

    /** From 1. */
    public int page() {
        return filter.page() + 1;
    }

    public boolean isNarrowed() {
        return filter.role().isPresent() || filter.state().isPresent();
    }

    /** The address of another page with the same filters. */
    public String address(int page) {
        return Stream.of(
                        filter.role().map(each -> "role=" + each.name()),
                        filter.state().map(each -> "state=" + each.name()),
                        Optional.of("page=" + page))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&", StaffController.PATH + "?", ""));
    }
}
