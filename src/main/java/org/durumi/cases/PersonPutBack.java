package org.durumi.cases;

import org.durumi.kernel.ParticipantId;

/** Somebody who had been taken out of a case is in it again. Fired in the transaction of the act, before the case is assessed. */
public record PersonPutBack(CaseFile file, ParticipantId who) {}
