package org.durumi.work;

/**
 * A plan, opened, and how far its climb has come.
 *
 * @param untrue whether somebody changed the climb past the application: it may say less than is so
 */
public record PlanNow(CheckInPlan plan, CheckInClimb climb, boolean untrue) {}
