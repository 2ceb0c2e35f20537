package org.durumi.risk;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.circumstances.LegState;
import org.durumi.costs.Norm;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CountryCode;
import org.durumi.kernel.EntryId;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Stage;

/** The rules in force, one function each. Points, floors and blocks are the table of docs/domain/risk-rules.md. */
final class RiskRules {
    /** Changes with every change of a rule; stored with each assessment. */
    static final int VERSION = 3;

    /** From this many days an overland leg is long. */
    static final int LONG_LEG_DAYS = 3;

    /** From this many expected ID checks a leg is dangerous. */
    static final int MANY_ID_CHECKS = 2;

    /** Above this share in per cent, most of the price is due before any service. */
    static final int HALF = 50;

    /** So many days after somebody left, their household still looks for them. */
    static final int HOUSEHOLD_DAYS = 14;

    /** Until the journey has ended in custody, a registered phone shows where somebody is. */
    private static final int PHONE_ON_THE_WAY = 20;

    private static final int PHONE_WHEN_HELD = 10;
    private static final Set<Means> NOT_OVERLAND = EnumSet.of(Means.BOAT, Means.AIR, Means.UNKNOWN);

    private RiskRules() {}

    /** No constant: mutation tests leave out what nothing but an initializer calls. */
    static List<RiskRule> inForce() {
        return List.of(
                RiskRules::held,
                RiskRules::goalKnown,
                RiskRules::registeredPhone,
                RiskRules::phoneOfUnknownRegistration,
                RiskRules::failedAttempts,
                RiskRules::householdControl,
                RiskRules::price,
                RiskRules::mostlyUpfront,
                RiskRules::broker,
                RiskRules::dangerousLeg,
                RiskRules::silence);
    }

    /** R01: in a country that is not known the worst counts. */
    private static Optional<Finding> held(Facts facts) {
        String country = facts.standing().country();
        if (!facts.isHeld() || facts.stances().isProtecting(country)) {
            return Optional.empty();
        } else if (country.isEmpty()) {
            return Optional.of(held(facts, Variant.UNKNOWN_COUNTRY, 60, List.of()));
        }
        List<Object> where = List.of(new CountryCode(country));
        return Optional.of(
                facts.returns(country)
                        ? held(facts, Variant.ONLY, 60, where)
                        : held(facts, Variant.UNCLEAR_COUNTRY, 40, where));
    }

    private static Finding held(Facts facts, Variant variant, int points, List<Object> where) {
        return new Finding(
                RuleCode.R01, variant, points, Set.of(), facts.standing().certainty(), where, Set.of());
    }

    /** R03: only what is known or suspected scores. */
    private static Optional<Finding> goalKnown(Facts facts) {
        GoalKnown known = facts.standing().goalKnown();
        return facts.isHeld() && (known == GoalKnown.KNOWN || known == GoalKnown.SUSPECTED)
                ? Optional.of(finding(
                        RuleCode.R03, 15, known == GoalKnown.KNOWN ? Certainty.PROBABLE : Certainty.POSSIBLE, known))
                : Optional.empty();
    }

    /**
     * R05: carried goes before «no advice», because it is the surer reading. On the way a registered phone counts as carried
     * until somebody has confirmed that it was left behind.
     */
    private static Optional<Finding> registeredPhone(Facts facts) {
        if (!facts.isPhoneADanger()) {
            return Optional.empty();
        }
        Set<EntryId> carried = registered(facts, phone -> phone.carried() == Answer.YES);
        if (!carried.isEmpty()) {
            Variant variant = facts.isBeforeDeparture() ? Variant.CARRIED : Variant.TAKEN_ALONG;
            return Optional.of(registeredPhone(facts, variant, Certainty.PROBABLE, carried));
        }
        Set<EntryId> unadvised = registered(facts, phone -> !phone.adviceRecorded());
        if (facts.isBeforeDeparture() && !unadvised.isEmpty()) {
            return Optional.of(registeredPhone(facts, Variant.NO_ADVICE, Certainty.POSSIBLE, unadvised));
        }
        Set<EntryId> perhapsCarried = registered(facts, phone -> true);
        return facts.stage() == Stage.TRANSIT && !perhapsCarried.isEmpty()
                ? Optional.of(registeredPhone(facts, Variant.NOT_LEFT_BEHIND, Certainty.POSSIBLE, perhapsCarried))
                : Optional.empty();
    }

