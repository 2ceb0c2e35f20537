package org.durumi.risk;

import java.util.Optional;

/** Looks at the facts of a participant and may find a risk. No database, no clock. */
@FunctionalInterface
public interface RiskRule {
    Optional<Finding> check(Facts facts);
}
