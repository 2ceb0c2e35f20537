package org.durumi.cases;

/**
 * Who stands in for whom, as pages say it.
 *
 * @param absent the handle of who is away
 * @param deputy the handle of who stands in for them
 * @param now whether it gives something now; else later
 * @param open whether the deputy is away on some of the days themselves, and nobody else was named for these; said to supervisors alone
 */
public record DeputyLine(Deputyship deputyship, String absent, String deputy, boolean now, boolean open) {}
