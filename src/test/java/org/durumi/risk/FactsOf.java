package org.durumi.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.GoalKnown;
import org.durumi.circumstances.LegState;
import org.durumi.costs.AskedPrice;
import org.durumi.costs.Norm;
import org.durumi.costs.PriceBasis;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Stage;
import org.durumi.route.Stance;
import org.durumi.route.Stances;
import org.durumi.route.Standpoint;

/** Builds the facts of one participant in words. */
final class FactsOf {
    static final Norm LAND_VIA_CHINA = new Norm(Money.of("10000000", "KRW"), Optional.empty());
    static final Norm WITH_HIGH = new Norm(Money.of("10000000", "KRW"), Optional.of(Money.of("15000000", "KRW")));

    static final Stances STANCES = new Stances(Map.of(
            new CountryCode("CN"), Stance.RETURNS,
            new CountryCode("LA"), Stance.RETURNS,
            new CountryCode("RU"), Stance.RETURNS,
            new CountryCode("KP"), Stance.RETURNS,
            new CountryCode("TH"), Stance.PROTECTS,
            new CountryCode("KR"), Stance.PROTECTS));
    static final Instant AWAITED = Instant.parse("2026-11-21T12:00:00Z");
    static final LocalDate SINCE = LocalDate.of(2026, 11, 22);

    private final Stage stage;
    private final List<Stage> earlier = new ArrayList<>();
    private Optional<Integer> daysOnTheWay = Optional.empty();
    private String country = "CN";
    private GoalKnown goal = GoalKnown.NOT_KNOWN;
    private boolean householdControl;
    private final List<AttemptOutcome> attempts = new ArrayList<>();
    private final List<Facts.Phone> phones = new ArrayList<>();
    private final List<Facts.Leg> legs = new ArrayList<>();
    private final List<Facts.Quote> quotes = new ArrayList<>();
    private final Set<Vetting> engaged = new HashSet<>();
    private Facts.CheckIns checkIns = Facts.CheckIns.none();

    private FactsOf(Stage stage) {
        this.stage = stage;
    }

    static FactsOf somebodyIn(Stage stage) {
        return new FactsOf(stage);
    }

    FactsOf inCountry(String code) {
        country = code;
        return this;
    }

    FactsOf goal(GoalKnown known) {
        goal = known;
        return this;
    }

    FactsOf watchedAtHome() {
        householdControl = true;
        return this;
    }

    FactsOf attempt(AttemptOutcome... outcomes) {
        attempts.addAll(List.of(outcomes));
        return this;
    }

    FactsOf phone(Answer registered, Answer carried) {
        return phone(registered, carried, false, false);
    }

    FactsOf phone(Answer registered, Answer carried, boolean leftBehind, boolean advice) {
        phones.add(new Facts.Phone(EntryId.create(), registered, carried, leftBehind, advice));
        return this;
    }

    FactsOf leg(Means means, String from, String to, Integer days, Integer idChecks) {
        legs.add(new Facts.Leg(
                EntryId.create(),
                means,
                from,
                to,
                Optional.ofNullable(days),
                Optional.ofNullable(idChecks),
                LegState.PLANNED));
        return this;
    }

    /** A leg in China that is over. */
    FactsOf travelled(Means means, int days) {
        legs.add(
                new Facts.Leg(EntryId.create(), means, "CN", "CN", Optional.of(days), Optional.empty(), LegState.DONE));
        return this;
    }

    FactsOf quote(int won, Norm norm, Integer upfront, Vetting broker) {
        AskedPrice asked = new AskedPrice(Money.of(Integer.toString(won), "KRW"), PriceBasis.PER_PERSON, 1);
        quotes.add(new Facts.Quote(
                EntryId.create(), asked, Optional.ofNullable(norm), Optional.ofNullable(upfront), broker));
        return this;
    }

    /** A price for several people together, by a vetted broker. */
    FactsOf quoteForAll(int won, int persons, Norm norm) {
        AskedPrice asked = new AskedPrice(Money.of(Integer.toString(won), "KRW"), PriceBasis.TOTAL, persons);
        quotes.add(new Facts.Quote(EntryId.create(), asked, Optional.of(norm), Optional.of(0), Vetting.VETTED));
        return this;
    }

    FactsOf engaged(Vetting broker) {
        engaged.add(broker);
        return this;
    }

    /** It is agreed when they are to be heard of. */
    FactsOf awaited() {
        return awaited(0, false);
    }

    FactsOf awaited(int misses, boolean duress) {
        Optional<Silence> silence = misses == 0 ? Optional.empty() : Optional.of(new Silence(misses, AWAITED));
        checkIns = new Facts.CheckIns(true, silence, silence, duress);
        return this;
    }

    /** They missed some before they were held, and came out since. */
    FactsOf missedBefore(int misses) {
        checkIns = new Facts.CheckIns(true, Optional.empty(), Optional.of(new Silence(misses, AWAITED)), false);
        return this;
    }

    /** Where they stood before, the oldest first: what was found there is carried. */
    FactsOf after(Stage... before) {
        earlier.addAll(List.of(before));
        return this;
    }

    FactsOf daysOnTheWay(int days) {
        daysOnTheWay = Optional.of(days);
        return this;
    }

    private Facts.Standing standing(Stage there) {
        return new Facts.Standing(
                there, Standpoint.of(List.of(there)).left(), SINCE, country, Certainty.CONFIRMED, goal);
    }

    Facts facts() {
        return new Facts(
                standing(stage),
                earlier.stream().map(this::standing).toList(),
                daysOnTheWay,
                attempts,
                phones,
                householdControl,
                legs,
                quotes,
                engaged,
                checkIns,
                STANCES);
    }

    Assessment assessed() {
        return Assessment.of(facts());
    }
}