    private static Set<EntryId> registered(Facts facts, Predicate<Facts.Phone> wanted) {
        return facts.phonesAtHand()
                .filter(phone -> phone.registered() == Answer.YES)
                .filter(wanted)
                .map(Facts.Phone::id)
                .collect(Collectors.toSet());
    }

    private static Finding registeredPhone(Facts facts, Variant variant, Certainty sure, Set<EntryId> phones) {
        return new Finding(
                RuleCode.R05,
                variant,
                facts.isHeld() ? PHONE_WHEN_HELD : PHONE_ON_THE_WAY,
                facts.isBeforeDeparture() ? Set.of(Block.DEPARTURE) : Set.of(),
                sure,
                List.of(phones.size()),
                phones);
    }

    /** R06: only a phone that is known to be carried scores. */
    private static Optional<Finding> phoneOfUnknownRegistration(Facts facts) {
        Set<EntryId> phones = facts.phonesAtHand()
                .filter(phone -> phone.carried() == Answer.YES && phone.registered() == Answer.UNKNOWN)
                .map(Facts.Phone::id)
                .collect(Collectors.toSet());
        return facts.isPhoneADanger() && !phones.isEmpty()
                ? Optional.of(new Finding(
                        RuleCode.R06, Variant.ONLY, 8, Set.of(), Certainty.POSSIBLE, List.of(phones.size()), phones))
                : Optional.empty();
    }

    /** R07. */
    private static Optional<Finding> failedAttempts(Facts facts) {
        int failed = (int)
                facts.attempts().stream().filter(AttemptOutcome::isFailure).count();
        return failed == 0
                ? Optional.empty()
                : Optional.of(finding(RuleCode.R07, Math.min(failed, 3) * 5, Certainty.PROBABLE, failed));
    }

    /** R08. */
    private static Optional<Finding> householdControl(Facts facts) {
        return facts.isSoughtByHousehold()
                ? Optional.of(finding(RuleCode.R08, 10, Certainty.PROBABLE))
                : Optional.empty();
    }

    /** R09: the lowest quote, measured by its norm, decides; without a norm nothing scores. */
    private static Optional<Finding> price(Facts facts) {
        List<Facts.Quote> compared = facts.quotes().stream()
                .filter(quote -> quote.norm().isPresent())
                .sorted(Comparator.comparingInt(RiskRules::deviation))
                .toList();
        if (!facts.isBeforeOrInTransit() || compared.isEmpty()) {
            return Optional.empty();
        }
        Facts.Quote lowest = compared.get(0);
        List<Facts.Quote> tooLow = compared.stream()
                .filter(quote -> norm(quote).isTooLow(quote.asked()))
                .toList();
        if (!tooLow.isEmpty()) {
            return Optional.of(price(Variant.BELOW, 20, Set.of(Block.QUOTE), lowest, tooLow));
        }
        return norm(lowest).isTooHigh(lowest.asked())
                ? Optional.of(price(Variant.ABOVE, 5, Set.of(), lowest, List.of(lowest)))
                : Optional.empty();
    }

    private static Norm norm(Facts.Quote compared) {
        return compared.norm().orElseThrow();
    }

    private static int deviation(Facts.Quote quote) {
        return norm(quote).deviationOf(quote.asked().perPerson());
    }

    private static Finding price(
            Variant variant, int points, Set<Block> blocks, Facts.Quote lowest, List<Facts.Quote> all) {
        return new Finding(
                RuleCode.R09,
                variant,
                points,
                blocks,
                Certainty.PROBABLE,
                List.of(
                        deviation(lowest),
                        lowest.asked().perPerson(),
                        variant == Variant.ABOVE
                                ? norm(lowest).high().orElseThrow()
                                : norm(lowest).low()),
                all.stream().map(Facts.Quote::id).collect(Collectors.toSet()));
    }

    /** R10. */
    private static Optional<Finding> mostlyUpfront(Facts facts) {
        List<Facts.Quote> upfront = facts.quotes().stream()
                .filter(quote -> quote.broker() != Vetting.VETTED)
                .filter(quote -> quote.upfrontShare().orElse(0) > HALF)
                .toList();
        return facts.isBeforeOrInTransit() && !upfront.isEmpty()
                ? Optional.of(new Finding(
                        RuleCode.R10,
                        Variant.ONLY,
                        8,
                        Set.of(),
                        Certainty.PROBABLE,
                        List.of(upfront.stream()
                                .flatMap(quote -> quote.upfrontShare().stream())
                                .max(Comparator.naturalOrder())
                                .orElseThrow()),
                        upfront.stream().map(Facts.Quote::id).collect(Collectors.toSet())))
                : Optional.empty();
    }

