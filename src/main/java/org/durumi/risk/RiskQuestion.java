package org.durumi.risk;

import java.util.stream.Stream;

/** Looks at the facts of a participant and says what must still be asked. No database, no clock. */
@FunctionalInterface
public interface RiskQuestion {
    Stream<Unknown> open(Facts facts);
}
