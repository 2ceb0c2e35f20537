package org.durumi.desk;

import java.util.Optional;
import org.durumi.identity.Role;

/**
 * Whom of the staff an administrator wants to see.
 *
 * @param role that they have here or wait for
 * @param page from 0
 */
public record ColleagueFilter(Optional<Role> role, Optional<ColleagueState> state, int page) {
    boolean lets(Colleague each) {
        return role.map(wanted -> each.role().filter(wanted::equals).isPresent())
                        .orElse(true)
                && state.map(each.state()::equals).orElse(true);
    }
}
