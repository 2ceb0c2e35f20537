package org.durumi.risk;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.NOW;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.OpenCases;
import org.durumi.circumstances.Referral;
import org.durumi.circumstances.ReferralState;
import org.durumi.circumstances.Referrals;
import org.durumi.costs.CostFixtures;
import org.durumi.costs.QuoteLine;
import org.durumi.costs.QuoteState;
import org.durumi.costs.Vetting;
import org.durumi.evidence.Claim;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.EvidenceFixtures;
import org.durumi.evidence.Matter;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.Source;
import org.durumi.identity.Actor;
import org.durumi.kernel.Level;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;
import org.durumi.work.Duty;
import org.durumi.work.TaskKind;
import org.junit.jupiter.api.Test;

/** What a record asks its caseworkers to do, and from when on. */
class RiskDutiesTest {
    private static final CaseFile FILE = OpenCases.ofOne();
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final RiskDuties duties = new RiskDuties(TODAY, SEOUL);
    private final ParticipantId first = ParticipantId.create();
    private final ParticipantId second = ParticipantId.create();

    @Test
    void alerts_of_one_cause_are_one_thing_to_look_at_and_lower_ones_none() {
        RiskAlert hers = alert(first, RuleGroup.PRICE, Level.HIGH);
        RiskAlert theirs = alert(second, RuleGroup.PRICE, Level.CRITICAL);

        List<Duty> found = duties.ofAlerts(List.of(
                hers,
                theirs,
                alert(first, RuleGroup.PHONE, Level.MEDIUM),
                alert(first, RuleGroup.CHECK_IN, Level.HIGH)));

        assertEquals(
                List.of(List.of("PRICE"), List.of("CHECK_IN")),
                found.stream().map(Duty::about).toList());
        assertEquals(Set.of(first, second), found.getFirst().whom());
        assertEquals(TODAY, found.getFirst().from());
        assertEquals(NOW, found.getFirst().since());
    }

    @Test
    void nobody_has_to_look_at_what_was_acted_on_dismissed_or_is_over_nor_twice_at_an_arrest() {
        RiskAlert acted = alert(first, RuleGroup.PRICE, Level.HIGH);
        acted.act("we called her", 0, at(NOW, HANEUL), false);
        RiskAlert dismissed = alert(first, RuleGroup.ROUTE, Level.HIGH);
        dismissed.dismiss("she does not go", 0, at(NOW, HANEUL));
        RiskAlert over = alert(first, RuleGroup.BROKER, Level.HIGH);
        over.lapse(at(NOW, HANEUL));

        assertEquals(
                List.of(),
                duties.ofAlerts(List.of(acted, dismissed, over, alert(first, RuleGroup.HELD, Level.CRITICAL))));
    }

    @Test
    void the_questions_of_a_case_are_one_thing_to_do_from_the_next_day_on_those_first_on_which_most_depends() {
        List<RiskAssessment> standing = List.of(
                assessed(first, NOW, Question.LEG_MEANS, RuleCode.R12),
                assessed(second, NOW.plusSeconds(60), Question.COUNTRY_OF_DETENTION, RuleCode.R01));
        Duty found = duties.ofQuestions(standing, List.of()).getFirst();

        assertEquals(TaskKind.ASK, found.kind());
        assertEquals(List.of("COUNTRY_OF_DETENTION", "LEG_MEANS"), found.about());
        assertEquals(Set.of(first, second), found.whom());
        assertEquals(TODAY.plusDays(1), found.from());
        RiskAssessment nothing = RiskAssessment.store(FILE, first, assessment(List.of()), at(NOW, HANEUL));
        assertEquals(List.of(), duties.ofQuestions(List.of(nothing), standing));
    }

    @Test
    void a_question_that_was_open_when_the_day_began_waits_no_longer_however_often_the_case_was_assessed_since() {
        RiskAssessment yesterday = assessed(first, NOW.minus(1, ChronoUnit.DAYS), Question.LEG_MEANS, RuleCode.R12);
        RiskAssessment other =
                assessed(first, NOW.minus(1, ChronoUnit.DAYS), Question.COUNTRY_OF_DETENTION, RuleCode.R01);
        List<RiskAssessment> now = List.of(assessed(first, NOW, Question.LEG_MEANS, RuleCode.R12));

        assertEquals(
                TODAY, duties.ofQuestions(now, List.of(yesterday)).getFirst().from());
        assertEquals(
                TODAY.plusDays(1),
                duties.ofQuestions(now, List.of(other)).getFirst().from());
    }

    @Test
    void each_question_names_those_of_whom_it_is_asked() {
        List<RiskAssessment> standing = List.of(
                assessed(first, NOW, Question.COUNTRY_OF_DETENTION, RuleCode.R01),
                assessed(second, NOW, Question.LEG_MEANS, RuleCode.R12));

        assertEquals(
                List.of(
                        new Duty.Point("COUNTRY_OF_DETENTION", Set.of(first)),
                        new Duty.Point("LEG_MEANS", Set.of(second))),
                duties.ofQuestions(standing, List.of()).getFirst().points());
    }

