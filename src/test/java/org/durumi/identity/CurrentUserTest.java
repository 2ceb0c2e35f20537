package org.durumi.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.TeamId;
import org.durumi.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Who acts in a request, and what they may do in it at all. */
class CurrentUserTest {
    private static final TeamId NORTH = new TeamId(UUID.randomUUID());

    private final CurrentUser user = new CurrentUser();

    @Test
    void nobody_acts_before_somebody_is_named() {
        assertEquals(Optional.empty(), user.signedIn());
        assertThrows(IllegalStateException.class, user::actor);

        user.actAs(Actor.system("risk"));
        assertEquals(Role.SYSTEM, user.actor().recordedRole());
        assertNotEquals(user.requestId(), new CurrentUser().requestId());
    }

    @Test
    void who_may_only_read_changes_nothing_for_the_rest_of_the_request() {
        assertDoesNotThrow(user::requireChangesAllowed);
        assertFalse(user.mayOnlyRead());

        user.onlyRead();
        assertTrue(user.mayOnlyRead());
        assertEquals(
                "case.only-reading",
                assertThrows(RuleViolation.class, user::requireChangesAllowed).messageKey());
    }

    @Test
    void who_came_while_the_keys_were_locked_stays_so() {
        assertFalse(user.cameWhileLocked());
        user.comeWhileLocked();
        assertTrue(user.cameWhileLocked());
    }

    @Test
    void a_team_is_supervised_by_its_supervisors_alone() {
        Actor supervisor = actor(Role.SUPERVISOR);
        Actor caseworker = actor(Role.CASEWORKER);
        assertEquals(Optional.of(NORTH), supervisor.supervisedTeam());
        assertEquals(Optional.empty(), caseworker.supervisedTeam());
        assertTrue(supervisor.worksWithCases() && caseworker.worksWithCases());
        assertFalse(actor(Role.AUDITOR).worksWithCases()
                || actor(Role.ADMINISTRATOR).worksWithCases());
        assertEquals(new UserId("seo"), supervisor.signed(Instant.EPOCH).by());
        assertThrows(
                IllegalArgumentException.class,
                () -> new Actor(new UserId("seo"), Set.of(), Optional.of(NORTH), ""),
                "whoever has no role does nothing");
    }

    private static Actor actor(Role role) {
        return new Actor(new UserId("seo"), Set.of(role), Optional.of(NORTH), "");
    }
}
