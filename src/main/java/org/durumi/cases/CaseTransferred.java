package org.durumi.cases;

import org.durumi.kernel.TeamId;

/**
 * Fired, before the change is recorded, when another team has taken a case over: what was asked of the team before is void, and links know
 * whose the case is.
 *
 * @param file as it is in its new team
 * @param from whose it was
 */
public record CaseTransferred(CaseFile file, TeamId from) {}
