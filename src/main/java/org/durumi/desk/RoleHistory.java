package org.durumi.desk;

import java.util.List;
import java.util.Map;
import org.durumi.identity.GivenRole;
import org.durumi.identity.HandleChange;
import org.durumi.kernel.UserId;

/**
 * Who was given which role by whom, and lost it, and who was called otherwise: the newest first.
 *
 * @param handles of everybody who occurs
 */
public record RoleHistory(List<GivenRole> roles, List<HandleChange> names, Map<UserId, String> handles) {}
