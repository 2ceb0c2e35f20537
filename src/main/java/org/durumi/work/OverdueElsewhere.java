package org.durumi.work;

import java.time.Instant;
import org.durumi.kernel.CaseNumber;

/**
 * Somebody of another team's case of whom every supervisor was told: who and since when, and whom to ask. The case stays closed to who
 * reads it.
 *
 * @param label the letter of the participant
 * @param since when they were to be heard of, or said that they do not speak freely
 * @param misses how many check-ins in a row were missed
 * @param team its name
 * @param ask the handles of its supervisors; empty if there is none
 */
public record OverdueElsewhere(
        CaseNumber number, String label, CheckInCause cause, Instant since, int misses, String team, String ask) {}
