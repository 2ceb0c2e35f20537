package org.durumi.cases;

import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.TEAM;
import static org.durumi.cases.CaseRights.Right.DECIDE;
import static org.durumi.cases.CaseRights.Right.READ;
import static org.durumi.cases.CaseRights.Right.RECORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.durumi.vault.TestKeys;
import org.junit.jupiter.api.Test;

/** Who may do what with a case: the one rule that the door, the services and the pages ask. */
class CaseRightsTest {
    private static final TeamId OTHER = TeamId.of("7d9c1d5e-0000-4000-8000-000000000002");

    /** Everything that the rule looks at; whatever is not in here allows nothing. */
    private static final String MATRIX = """
            CASEWORKER assigned   any-team   open   all     | READ EXPORT RECORD
            CASEWORKER assigned   any-team   open   reading | READ EXPORT
            CASEWORKER assigned   any-team   closed all     | READ EXPORT
            CASEWORKER assigned   any-team   closed reading | READ EXPORT
            SUPERVISOR any        own-team   open   all     | READ EXPORT DECIDE
            SUPERVISOR any        own-team   open   reading | READ EXPORT
            SUPERVISOR any        own-team   closed all     | READ EXPORT DECIDE
            SUPERVISOR any        own-team   closed reading | READ EXPORT
            """;

    private enum Team {
        OWN,
        OTHER,
        NONE
    }

    private static final UserId SOMEBODY = new UserId("somebody");

    private record Situation(Role role, boolean assigned, Team team, boolean closed, boolean onlyReading) {
        CaseRights rights() {
            Optional<TeamId> theirs =
                    switch (team) {
                        case OWN -> Optional.of(TEAM);
                        case OTHER -> Optional.of(CaseRightsTest.OTHER);
                        case NONE -> Optional.empty();
                    };
            return CaseRights.of(new Actor(SOMEBODY, Set.of(role), theirs, ""), guarded(), onlyReading);
        }

        private GuardedCase guarded() {
            CaseId id = CaseId.create();
            Assignment own = Assignment.begin(id, SOMEBODY, new Signed(SOMEBODY, NOW), TestKeys.macs());
            return new GuardedCase(
                    id,
                    CaseNumber.draw(2026),
                    TEAM,
                    Optional.empty(),
                    closed ? Optional.of(NOW) : Optional.empty(),
                    new byte[0],
                    assigned ? Optional.of(own) : Optional.empty());
        }

        private boolean is(String line) {
            List<String> said = List.of(line.split("\\s+"));
            return said.get(0).equals(role.name())
                    && Set.of("any", assigned ? "assigned" : "not").contains(said.get(1))
                    && Set.of("any-team", team == Team.OWN ? "own-team" : "other")
                            .contains(said.get(2))
                    && said.get(3).equals(closed ? "closed" : "open")
                    && said.get(4).equals(onlyReading ? "reading" : "all");
        }

        String allowed() {
            return MATRIX.lines()
                    .map(line -> line.split("\\|"))
                    .filter(line -> is(line[0]))
                    .map(line -> line[1].strip())
                    .collect(Collectors.joining(" and "));
        }
    }

    @Test
    void of_every_role_assignment_team_and_state_exactly_the_matrix_is_allowed() {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        every().forEach(each -> {
            expected.add(each + ": " + each.allowed());
            found.add(each + ": " + allowed(each.rights()));
        });

        assertEquals(Role.values().length * 2 * 3 * 2 * 2, found.size());
        assertEquals(expected, found);
        assertEquals(12 + 8, found.stream().filter(each -> !each.endsWith(": ")).count());
    }

    /** Whatever else holds: who was given to read a case reads it, and nothing else. */
    @Test
    void a_grant_lets_who_works_with_cases_read_and_do_nothing_else() {
        for (Role role : Role.values()) {
            CaseRights given = CaseRights.ofGrant(new Actor(SOMEBODY, Set.of(role), Optional.empty(), ""));
            for (CaseRights.Right right : CaseRights.Right.values()) {
                boolean expected = right == READ && (role == Role.CASEWORKER || role == Role.SUPERVISOR);
                assertEquals(expected, given.allows(right), role + " " + right);
                assertEquals(Optional.empty(), given.whyNot(right), role + " " + right);
            }
        }
    }

    /** A deputy may in a case what the one who is away may, and it says for whom. */
    @Test
    void a_deputy_may_what_the_caseworker_may_for_whom_they_stand_in() {
        UserId away = new UserId("away");
        every().stream().filter(Situation::assigned).forEach(each -> {
            GuardedCase guarded = each.guarded();
            Assignment theirs = Assignment.begin(guarded.id(), away, new Signed(away, NOW), TestKeys.macs());
            Actor deputy = new Actor(SOMEBODY, Set.of(each.role()), Optional.of(TEAM), "");
            CaseRights stoodIn = CaseRights.ofDeputy(deputy, guarded.unassigned(), theirs, each.onlyReading());
            assertEquals(Optional.of(away), stoodIn.insteadOf());
            CaseRights own = CaseRights.of(deputy, guarded, each.onlyReading());
            assertEquals(allowed(own), allowed(stoodIn), each.toString());
            assertEquals(Optional.empty(), own.insteadOf());
        });
    }

    @Test
    void what_rests_is_still_theirs_and_says_why() {
        every().forEach(each -> {
            CaseRights now = each.rights();
            CaseRights usually = new Situation(each.role(), each.assigned(), each.team(), false, false).rights();
            for (CaseRights.Right right : CaseRights.Right.values()) {
                assertEquals(usually.allows(right), now.holds(right), each + " " + right);
                assertEquals(
                        now.holds(right) && !now.allows(right),
                        now.whyNot(right).isPresent(),
                        each + " " + right);
            }
        });
    }

    @Test
    void a_right_that_rests_is_a_rule_that_the_page_tells_and_a_right_of_others_a_case_that_is_not_there() {
        CaseRights closed = new Situation(Role.CASEWORKER, true, Team.OWN, true, false).rights();
        CaseRights away = new Situation(Role.SUPERVISOR, false, Team.OWN, true, true).rights();
        CaseRights both = new Situation(Role.CASEWORKER, true, Team.OWN, true, true).rights();

        closed.require(READ);
        assertEquals("case.closed", refusal(closed, RECORD));
        assertEquals("case.only-reading", refusal(away, DECIDE));
        assertEquals("case.only-reading", refusal(both, RECORD));
        assertThrows(NotFound.class, () -> closed.require(DECIDE));
        assertThrows(NotFound.class, () -> away.require(RECORD));
        assertThrows(NotFound.class, () -> CaseRights.none().require(READ));
        assertEquals(Optional.empty(), CaseRights.none().whyNot(RECORD));
    }

    private static String refusal(CaseRights rights, CaseRights.Right right) {
        return assertThrows(RuleViolation.class, () -> rights.require(right)).messageKey();
    }

    private static String allowed(CaseRights rights) {
        return Stream.of(CaseRights.Right.values())
                .filter(rights::allows)
                .map(Enum::name)
                .collect(Collectors.joining(" "));
    }

    private static List<Situation> every() {
        List<Situation> every = new ArrayList<>();
        for (Role role : Role.values()) {
            for (Team team : Team.values()) {
                for (int state = 0; state < 8; state++) {
                    every.add(new Situation(role, (state & 1) > 0, team, (state & 2) > 0, (state & 4) > 0));
                }
            }
        }
        return every;
    }
}
