package org.durumi.route;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a participant stands on the way. The allowed changes are listed in docs/domain/stages.md. */
public enum Stage {
    /** Known from a report only; there is no contact. */
    REPORTED,
    /** In touch: needs, safety, consent. */
    CONTACT,
    /** Looking for a broker, or engaged with one. */
    BROKER,
    /** On the way; each leg or country is an entry of its own. */
    TRANSIT,
    /** With an embassy, UNHCR or in protective custody; asylum is under way. */
    MISSION,
    /** Held by a hostile authority. */
    DETENTION,
    /** In a safe country. */
    ARRIVAL,
    /** Sent back, confirmed or presumed. */
    REPATRIATION,
    /** Silence. */
    CONTACT_LOST,
    /** The client's own decision. */
    WITHDRAWN,
    /** Dead. */
    DECEASED;

    private static final Map<Stage, Set<Stage>> NEXT = new EnumMap<>(Stage.class);
    private static final Set<Stage> BEFORE_DEPARTURE = EnumSet.of(REPORTED, CONTACT, BROKER);
    private static final Set<Stage> ENDED = EnumSet.of(ARRIVAL, WITHDRAWN, DECEASED);

    /** From the most urgent to the least: the case shows its most urgent participant. */
    private static final List<Stage> BY_URGENCY = List.of(
            DETENTION,
            CONTACT_LOST,
            TRANSIT,
            MISSION,
            BROKER,
            CONTACT,
            REPORTED,
            REPATRIATION,
            DECEASED,
            WITHDRAWN,
            ARRIVAL);

    static {
        allow(REPORTED, CONTACT, TRANSIT, MISSION, DETENTION, ARRIVAL, REPATRIATION, CONTACT_LOST, DECEASED);
        allow(CONTACT, BROKER, TRANSIT, MISSION, DETENTION, ARRIVAL, CONTACT_LOST, WITHDRAWN, DECEASED);
        allow(BROKER, CONTACT, TRANSIT, DETENTION, CONTACT_LOST, WITHDRAWN, DECEASED);
        allow(TRANSIT, TRANSIT, MISSION, DETENTION, ARRIVAL, CONTACT, CONTACT_LOST, WITHDRAWN, DECEASED);
        allow(MISSION, ARRIVAL, TRANSIT, DETENTION, CONTACT, CONTACT_LOST, WITHDRAWN, DECEASED);
        allow(DETENTION, DETENTION, CONTACT, TRANSIT, MISSION, REPATRIATION, CONTACT_LOST, DECEASED);
        allow(ARRIVAL, TRANSIT, DECEASED);
        allow(REPATRIATION, CONTACT, CONTACT_LOST, DECEASED);
        allow(CONTACT_LOST, CONTACT, BROKER, TRANSIT, MISSION, DETENTION, ARRIVAL, REPATRIATION, DECEASED);
        allow(WITHDRAWN, CONTACT);
        allow(DECEASED);
    }

    private static void allow(Stage from, Stage... next) {
        NEXT.put(from, next.length == 0 ? EnumSet.noneOf(Stage.class) : EnumSet.copyOf(List.of(next)));
    }

    public boolean mayBecome(Stage next) {
        return next().contains(next);
    }

    /** Every stage that may follow, in the order of the journey. Empty after death. */
    public Set<Stage> next() {
        return EnumSet.copyOf(NEXT.get(this));
    }

    /** Whether the participant has not left yet. A failed attempt leads back here. */
    public boolean isBeforeDeparture() {
        return BEFORE_DEPARTURE.contains(this);
    }

    /** Whether risk is assessed: not after arrival, withdrawal or death. */
    public boolean isAssessed() {
        return !ENDED.contains(this);
    }

    /**
     * Whether a supervisor confirms this change: out of detention or lost contact, into repatriation or death. The entry
     * counts at once all the same.
     */
    public boolean needsConfirmationTo(Stage next) {
        return (this == DETENTION && next != DETENTION)
                || this == CONTACT_LOST
                || next == REPATRIATION
                || next == DECEASED;
    }

    /** 0 is the most urgent. */
    public int urgency() {
        return BY_URGENCY.indexOf(this);
    }

    /**
     * The stage that a case shows.
     *
     * @param participants the stages of its participants
     * @throws IllegalArgumentException if there are none
     */
    public static Stage headline(Set<Stage> participants) {
        return BY_URGENCY.stream()
                .filter(participants::contains)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no participants"));
    }
}
