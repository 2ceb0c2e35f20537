package org.durumi.cases;

import java.util.Optional;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.Level;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.route.Stage;

/**
 * Which cases a list shows, and in which order. An empty condition lets everything pass.
 *
 * @param closed whether closed cases are shown instead of open ones
 * @param page from 0
 */
public record CaseFilter(
        Optional<TeamId> team,
        Optional<UserId> caseworker,
        Optional<Stage> stage,
        Optional<Level> level,
        Optional<CaseKind> kind,
        Optional<CountryCode> country,
        boolean closed,
        Sort sort,
        int page) {

    /** Lines of one page. */
    public static final int PAGE = 20;

    /** The orders of a list; each ends with the number, so that pages never overlap. */
    public enum Sort {
        /** The highest level first, then what changed last. */
        LEVEL("f.levelRank, f.changedAt desc, f.number.value"),
        /** The most urgent stage first. */
        STAGE("f.stageRank, f.changedAt desc, f.number.value"),
        CHANGED("f.changedAt desc, f.number.value"),
        NUMBER("f.number.value");

        private final String order;

        Sort(String order) {
            this.order = order;
        }

        String order() {
            return order;
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
                false,
                Sort.LEVEL,
                0);
    }

    CaseFilter ofTeam(TeamId only) {
        return new CaseFilter(Optional.of(only), caseworker, stage, level, kind, country, closed, sort, page);
    }

    CaseFilter ofCaseworker(UserId only) {
        return new CaseFilter(team, Optional.of(only), stage, level, kind, country, closed, sort, page);
    }
}
