package org.durumi.web.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.Level;
import org.durumi.kernel.Signed;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertState;

/**
 * An alert as a page shows it: what happened, until when somebody must look, who has it in hand, what can be done.
 *
 * @param line the alert and whose it is
 * @param due by when somebody must acknowledge it, or who has it in hand, in words
 * @param overdue whether nobody has acknowledged it in time
 * @param mayDismiss whether this reader may dismiss it
 */
public record AlertCard(AlertLine line, String due, boolean overdue, boolean mayDismiss) {
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    static AlertCard of(AlertLine line, Map<UserId, String> handles, Actor reader, Instant now, Texts texts) {
        boolean mayDismiss = line.alert().state().isOpen()
                && (reader.is(Role.SUPERVISOR) || !line.alert().level().isAtLeast(Level.HIGH));
        return new AlertCard(line, due(line, handles, now, texts), line.alert().isOverdueAt(now), mayDismiss);
    }

    public boolean mayAcknowledge() {
        return line.alert().state() == AlertState.RAISED;
    }

    public boolean mayAct() {
        return line.alert().state().isOpen();
    }

    public boolean mayResolve() {
        return line.alert().state() == AlertState.ACTED_ON;
    }

    /** The address of this alert. */
    public String address() {
        return "/cases/" + line.number() + "/alerts/" + line.alert().id();
    }

    private static String due(AlertLine line, Map<UserId, String> handles, Instant now, Texts texts) {
        return switch (line.alert().state()) {
            case RAISED -> {
                Instant due = line.alert().dueAt();
                String left = span(Duration.between(now, due).abs(), texts);
                yield texts.text(due.isBefore(now) ? "alert.card.overdue" : "alert.card.due", left, due);
            }
            case ACKNOWLEDGED -> signed("alert.card.acknowledged", line.alert().acknowledged(), handles, texts);
            case ACTED_ON -> signed("alert.card.acted", line.alert().acted(), handles, texts);
            case RESOLVED ->
                line.alert()
                        .lapsedAt()
                        .map(lapsed -> texts.text("alert.card.lapsed", lapsed))
                        .orElseGet(
                                () -> signed("alert.card.resolved", line.alert().closed(), handles, texts));
            case DISMISSED -> signed("alert.card.dismissed", line.alert().closed(), handles, texts);
        };
    }

    private static String signed(String key, Optional<Signed> step, Map<UserId, String> handles, Texts texts) {
        Signed taken = step.orElseThrow();
        return texts.text(key, Objects.requireNonNull(handles.get(taken.by())), taken.at());
    }

    /** A span of time in the words of its largest unit, rounded down: «3 days», «2 hours», «55 minutes». */
    static String span(Duration span, Texts texts) {
        long minutes = span.toMinutes();
        if (minutes >= 2L * HOURS * MINUTES) {
            return texts.text("alert.card.days", minutes / MINUTES / HOURS);
        } else if (minutes >= 2L * MINUTES) {
            return texts.text("alert.card.hours", minutes / MINUTES);
        }
        return texts.text("alert.card.minutes", minutes);
    }
}
