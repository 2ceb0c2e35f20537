package org.durumi.evidence;

import org.durumi.kernel.Signed;

/** Who decided about a claim, when, and why. */
public record Judgement(String why, Signed signed) {}
