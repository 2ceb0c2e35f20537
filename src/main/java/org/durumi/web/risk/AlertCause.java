package org.durumi.web.risk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.durumi.kernel.Level;
import org.durumi.risk.RuleGroup;

/**
 * The open alerts of one cause: one price that endangers two people is one thing to do.
 *
 * @param cards those that nobody has in hand first, then by urgency; never empty
 */
public record AlertCause(RuleGroup group, List<AlertCard> cards) {
    public AlertCause {
        cards = List.copyOf(cards);
    }

    /** By urgency: those that wait for somebody first, then the highest level, then what is due first. */
    static List<AlertCause> of(List<AlertCard> open) {
        Map<RuleGroup, List<AlertCard>> byCause = new LinkedHashMap<>();
        open.forEach(each -> byCause.computeIfAbsent(each.line().alert().group(), any -> new ArrayList<>())
                .add(each));
        return byCause.entrySet().stream()
                .map(each -> new AlertCause(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(AlertCause::isInHand)
                        .thenComparing(AlertCause::level, Comparator.reverseOrder()))
                .toList();
    }

    /** Whether somebody has each of them in hand. */
    public boolean isInHand() {
        return cards.stream().noneMatch(AlertCard::waits);
    }

    /** Whether one of them is late. */
    public boolean overdue() {
        return cards.stream().anyMatch(AlertCard::overdue);
    }

    public Level level() {
        return cards.stream()
                .map(each -> each.line().alert().level())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The letters of those whom it concerns: «A, C». */
    public String labels() {
        return cards.stream()
                .map(each -> each.line().label())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
