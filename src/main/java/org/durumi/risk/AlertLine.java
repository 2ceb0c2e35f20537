package org.durumi.risk;

import org.durumi.kernel.CaseNumber;

/**
 * An alert in a list.
 *
 * @param label the letter of the participant
 */
public record AlertLine(CaseNumber number, String label, RiskAlert alert) {}
