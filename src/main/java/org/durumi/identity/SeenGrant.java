package org.durumi.identity;

import java.util.UUID;

/**
 * What an administrator has before them of somebody's role.
 *
 * @param stood whether the person had the role then; if not, it waited, or Durumi did not write it
 */
public record SeenGrant(UUID grant, boolean stood) {}
