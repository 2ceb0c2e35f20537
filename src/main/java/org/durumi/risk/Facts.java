package org.durumi.risk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.circumstances.LegState;
import org.durumi.costs.Norm;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Stage;

/**
 * Everything that a rule may look at for one participant on one day. No name and no place below country.
 *
 * @param standing the stage that stands and its entry
 * @param attempts how each earlier attempt ended
 * @param phones every phone and SIM of the participant
 * @param householdControl whether somebody in the household holds the participant back today
 * @param legs the planned legs and those under way
 * @param quotes the open and accepted quotes
 * @param engaged the brokers that are engaged without a quote
 * @param returning the countries that send people back
 */
public record Facts(
        Standing standing,
        List<AttemptOutcome> attempts,
        List<Phone> phones,
        boolean householdControl,
        List<Leg> legs,
        List<Quote> quotes,
        Set<Vetting> engaged,
        Set<CountryCode> returning) {

    /** The countries that send people back, unless the organisation configures others. */
    public static final Set<CountryCode> RETURNING_BY_DEFAULT =
            Set.of(new CountryCode("CN"), new CountryCode("LA"), new CountryCode("RU"));

    public Facts {
        attempts = List.copyOf(attempts);
        phones = List.copyOf(phones);
        legs = List.copyOf(legs);
        quotes = List.copyOf(quotes);
        engaged = Set.copyOf(engaged);
        returning = Set.copyOf(returning);
    }

    /**
     * Where the participant stands.
     *
     * @param stage the stage of the latest entry
     * @param left whether they have left; see {@link org.durumi.route.Standpoint}
     * @param country the country of stay by its code; empty if not known
     * @param certainty how sure the entry is
     * @param goalKnown whether the police know that Seoul was the goal; only of interest when held
     */
    public record Standing(Stage stage, boolean left, String country, Certainty certainty, GoalKnown goalKnown) {}

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
     * A leg that lies ahead or is being travelled.
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
            LegState state) {}

    /**
     * An open or accepted quote.
     *
     * @param norm the norm that was frozen with it; absent if none fitted its route, day and currency
     * @param upfrontShare in per cent; absent if not known
     * @param broker how far the broker was checked
     */
    public record Quote(
            EntryId id, Money perPerson, Optional<Norm> norm, Optional<Integer> upfrontShare, Vetting broker) {}

    /** The same facts as if this were the only quote. */
    public Facts withOnly(EntryId quote) {
        List<Quote> only =
                quotes.stream().filter(each -> each.id().equals(quote)).toList();
        return new Facts(standing, attempts, phones, householdControl, legs, only, Set.of(), returning);
    }

    /** The same facts of somebody who is silent or held and has not left, as if they were in contact: what stands against leaving. */
    Facts beforeDeparture() {
        if (isBeforeDeparture()) {
            return this;
        }
        Standing there =
                new Standing(Stage.CONTACT, false, standing.country(), standing.certainty(), standing.goalKnown());
        return new Facts(there, attempts, phones, householdControl, legs, quotes, engaged, returning);
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

    /** The phones that were not left behind. */
    Stream<Phone> phonesAtHand() {
        return phones.stream().filter(phone -> !phone.leftBehind());
    }

    boolean returns(String country) {
        return returning.stream().anyMatch(each -> each.value().equals(country));
    }

    /** How far the brokers of all quotes and those engaged without one were checked. */
    Stream<Vetting> brokers() {
        return Stream.concat(quotes.stream().map(Quote::broker), engaged.stream());
    }
}