    /** R11: the worst broker decides; one whose check is not finished is not vetted. Nobody leaves with a blacklisted one. */
    private static Optional<Finding> broker(Facts facts) {
        if (!facts.isBeforeOrInTransit()) {
            return Optional.empty();
        }
        return Stream.of(Vetting.BLACKLISTED, Vetting.SUSPENDED, Vetting.IN_PROGRESS, Vetting.UNVETTED)
                .filter(vetting -> facts.brokers().anyMatch(vetting::equals))
                .findFirst()
                .map(vetting -> broker(facts, vetting));
    }

    private static Finding broker(Facts facts, Vetting vetting) {
        Variant variant =
                switch (vetting) {
                    case BLACKLISTED -> Variant.BLACKLISTED;
                    case SUSPENDED -> Variant.SUSPENDED;
                    default -> Variant.UNVETTED;
                };
        Set<Block> blocks = EnumSet.noneOf(Block.class);
        if (variant == Variant.BLACKLISTED) {
            blocks.add(Block.QUOTE);
            if (facts.engaged().contains(vetting) && facts.isBeforeDeparture()) {
                blocks.add(Block.DEPARTURE);
            }
        }
        return new Finding(
                RuleCode.R11,
                variant,
                variant == Variant.UNVETTED ? 10 : 25,
                blocks,
                Certainty.CONFIRMED,
                List.of(vetting),
                facts.quotes().stream()
                        .filter(quote -> quote.broker() == vetting)
                        .map(Facts.Quote::id)
                        .collect(Collectors.toSet()));
    }

    /** R12: many days count only overland, several ID checks on any leg. */
    private static Optional<Finding> dangerousLeg(Facts facts) {
        if (!facts.isBeforeOrInTransit()) {
            return Optional.empty();
        }
        List<Facts.Leg> inReturning = facts.legsThatCount()
                .filter(leg -> facts.returns(leg.from()) || facts.returns(leg.to()))
                .toList();
        return longest(inReturning)
                .map(leg -> leg(Variant.LONG, leg, leg.days()))
                .or(() -> mostChecked(inReturning).map(leg -> leg(Variant.CHECKS, leg, leg.idChecks())));
    }

    private static Optional<Facts.Leg> longest(List<Facts.Leg> legs) {
        return legs.stream()
                .filter(leg -> !NOT_OVERLAND.contains(leg.means()) && leg.days().orElse(0) >= LONG_LEG_DAYS)
                .max(Comparator.comparing(leg -> leg.days().orElseThrow()));
    }

    private static Optional<Facts.Leg> mostChecked(List<Facts.Leg> legs) {
        return legs.stream()
                .filter(leg -> leg.idChecks().orElse(0) >= MANY_ID_CHECKS)
                .max(Comparator.comparing(leg -> leg.idChecks().orElseThrow()));
    }

    private static Finding leg(Variant variant, Facts.Leg leg, Optional<Integer> number) {
        Certainty sure = leg.state() == LegState.PLANNED ? Certainty.POSSIBLE : Certainty.PROBABLE;
        return new Finding(
                RuleCode.R12,
                variant,
                10,
                Set.of(),
                sure,
                List.of(number.orElseThrow(), leg.means()),
                Set.of(leg.id()));
    }

    /** R15: whoever is not heard of may be held already. What was missed before somebody said that they do not speak freely still counts. */
    private static Optional<Finding> silence(Facts facts) {
        Optional<Silence> silence = facts.checkIns().silence();
        if (!facts.isAwaited()) {
            return Optional.empty();
        } else if (facts.checkIns().duress()) {
            int points = silence.map(RiskRules::points).orElse(0);
            return Optional.of(new Finding(
                    RuleCode.R15, Variant.DURESS, points, Set.of(), Certainty.PROBABLE, List.of(), Set.of()));
        }
        return silence.map(each -> new Finding(
                RuleCode.R15,
                each.misses() == 1 ? Variant.MISSED_ONCE : Variant.MISSED_AGAIN,
                points(each),
                Set.of(),
                Certainty.POSSIBLE,
                List.of(each.misses(), each.since()),
                Set.of()));
    }

    private static int points(Silence silence) {
        return silence.misses() == 1 ? 10 : 20;
    }

    private static Finding finding(RuleCode rule, int points, Certainty sure, Object... inputs) {
        return new Finding(rule, Variant.ONLY, points, Set.of(), sure, List.of(inputs), Set.of());
    }
}
