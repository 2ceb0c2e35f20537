package org.durumi.work;

import org.durumi.kernel.CaseNumber;

/**
 * Somebody in a list who was not heard of, or is under duress.
 *
 * @param label the letter of the participant
 */
public record OverdueLine(CaseNumber number, String label, CheckInClimb climb) {}
