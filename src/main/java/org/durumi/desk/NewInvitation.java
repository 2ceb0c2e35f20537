package org.durumi.desk;

import jakarta.validation.constraints.NotNull;
import org.durumi.identity.Role;
import org.durumi.kernel.Longest;
import org.durumi.kernel.Visible;

/**
 * Somebody who is to work here.
 *
 * @param account the name with which they sign in, and by which colleagues know them at first; never a legal name
 */
public record NewInvitation(
        @NotNull @Visible @Longest(40) String account,
        @NotNull Role role) {}
