package org.durumi.risk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.circumstances.LegState;
import org.durumi.costs.AskedPrice;
import org.durumi.costs.Norm;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Level;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Stage;
import org.durumi.route.Stances;

/**
 * Everything that a rule may look at for one participant on one day. No name and no place below country.
 *
 * @param standing the stage that stands and its entry
 * @param earlier where the participant stood before, as far as it is carried; the oldest first
 * @param daysOnTheWay since they left; absent if they have not left
 * @param attempts how each earlier attempt ended
 * @param phones every phone and SIM of the participant
 * @param householdControl whether somebody in the household holds the participant back today
 * @param legs the planned legs, those under way, and those travelled since the participant left
 * @param quotes the open and accepted quotes
 * @param engaged how far the brokers were checked with whom they are on their way, or about to be
 * @param checkIns whether they are to be heard of, and were
 * @param stances what each country does with people who fled
 */
public record Facts(
        Standing standing,
        List<Standing> earlier,
        Optional<Integer> daysOnTheWay,
        List<AttemptOutcome> attempts,
        List<Phone> phones,
        boolean householdControl,
        List<Leg> legs,
        List<Quote> quotes,
        Set<Vetting> engaged,
        CheckIns checkIns,
        Stances stances) {
    private static final Set<Stage> AWAITED = EnumSet.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT, Stage.MISSION);

    public Facts {
        earlier = List.copyOf(earlier);
        attempts = List.copyOf(attempts);
        phones = List.copyOf(phones);
        legs = List.copyOf(legs);
        quotes = List.copyOf(quotes);
        engaged = Set.copyOf(engaged);
    }

    /**
     * Where the participant stands.
     *
     * @param stage the stage of the latest entry
     * @param left whether they have left; see {@link org.durumi.route.Standpoint}
     * @param since the day on which it became known
     * @param country the country of stay by its code; empty if not known
     * @param certainty how sure the entry is
     * @param goalKnown whether the police know that Seoul was the goal; only of interest when held
     */
    public record Standing(
            Stage stage, boolean left, LocalDate since, String country, Certainty certainty, GoalKnown goalKnown) {}

    /**
     * A phone or SIM.
     *
     * @param registered with the police
     * @param carried on the journey
     * @param leftBehind confirmed; it then counts for nothing (M1)
     * @param adviceRecorded whether somebody recorded that they advised what to do with it
     */
    public record Phone(EntryId id, Answer registered, Answer carried, boolean leftBehind, boolean adviceRecorded) {}

    /**
     * A leg that lies ahead, is being travelled, or was travelled since they left.
     *
     * @param from the country by its code; empty if not known
     * @param to the country by its code; empty if not known
     * @param days how long it takes; absent if not known
     * @param idChecks how many ID checks are expected; absent if not known
     */
    public record Leg(
            EntryId id,
            Means means,
            String from,
            String to,
            Optional<Integer> days,
            Optional<Integer> idChecks,
            LegState state) {
        private Leg notOver() {
            return state.isAhead() ? this : new Leg(id, means, from, to, days, idChecks, LegState.UNDER_WAY);
        }
    }

    /**
     * An open or accepted quote.
     *
     * @param asked what the broker asks, as it was named
     * @param norm the norm that was frozen with it; absent if none fitted its route, day and currency
     * @param upfrontShare in per cent; absent if not known
     * @param broker how far the broker was checked
     */
    public record Quote(
            EntryId id, AskedPrice asked, Optional<Norm> norm, Optional<Integer> upfrontShare, Vetting broker) {}

    /**
     * What is known of whether they were heard of.
     *
     * @param agreed whether it is agreed when they are to be heard of
     * @param silence what was missed since they were last heard of, or came out of custody; empty if nothing was
     * @param before what was missed since they were last heard of, whatever happened since; empty if nothing was
     * @param duress whether they said that they do not speak freely, and were not heard of since a supervisor has dealt with it
     */
    public record CheckIns(boolean agreed, Optional<Silence> silence, Optional<Silence> before, boolean duress) {
        static CheckIns none() {
            return new CheckIns(false, Optional.empty(), Optional.empty(), false);
        }
    }

    /** The same facts as they weigh where the participant stood before. */
    Facts asOfBefore() {
        return new Facts(
                standing,
                earlier,
                daysOnTheWay,
                attempts,
                phones,
                householdControl,
                legs,
                quotes,
                engaged,
                new CheckIns(checkIns.agreed(), checkIns.before(), checkIns.before(), checkIns.duress()),
                stances);
    }

    /** The same facts as if this were the only quote. */
    public Facts withOnly(EntryId quote) {
        List<Quote> only =
                quotes.stream().filter(each -> each.id().equals(quote)).toList();
        return new Facts(
                standing,
                earlier,
                daysOnTheWay,
                attempts,
                phones,
                householdControl,
                legs,
                only,
                Set.of(),
                checkIns,
                stances);
    }

    /** The same facts as if the participant were in contact and had not left: what stands against leaving, or a quote. */
    Facts beforeDeparture() {
        return new Facts(
                new Standing(
                        Stage.CONTACT,
                        false,
                        standing.since(),
                        standing.country(),
                        standing.certainty(),
                        standing.goalKnown()),
                List.of(),
                Optional.empty(),
                attempts,
                phones,
                householdControl,
                legs,
                quotes,
                engaged,
                checkIns,
                stances);
    }

    /**
     * The same facts as if the participant still stood there. A leg that is over counts there like one that is being travelled,
     * as long as they have not come back.
     */
    Facts standingAt(Standing there) {
        boolean cameBack = isBeforeDeparture() && earlier.isEmpty();
        List<Leg> counting = cameBack ? legs : legs.stream().map(Leg::notOver).toList();
        return new Facts(
                there,
                List.of(),
                daysOnTheWay,
                attempts,
                phones,
                householdControl,
                counting,
                quotes,
                engaged,
                checkIns,
                stances);
    }

    /** Whether nothing stands for the participant that a rule could look at. */
    boolean areNone() {
        return Stream.of(attempts, phones, legs, quotes, engaged).allMatch(Collection::isEmpty)
                && !householdControl
                && !checkIns.agreed();
    }

    /** The least level of the stage alone, whatever is known; LOW is none. */
    Level floor() {
        return switch (stage()) {
            case CONTACT_LOST -> Level.MEDIUM;
            case DETENTION -> stances.isProtecting(standing.country()) ? Level.MEDIUM : Level.LOW;
            case REPATRIATION -> Level.HIGH;
            default -> Level.LOW;
        };
    }

    Stage stage() {
        return standing.stage();
    }

    boolean isHeld() {
        return stage() == Stage.DETENTION;
    }

    boolean isBeforeDeparture() {
        return stage().isBeforeDeparture();
    }

    boolean isBeforeOrInTransit() {
        return isBeforeDeparture() || stage() == Stage.TRANSIT;
    }

    /** Whether a phone can give the participant away now: before departure, on the way and when held. */
    boolean isPhoneADanger() {
        return isBeforeOrInTransit() || isHeld();
    }

    /** Whether silence tells of a danger: who is held cannot call, and of who was not reached yet nobody awaits it. */
    boolean isAwaited() {
        return AWAITED.contains(stage());
    }

    /** Whether household control counts: before they leave, and for a time after, for the household looks for them. */
    boolean isSoughtByHousehold() {
        return householdControl
                && isBeforeOrInTransit()
                && daysOnTheWay.filter(days -> days > RiskRules.HOUSEHOLD_DAYS).isEmpty();
    }

    /** The legs that count: none that was over before the participant came back. */
    Stream<Leg> legsThatCount() {
        return legs.stream().filter(leg -> leg.state().isAhead());
    }

    /** The phones that were not left behind. */
    Stream<Phone> phonesAtHand() {
        return phones.stream().filter(phone -> !phone.leftBehind());
    }

    boolean returns(String country) {
        return stances.isReturning(country);
    }

    /** How far the brokers of all quotes and those engaged were checked. */
    Stream<Vetting> brokers() {
        return Stream.concat(quotes.stream().map(Quote::broker), engaged.stream());
    }
}
