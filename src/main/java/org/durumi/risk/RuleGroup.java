package org.durumi.risk;

/** What rules and alerts are about. Of the rules of one group only the highest finding counts; one alert stays open for each. */
public enum RuleGroup {
    /** Held by a hostile authority. */
    HELD,
    /** What the police know of the goal. */
    GOAL,
    PHONE,
    ATTEMPTS,
    HOUSEHOLD,
    PRICE,
    UPFRONT,
    BROKER,
    ROUTE,
    /** Was to be heard of, and was not, or does not speak freely. */
    CHECK_IN,
    /** Has left already, without a plan that could have been stopped. Only alerts: no rule is about it. */
    HAS_LEFT,
    /** Somebody changed a row of the case past the application. Only alerts: no rule is about it. */
    CHANGED_OUTSIDE,
    /** The level as a whole. Only alerts: no rule is about it. */
    TOTAL;

    /** Whether it is about something that has happened: a changed fact does not undo it, a person resolves its alert. */
    public boolean isEvent() {
        return this == HELD || this == HAS_LEFT || this == CHANGED_OUTSIDE;
    }
}
