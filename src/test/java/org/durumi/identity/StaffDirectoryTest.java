package org.durumi.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.Signed;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

class StaffDirectoryTest {
    private static final UserId HANEUL = new UserId("00000000-0000-4000-8000-0000000000a1");
    private static final UserId SEO = new UserId("00000000-0000-4000-8000-0000000000a3");
    private static final TeamId NORTH = TeamId.of("7d9c1d5e-0000-4000-8000-000000000001");

    private final StaffDirectory directory = StaffForTests.directory();

    private static final Signed ENTERED = new Signed(SEO, Instant.parse("2026-03-01T09:00:00Z"));

    @Test
    void somebody_unknown_gets_the_beginning_of_the_subject_as_handle() {
        assertEquals("00000000", directory.meet(HANEUL, Set.of(Role.CASEWORKER)).handle());
    }

    @Test
    void an_introduced_person_keeps_the_handle_at_sign_in() {
        directory.introduce(HANEUL, "haneul", Set.of(Role.CASEWORKER));
        directory.meet(HANEUL, Set.of(Role.CASEWORKER, Role.SUPERVISOR));
        assertEquals("haneul", directory.handle(HANEUL));
    }

    @Test
    void a_case_can_be_assigned_to_the_caseworkers_of_the_team_only() {
        directory.found(NORTH, "North team");
        directory.introduce(HANEUL, "haneul", Set.of(Role.CASEWORKER));
        directory.introduce(SEO, "seo", Set.of(Role.SUPERVISOR));
        directory.putIntoTeam(HANEUL, NORTH, ENTERED);
        directory.putIntoTeam(SEO, NORTH, ENTERED);
        assertEquals(
                List.of(HANEUL),
                directory.caseworkers(NORTH).stream().map(StaffMember::id).toList());
    }

    @Test
    void a_role_that_was_taken_away_is_not_listed_any_more() {
        directory.found(NORTH, "North team");
        directory.introduce(HANEUL, "haneul", Set.of(Role.CASEWORKER));
        directory.putIntoTeam(HANEUL, NORTH, ENTERED);
        directory.meet(HANEUL, Set.of(Role.SUPERVISOR));
        assertEquals(List.of(), directory.caseworkers(NORTH));
    }

    @Test
    void what_somebody_chose_is_kept_and_what_they_have_seen_stays_seen() {
        directory.introduce(HANEUL, "haneul", Set.of(Role.CASEWORKER));
        Preferences chosen = directory
                .member(HANEUL)
                .orElseThrow()
                .preferences()
                .havingSeen(3)
                .with(new NewPreferences(Theme.DARK, Density.COMPACT, false));
        directory.prefer(HANEUL, chosen.havingSeen(2));

        assertEquals(
                new Preferences(Theme.DARK, Density.COMPACT, false, 3),
                directory.member(HANEUL).orElseThrow().preferences());
        directory.prefer(SEO, chosen);
        assertEquals(Optional.empty(), directory.member(SEO), "nobody is made by it");
    }

    @Test
    void an_actor_of_the_system_is_called_by_its_own_name() {
        UserId loader = Actor.system("demo-loader").id();
        assertEquals(Map.of(loader, "demo-loader"), directory.handles(List.of(loader, loader)));
    }

    @Test
    void nobody_joins_a_team_that_does_not_exist() {
        directory.introduce(HANEUL, "haneul", Set.of(Role.CASEWORKER));
        assertThrows(NotFound.class, () -> directory.putIntoTeam(HANEUL, NORTH, ENTERED));
    }
}
