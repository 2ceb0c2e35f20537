package org.durumi.work;

import java.util.Optional;
import org.durumi.kernel.UserId;

/**
 * How much one caseworker of a team has to do.
 *
 * @param caseworker empty for the cases that nobody works on
 * @param cases that are open
 * @param urgent how many of them are high or critical
 * @param untouched in how many of them nothing has changed for two weeks
 * @param late tasks in them whose day is over
 */
public record Workload(Optional<UserId> caseworker, long cases, long urgent, long untouched, long late) {}