    @Test
    void of_contradictions_those_are_to_be_decided_that_are_about_somebody_here_or_the_case_as_a_whole() {
        EvidenceFixtures told = new EvidenceFixtures();
        Source paper = told.paper(Reliability.B);
        Matter hers = matter(told.claim(claim(paper, ClaimTopic.DETENTION, Set.of(second))));
        Matter whole = matter(told.claim(claim(paper, ClaimTopic.ROUTE, Set.of())));

        assertEquals(
                List.of(new Duty.Point("ROUTE", Set.of())),
                duties.ofContradictions(List.of(hers, whole), Set.of(first))
                        .getFirst()
                        .points());
        assertEquals(
                List.of(new Duty.Point("ROUTE", Set.of()), new Duty.Point("DETENTION", Set.of(second))),
                duties.ofContradictions(List.of(hers, whole), Set.of(second))
                        .getFirst()
                        .points());
        assertEquals(List.of(), duties.ofContradictions(List.of(hers), Set.of(first)));
    }

    private static Matter matter(Claim claim) {
        return new Matter(claim, List.of(claim), List.of(), true, NOW);
    }

    private static NewClaim claim(Source source, ClaimTopic topic, Set<ParticipantId> about) {
        return new NewClaim(
                about,
                topic,
                Optional.empty(),
                "said",
                PartialDate.unknown(),
                PartialDate.unknown(),
                source.id(),
                Credibility.PROBABLY_TRUE,
                Modality.ASSERTED,
                "",
                Optional.empty());
    }

    @Test
    void what_is_found_again_or_changed_is_newer_than_what_somebody_said_of_it() {
        RiskAlert alert = alert(first, RuleGroup.PHONE, Level.HIGH);
        alert.fire(Level.HIGH, "a second one", at(NOW.plusSeconds(60), Actor.system("risk")));

        assertEquals(
                NOW.plusSeconds(60), duties.ofAlerts(List.of(alert)).getFirst().since());
    }

    @Test
    void an_open_quote_is_to_be_decided_from_three_days_before_its_last_one_until_then() {
        LocalDate last = TODAY.plusDays(10);
        Duty found = duties
                .ofQuotes(List.of(
                        quote(QuoteState.OPEN, Optional.of(last)),
                        quote(QuoteState.OPEN, Optional.empty()),
                        quote(QuoteState.ACCEPTED, Optional.of(last)),
                        quote(QuoteState.EXPIRED, Optional.of(TODAY.plusDays(1)))))
                .stream()
                .reduce((one, more) -> {
                    throw new AssertionError("more than one");
                })
                .orElseThrow();

        assertEquals(last.minusDays(3), found.from());
        assertEquals(Optional.of(last), found.last());
        assertEquals(Set.of(first), found.whom());
    }

    @Test
    void a_referral_that_nobody_has_answered_is_to_be_asked_about_two_weeks_after_the_last_word() {
        Duty found = duties
                .ofReferrals(List.of(
                        Referrals.of(FILE, first, ReferralState.ASKED, TODAY.minusDays(3)),
                        Referrals.of(FILE, first, ReferralState.DONE, TODAY.minusDays(30))))
                .stream()
                .reduce((one, more) -> {
                    throw new AssertionError("more than one");
                })
                .orElseThrow();

        assertEquals(TaskKind.REFERRAL_QUIET, found.kind());
        assertEquals(TODAY.plusDays(11), found.from());
        assertEquals(Optional.empty(), found.last());
        assertEquals(Set.of(first), found.whom());
    }

    @Test
    void a_correction_of_a_referral_is_no_other_wait_unless_they_have_said_something() {
        Referral asked = Referrals.of(FILE, first, ReferralState.ASKED, TODAY.minusDays(20));
        Referral again = Referrals.inPlaceOf(asked, FILE, ReferralState.ASKED, PartialDate.unknown());
        assertEquals(List.of(asked.id().toString()), waits(asked, again));

        PartialDate word = PartialDate.on(TODAY.minusDays(2));
        Referral said = Referrals.inPlaceOf(again, FILE, ReferralState.ASKED, word);
        assertEquals(List.of(said.id().toString()), waits(asked, again, said));
        Referral typo = Referrals.inPlaceOf(said, FILE, ReferralState.ASKED, word);
        assertEquals(List.of(said.id().toString()), waits(asked, again, said, typo));

        Referral done = Referrals.inPlaceOf(typo, FILE, ReferralState.DONE, word);
        assertEquals(List.of(), waits(asked, again, said, typo, done));
    }

    private List<String> waits(Referral... referrals) {
        return duties.ofReferrals(List.of(referrals)).stream()
                .flatMap(each -> each.about().stream())
                .toList();
    }

    private QuoteLine quote(QuoteState state, Optional<LocalDate> until) {
        return CostFixtures.quote(CostFixtures.broker(Vetting.VETTED), first, state, until);
    }

    private static RiskAlert alert(ParticipantId who, RuleGroup group, Level level) {
        return RiskAlert.raise(FILE.id(), who, group, level, "found", at(NOW, Actor.system("risk")));
    }

    private static RiskAssessment assessed(ParticipantId who, Instant when, Question question, RuleCode rule) {
        return RiskAssessment.store(FILE, who, assessment(List.of(new Unknown(rule, question))), at(when, HANEUL));
    }

    private static Assessment assessment(List<Unknown> unknowns) {
        return new Assessment(0, Level.LOW, List.of(), unknowns, Optional.empty(), RiskRules.VERSION);
    }

    private static Recording at(Instant moment, Actor who) {
        return new Recording(who.signed(moment.truncatedTo(ChronoUnit.SECONDS)), TestKeys.of(FILE.id()));
    }
}
