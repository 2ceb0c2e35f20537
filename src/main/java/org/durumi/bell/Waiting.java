package org.durumi.bell;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.kernel.Texts;

/**
 * How much waits for somebody, of each kind up to {@link #MOST}. What it is stands on the page where their day begins.
 *
 * @param emergencies of which they were told and have not said that they have seen it
 * @param checkIns that were missed, and duress, as far as they are told of it
 * @param alerts of level HIGH or above that wait for them
 * @param requests that they may answer
 * @param tasks for a caseworker what is due, for a supervisor what is late in the team
 */
public record Waiting(int emergencies, int checkIns, int alerts, int requests, int tasks) {
    /** More of a kind are not counted, so that counting costs the same for everybody. */
    static final int MOST = 100;

    /** Nothing. */
    public static Waiting nothing() {
        return new Waiting(0, 0, 0, 0, 0);
    }

    public boolean isNothing() {
        return all() == 0;
    }

    /** What a reader sees beside the bell, such as «3» or «99+». */
    public String number() {
        return all() < MOST ? Integer.toString(all()) : MOST - 1 + "+";
    }

    /** The same in words, each kind by itself: «2 alerts, 1 task». */
    public String words(Texts texts) {
        List<Map.Entry<String, Integer>> kinds = List.of(
                Map.entry("bell.emergencies", emergencies),
                Map.entry("bell.check-ins", checkIns),
                Map.entry("bell.alerts", alerts),
                Map.entry("bell.requests", requests),
                Map.entry("bell.tasks", tasks));
        Stream<String> some = kinds.stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> texts.text(each.getKey(), each.getValue()));
        return isNothing()
                ? texts.text("bell.nothing")
                : texts.text("bell.waits", some.collect(Collectors.joining(", ")));
    }

    private int all() {
        return emergencies + checkIns + alerts + requests + tasks;
    }
}
