package org.durumi.bell;

import java.time.Instant;
import java.util.Optional;
import org.durumi.kernel.CaseNumber;

/**
 * That there is something which cannot wait, and nothing of what it is.
 *
 * @param sign tells it from every other one; it is not sent
 * @param number empty unless who is told may open the case
 * @param at when it began
 */
public record Urgent(UrgentKind kind, String sign, Optional<CaseNumber> number, Instant at) {}
