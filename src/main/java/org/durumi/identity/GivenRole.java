package org.durumi.identity;

import java.util.Optional;
import org.durumi.kernel.Signed;

/**
 * A role that somebody was given, or is to be given, with its end: the history of a person.
 *
 * @param ended who took it away, and when; empty as long as nobody has
 * @param isGenuine whether Durumi wrote all of it; if not, nobody knows who did what
 */
public record GivenRole(RoleGrant grant, Optional<Signed> ended, boolean isGenuine) {}
