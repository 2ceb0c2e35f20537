package org.durumi.risk;

import java.util.List;
import java.util.stream.Stream;
import org.durumi.cases.GoalKnown;
import org.durumi.costs.Vetting;
import org.durumi.kernel.Answer;
import org.durumi.route.Means;
import org.durumi.route.Stage;

/** What must still be asked, one function for each rule. Unknown is not safe: it shows as «unknown: ask». */
final class RiskQuestions {
    private RiskQuestions() {}

    /** No constant: mutation tests leave out what nothing but an initializer calls. */
    static List<RiskQuestion> inForce() {
        return List.of(
                RiskQuestions::ofHeld,
                RiskQuestions::ofGoal,
                RiskQuestions::ofPhones,
                RiskQuestions::ofPrices,
                RiskQuestions::ofUpfrontShares,
                RiskQuestions::ofBroker,
                RiskQuestions::ofLegs);
    }

    private static Stream<Unknown> ofHeld(Facts facts) {
        return ask(facts.isHeld() && facts.standing().country().isEmpty(), RuleCode.R01, Question.COUNTRY_OF_DETENTION);
    }

    private static Stream<Unknown> ofGoal(Facts facts) {
        return ask(
                facts.isHeld() && facts.standing().goalKnown() == GoalKnown.UNKNOWN,
                RuleCode.R03,
                Question.GOAL_KNOWN_TO_POLICE);
    }

    private static Stream<Unknown> ofPhones(Facts facts) {
        if (!facts.isPhoneADanger()) {
            return Stream.empty();
        }
        return Stream.of(
                        ask(facts.phones().isEmpty(), RuleCode.R05, Question.ANY_PHONE),
                        ask(
                                facts.phonesAtHand().anyMatch(RiskQuestions::mayBeRegistered),
                                RuleCode.R06,
                                Question.PHONE_REGISTERED),
                        ask(
                                facts.phonesAtHand().anyMatch(RiskQuestions::mayBeCarried),
                                RuleCode.R05,
                                Question.PHONE_CARRIED))
                .flatMap(each -> each);
    }

    private static boolean mayBeRegistered(Facts.Phone phone) {
        return phone.registered() == Answer.UNKNOWN && phone.carried() != Answer.NO;
    }

    private static boolean mayBeCarried(Facts.Phone phone) {
        return phone.carried() == Answer.UNKNOWN && phone.registered() != Answer.NO;
    }

    private static Stream<Unknown> ofPrices(Facts facts) {
        return ask(
                facts.isBeforeOrInTransit()
                        && facts.quotes().stream()
                                .anyMatch(quote -> quote.norm().isEmpty()),
                RuleCode.R09,
                Question.NORM_PRICE);
    }

    private static Stream<Unknown> ofUpfrontShares(Facts facts) {
        return ask(
                facts.isBeforeOrInTransit()
                        && facts.quotes().stream()
                                .filter(quote -> quote.broker() != Vetting.VETTED)
                                .anyMatch(quote -> quote.upfrontShare().isEmpty()),
                RuleCode.R10,
                Question.UPFRONT_SHARE);
    }

    private static Stream<Unknown> ofBroker(Facts facts) {
        return ask(facts.stage() == Stage.BROKER && facts.engaged().isEmpty(), RuleCode.R11, Question.BROKER_NAMED);
    }

    /** Asked only where the answer could make the rule fire: the other parts fit or are unknown too. */
    private static Stream<Unknown> ofLegs(Facts facts) {
        return facts.isBeforeOrInTransit()
                ? facts.legsThatCount().flatMap(leg -> ofLeg(facts, leg)).distinct()
                : Stream.empty();
    }

    private static Stream<Unknown> ofLeg(Facts facts, Facts.Leg leg) {
        boolean inReturning = facts.returns(leg.from()) || facts.returns(leg.to());
        boolean countryOpen = !inReturning && (leg.from().isEmpty() || leg.to().isEmpty());
        boolean mayBeLong = leg.days().orElse(RiskRules.LONG_LEG_DAYS) >= RiskRules.LONG_LEG_DAYS;
        boolean mayBeChecked = leg.idChecks().orElse(RiskRules.MANY_ID_CHECKS) >= RiskRules.MANY_ID_CHECKS;
        boolean mayBeOverland = leg.means() != Means.BOAT && leg.means() != Means.AIR;
        boolean dangerous = mayBeLong && mayBeOverland || mayBeChecked;
        if (!dangerous || !inReturning && !countryOpen) {
            return Stream.empty();
        }
        return Stream.of(
                        ask(countryOpen, RuleCode.R12, Question.LEG_COUNTRY),
                        ask(mayBeLong && leg.means() == Means.UNKNOWN, RuleCode.R12, Question.LEG_MEANS),
                        ask(mayBeOverland && leg.days().isEmpty(), RuleCode.R12, Question.LEG_DURATION),
                        ask(leg.idChecks().isEmpty(), RuleCode.R12, Question.LEG_ID_CHECKS))
                .flatMap(each -> each);
    }

    private static Stream<Unknown> ask(boolean open, RuleCode rule, Question question) {
        return open ? Stream.of(new Unknown(rule, question)) : Stream.empty();
    }
}
