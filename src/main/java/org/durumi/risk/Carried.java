package org.durumi.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * What still weighs although the rules of the present stage no longer see it: nothing that merely happens lowers a risk, and
 * nothing that somebody changed past the application.
 *
 * @param points the difference to what stood before; 0 if only the level is carried
 * @param rules what the difference comes from; empty if it was the stage alone
 * @param since the day on which the stage became known that would have lowered the risk, or on which the case was met changed
 *     past the application
 */
public record Carried(int points, List<RuleCode> rules, LocalDate since) {
    public Carried {
        rules = List.copyOf(rules);
    }
}
