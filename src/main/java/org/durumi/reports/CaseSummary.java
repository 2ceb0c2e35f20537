package org.durumi.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/**
 * Everything that the summary of a case prints, already reduced to what its audience may see.
 *
 * <p>The renderer gets nothing else: what is not in here cannot be printed. Words that belong to other features (a sex, an
 * age band, the state of a quote) arrive as texts in the reader's language; an empty text is not printed.
 *
 * @param kind the kind of case, in the reader's words
 * @param team the name of the team
 * @param caseworker the handle of the responsible caseworker, never a name
 * @param headline the stage of the most urgent participant
 * @param level the highest level among the participants
 * @param generated when this was read
 * @param draft whether nobody has reviewed it yet: every page says so
 * @param timeline the oldest first
 */
public record CaseSummary(
        Audience audience,
        CaseNumber number,
        String kind,
        String team,
        String caseworker,
        RouteKind route,
        Stage headline,
        Level level,
        Instant generated,
        boolean draft,
        List<Participant> participants,
        List<TimelineEntry> timeline,
        List<Leg> legs,
        List<Attempt> attempts,
        List<Device> devices,
        List<Quote> quotes,
        List<Alert> alerts,
        List<Waiver> waivers) {

    /** How loud a level is. */
    public enum Tone {
        /** There is no level: nobody is assessed. */
        NONE,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /** Where a participant is seen from one step of the way. */
    public enum StepState {
        DONE,
        CURRENT,
        AHEAD
    }

    /** A level of risk in the reader's words. */
    public record Level(String word, Tone tone) {}

    /**
     * One of the people who travel.
     *
     * @param label the pseudonym, such as «Participant A»
     * @param flags what a reader must know at once, such as «household control»
     */
    public record Participant(
            String label,
            String role,
            String ageBand,
            String sex,
            List<String> flags,
            Stage stage,
            List<Step> steps,
            Risk risk) {
        public Participant {
            flags = List.copyOf(flags);
            steps = List.copyOf(steps);
        }
    }

    /** One step of the way from contact to safety. */
    public record Step(Stage stage, StepState state) {}

    /**
     * The risk of a participant as it was last assessed.
     *
     * @param assessed false after arrival, withdrawal or death: then nothing else is printed
     * @param score 0 to 100
     * @param unknowns questions that nobody has answered yet
     */
    public record Risk(boolean assessed, int score, Level level, List<Finding> findings, List<String> unknowns) {
        public Risk {
            findings = List.copyOf(findings);
            unknowns = List.copyOf(unknowns);
        }
    }

    /**
     * What one rule found.
     *
     * @param rule the code of the rule, such as R05
     * @param points what it adds to the score; negative for a mitigation
     * @param floor the lowest level that it allows; empty if it sets none
     * @param block what it stops, such as «departure»; empty if nothing
     */
    public record Finding(
            String rule, String why, String whatToDo, String howSure, int points, String floor, String block) {}

    /**
     * Something that happened, or that somebody says happened.
     *
     * @param who the participants' labels; empty if it concerns the whole case
     * @param what the stage or the kind of event
     * @param isStage whether a participant entered a stage
     * @param unconfirmed whether a supervisor has still to confirm it
     * @param struck whether a later entry corrected it
     */
    public record TimelineEntry(
            PartialDate happened,
            LocalDate knownOn,
            String who,
            String what,
            boolean isStage,
            Place place,
            Certainty certainty,
            boolean unconfirmed,
            boolean struck,
            List<String> details) {
        public TimelineEntry {
            details = List.copyOf(details);
        }
    }

    /**
     * A part of the way.
     *
     * @param duration such as «4 days»
     * @param idChecks the checks that are expected
     * @param state planned, under way, done, aborted
     */
    public record Leg(String who, Place from, Place to, Means means, String duration, String idChecks, String state) {}

    /** An earlier attempt to leave. */
    public record Attempt(String who, int number, PartialDate happened, String outcome, String consequences) {}

    /**
     * A phone or SIM.
     *
     * @param ending the last three digits of its number; empty if not known
     */
    public record Device(String who, String kind, String ending, String registered, String carried, String advice) {}

    /**
     * What a broker asks.
     *
     * @param broker the code name
     * @param quotedOn when it was said
     * @param statedEquivalent the amount in another currency as the source wrote it; empty if it wrote none
     * @param upfront the share asked before departure
     * @param norm what it is measured against; empty if there is no norm price for the route and currency
     */
    public record Quote(
            String broker,
            PartialDate quotedOn,
            Money perPerson,
            String statedEquivalent,
            String upfront,
            Optional<Norm> norm,
            String state) {}

    /**
     * The usual price per person, as it stood when the quote was recorded.
     *
     * @param high the most that is usual; empty if only the least is known
     * @param deviationInPercent how far the quote lies from the norm, frozen: −75 for a quarter
     */
    public record Norm(Money low, Optional<Money> high, int deviationInPercent) {}

    /** A warning that was raised. */
    public record Alert(String who, String what, Level level, Instant raised, String state) {}

    /** A block that a supervisor lifted, and why. */
    public record Waiver(String who, String what, String reason, String by, Instant given) {}

    public CaseSummary {
        participants = List.copyOf(participants);
        timeline = List.copyOf(timeline);
        legs = List.copyOf(legs);
        attempts = List.copyOf(attempts);
        devices = List.copyOf(devices);
        quotes = List.copyOf(quotes);
        alerts = List.copyOf(alerts);
        waivers = List.copyOf(waivers);
    }
}
