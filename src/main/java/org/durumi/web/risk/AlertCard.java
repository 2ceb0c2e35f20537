package org.durumi.web.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.Signed;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.risk.AlertLine;
import org.durumi.risk.AlertState;
import org.durumi.risk.RiskAlert;

/**
 * An alert as a page shows it: what happened, until when somebody must look, who has it in hand, what can be done.
 *
 * @param line the alert and whose it is
 * @param due by when somebody must acknowledge it, or who has it in hand, in words
 * @param overdue whether nobody has acknowledged it in time
 * @param maySee whether this reader may say that they have seen it, and no more
 * @param mayAcknowledge whether this reader may acknowledge it
 * @param mayDismiss whether this reader may dismiss it
 */
public record AlertCard(
        AlertLine line, String due, boolean overdue, boolean maySee, boolean mayAcknowledge, boolean mayDismiss) {
    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    static AlertCard of(AlertLine line, Map<UserId, String> handles, Actor reader, Instant now, Texts texts) {
        RiskAlert alert = line.alert();
        boolean decides = reader.is(Role.SUPERVISOR) || !alert.isForSupervisors();
        boolean waits = alert.isUnacknowledged();
        return new AlertCard(
                line,
                due(line, handles, now, texts),
                alert.isOverdueAt(now),
                waits && !decides && alert.seen().isEmpty(),
                waits && decides,
                alert.state().isOpen() && decides);
    }

    /** Whether it still waits for somebody to acknowledge it. */
    public boolean waits() {
        return line.alert().isUnacknowledged();
    }

    public boolean mayAct() {
        return line.alert().state().isOpen();
    }

    public boolean mayResolve() {
        return line.alert().state() == AlertState.ACTED_ON && (mayDismiss || !waits());
    }

    /** The address of this alert. */
    public String address() {
        return "/cases/" + line.number() + "/alerts/" + line.alert().id();
    }

    private static String due(AlertLine line, Map<UserId, String> handles, Instant now, Texts texts) {
        if (line.alert().isUnacknowledged()) {
            return waiting(line.alert(), handles, now, texts);
        }
        return switch (line.alert().state()) {
            case RAISED -> "";
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

    /** By when it must be acknowledged, and what others have done meanwhile. */
    private static String waiting(RiskAlert alert, Map<UserId, String> handles, Instant now, Texts texts) {
        Instant due = alert.dueAt();
        String left = span(Duration.between(now, due).abs(), texts);
        String until = texts.text(due.isBefore(now) ? "alert.card.overdue" : "alert.card.due", left, due);
        Optional<String> done = alert.acted().isPresent()
                ? Optional.of(signed("alert.card.acted", alert.acted(), handles, texts))
                : alert.seen().map(each -> signed("alert.card.seen", alert.seen(), handles, texts));
        return done.map(each -> until + " · " + each).orElse(until);
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
