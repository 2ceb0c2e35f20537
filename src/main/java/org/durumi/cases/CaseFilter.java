package org.durumi.cases;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.CaseNumberEnd;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Level;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;

/**
 * Which cases a list shows, and in which order. An empty condition lets everything pass.
 *
 * @param number with what their numbers end
 * @param closed whether closed cases are shown instead of open ones
 * @param reversed whether the order is the other way round
 * @param page from 0
 */
public record CaseFilter(
        Optional<TeamId> team,
        Optional<UserId> caseworker,
        Optional<CaseNumberEnd> number,
        Optional<Stage> stage,
        Optional<Level> level,
        Optional<CaseKind> kind,
        Optional<CountryCode> country,
        boolean closed,
        Sort sort,
        boolean reversed,
        int page) {

    /** Lines of one page. */
    public static final int PAGE = 20;

    /** The orders of a list; each ends with the number, so that pages never overlap. */
    public enum Sort {
        /** The highest level first, then what changed last. */
        LEVEL(true, "f.levelRank", "f.changedAt desc", "f.number.value"),
        /** The highest level first, then the longest overdue, then who is awaited next. */
        DANGER(true, "f.levelRank", "f.nextContact", "f.number.value"),
        /** The most urgent stage first. */
        STAGE(true, "f.stageRank", "f.changedAt desc", "f.number.value"),
        CHANGED(true, "f.changedAt desc", "f.number.value"),
        /** The most people first. */
        PEOPLE(true, "f.people desc", "f.changedAt desc", "f.number.value"),
        /** The longest overdue first, then who is awaited next, then the cases in which nobody is awaited. */
        CONTACT(false, "f.nextContact", "f.changedAt desc", "f.number.value"),
        NUMBER(false, "f.number.value");

        private static final String DESCENDING = " desc";

        private final boolean greatestFirst;
        private final String[] columns;

        Sort(boolean greatestFirst, String... columns) {
            this.greatestFirst = greatestFirst;
            this.columns = columns;
        }

        /** Whether its first column begins with the greatest, as a reader sees it. */
        public boolean isDescending(boolean reversed) {
            return greatestFirst != reversed;
        }

        /** Each column the other way round, so that the index which serves one order serves both. */
        String order(boolean reversed) {
            return Stream.of(columns)
                    .map(each -> !reversed
                            ? each
                            : each.endsWith(DESCENDING) ? each.replace(DESCENDING, "") : each + DESCENDING)
                    .collect(Collectors.joining(", "));
        }
    }

    /** @throws IllegalArgumentException if the page is negative */
    public CaseFilter {
        if (page < 0) {
            throw new IllegalArgumentException("negative page");
        }
    }

    /** Every open case that one may see, the most urgent first. */
    public static CaseFilter all() {
        return new CaseFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Sort.LEVEL,
                false,
                0);
    }

    /** The same cases in another order, from the first page. */
    public CaseFilter sortedBy(Sort other, boolean otherWayRound) {
        return new CaseFilter(team, caseworker, number, stage, level, kind, country, closed, other, otherWayRound, 0);
    }

    /** Another page of the same. */
    public CaseFilter onPage(int other) {
        return new CaseFilter(team, caseworker, number, stage, level, kind, country, closed, sort, reversed, other);
    }

    /** The same without the conditions that leave cases out. */
    public CaseFilter whole() {
        return all().sortedBy(sort, reversed);
    }

    CaseFilter ofTeam(TeamId only) {
        return new CaseFilter(
                Optional.of(only), caseworker, number, stage, level, kind, country, closed, sort, reversed, page);
    }

    CaseFilter ofCaseworker(UserId only) {
        return new CaseFilter(
                team, Optional.of(only), number, stage, level, kind, country, closed, sort, reversed, page);
    }
}
