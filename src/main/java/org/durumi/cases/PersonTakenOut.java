package org.durumi.cases;

import org.durumi.kernel.ParticipantId;

/**
 * Somebody was taken out of a case. Fired in the transaction of the act, before the case is assessed again; whoever must not let it
 * happen throws a RuleViolation.
 *
 * @param why in the supervisor's words
 */
public record PersonTakenOut(CaseFile file, ParticipantId who, String why) {}
