package org.durumi.evidence;

import static org.durumi.evidence.EvidenceFixtures.about;
import static org.durumi.evidence.EvidenceFixtures.newClaim;
import static org.durumi.evidence.EvidenceFixtures.saidBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.DomainTables;
import org.durumi.cases.CaseFixtures;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.route.Certainty;
import org.junit.jupiter.api.Test;

/** What is claimed, by whom, and what speaks against it, as docs/domain/evidence.md says. */
class EvidenceTest {
    private static final String PAGE = "evidence.md";

    private final EvidenceFixtures told = new EvidenceFixtures();
    private final Source daily = told.paper(Reliability.B);
    private final Source agency = told.paper(Reliability.B);
    private final Source other = told.paper(Reliability.B);
    private final EntryId mission = EntryId.create();

    @Test
    void a_denied_claim_is_contradicted_and_both_sides_are_told() {
        Claim contact = told.claim(daily, "the family approached the embassy");
        Claim denial =
                told.claim(saidBy("Chief Cabinet Secretary", OfficialStance.DENIES, newClaim(agency, "nobody did")));
        told.relate(denial, RelationKind.DENIES, contact);

        Matter matter = onlyMatter();

        assertEquals(contact, matter.leading());
        assertEquals(List.of(contact), matter.saying());
        assertEquals(List.of(denial), matter.against());
        assertTrue(matter.contradicted());
    }

    @Test
    void what_was_adopted_leads_and_stays_contradicted_until_the_other_is_rejected() {
        Claim contact = told.claim(daily, "the family approached the embassy");
        Claim denial = told.claim(agency, "nobody did");
        told.relate(denial, RelationKind.DENIES, contact);
        told.judge(denial, ClaimState.ADOPTED);

        assertEquals(denial, onlyMatter().leading());
        assertEquals(List.of(contact), onlyMatter().against());
        assertTrue(onlyMatter().contradicted());

        told.judge(contact, ClaimState.REJECTED);

        assertFalse(onlyMatter().contradicted());
    }

    @Test
    void what_contradicts_each_other_is_undecided_until_somebody_adopts_or_rejects_or_overrules() {
        Claim contact = told.claim(about(mission, newClaim(daily, "the family approached the embassy")));
        Claim denial = told.claim(agency, "nobody did");
        assertEquals(List.of(), told.evidence().undecided(), "nothing speaks against it");

        told.relate(denial, RelationKind.DENIES, contact);
        assertEquals(List.of(onlyMatter()), told.evidence().undecided());
        assertEquals(
                List.of(),
                told.overruling(mission, Optional.of(Certainty.PROBABLE)).undecided());
        assertEquals(
                1, told.overruling(mission, Optional.empty()).undecided().size(), "it follows from its claims again");

        told.judge(contact, ClaimState.ADOPTED);
        assertEquals(List.of(), told.evidence().undecided());
        assertTrue(onlyMatter().contradicted());
    }

    @Test
    void what_was_decided_before_something_else_was_claimed_is_to_be_decided_again() {
        Claim alive = told.claim(about(mission, newClaim(daily, "they are alive")));
        told.judge(alive, ClaimState.ADOPTED);
        Overruling early = told.overruled(mission, Optional.of(Certainty.PROBABLE));
        told.relate(told.claim(agency, "they were sent back"), RelationKind.DENIES, alive);

        assertEquals(1, told.evidence(List.of(early)).undecided().size());
        Overruling late = told.overruled(mission, Optional.of(Certainty.PROBABLE));
        assertEquals(List.of(), told.evidence(List.of(early, late)).undecided());
    }

    @Test
    void what_is_said_of_the_case_as_a_whole_concerns_everybody_and_who_takes_no_side_denies_nothing() {
        Claim neither = told.claim(saidBy("Seoul", OfficialStance.NEITHER, newClaim(agency, "nothing to say")));

        Matter matter = onlyMatter();

        assertTrue(matter.isAbout(ParticipantId.create()));
        assertFalse(matter.takesSide());
        assertFalse(matter.hasOthers());
        assertEquals(neither.topic(), matter.topic());
        assertEquals(List.of(neither), told.evidence().claims());
        assertEquals(Optional.of(neither), told.evidence().inPlaceOf(neither.id()));
        assertEquals(Optional.empty(), told.evidence().inPlaceOf(EntryId.create()));
    }

    @Test
    void who_supports_a_denial_stands_on_its_side() {
        Claim contact = told.claim(daily, "the family approached the embassy");
        Claim denial = told.claim(agency, "nobody did");
        Claim more = told.claim(other, "the embassy knows of nobody");
        told.relate(denial, RelationKind.DENIES, contact);
        told.relate(more, RelationKind.SUPPORTS, denial);

        assertEquals(List.of(denial, more), onlyMatter().against());
    }

    @Test
    void two_papers_of_one_briefing_are_one_voice_and_so_is_one_source() {
        Claim first = told.claim(daily, "nothing to confirm");
        Claim second = told.claim(agency, "nothing to confirm");
        Claim third = told.claim(other, "two officials left");
        Claim again = told.claim(other, "both with their families");

        assertEquals(3, told.evidence().voices(List.of(first, second, third, again)));
        told.relate(second, RelationKind.SAME_AS, first);
        assertEquals(2, told.evidence().voices(List.of(first, second, third, again)));
        told.judge(third, ClaimState.REJECTED);
        told.judge(again, ClaimState.SUPERSEDED);
        assertEquals(1, told.evidence().voices(List.of(first, second, third, again)));
    }

    @Test
    void a_relation_that_was_taken_back_joins_nothing() {
        Claim contact = told.claim(daily, "the family approached the embassy");
        ClaimRelation relation = told.relate(told.claim(agency, "nobody did"), RelationKind.DENIES, contact);

        relation.strike("they speak of another embassy", told.recording());

        assertEquals(2, told.evidence().matters().size());
        assertFalse(told.evidence().isContradicted(contact));
    }

    @Test
    void a_claim_is_related_to_another_once() {
        Claim one = told.claim(daily, "two officials left");
        Claim two = told.claim(agency, "two may have left");
        told.relate(two, RelationKind.SUPPORTS, one);

        assertEquals(
                "related",
                refused(() -> told.relate(one, RelationKind.REFINES, two)).field());
        assertEquals(
                "related",
                refused(() -> told.relate(one, RelationKind.SUPPORTS, one)).field());
    }

    @Test
    void a_corrected_claim_keeps_its_relations_and_is_open_again() {
        Claim contact = told.claim(daily, "the official approached the embassy");
        told.relate(told.claim(agency, "nobody did"), RelationKind.DENIES, contact);
        told.judge(contact, ClaimState.ADOPTED);

        Claim right = told.corrected(contact, newClaim(daily, "the family approached the embassy"));

        assertEquals(ClaimState.OPEN, right.state());
        assertEquals(right, onlyMatter().leading());
        assertTrue(onlyMatter().contradicted());
        assertEquals(ClaimState.ADOPTED, contact.state());
        assertEquals("misread", contact.strikeReason());
    }

    @Test
    void a_decision_has_a_reason_and_changes_something() {
        Claim claim = told.claim(daily, "two officials left");

        assertEquals("why", judged(claim, ClaimState.ADOPTED, " ").field());
        assertEquals("state", judged(claim, ClaimState.OPEN, "still open").field());
        assertThrows(
                ChangedMeanwhile.class,
                () -> claim.judge(new NewJudgement(ClaimState.ADOPTED, "heard it too"), 4, told.recording()));
        told.judge(claim, ClaimState.ADOPTED);
        assertEquals(Optional.of("compared with the others"), claim.judgement().map(Judgement::why));
        assertEquals(Set.of(CaseFixtures.HANEUL.id()), told.evidence().people());
    }

    @Test
    void only_a_forecast_is_about_tomorrow_and_nobody_said_something_tomorrow() {
        PartialDate tomorrow = PartialDate.on(CaseFixtures.TODAY.plusDays(1));
        NewClaim now = newClaim(daily, "a heavy blow");

        assertEquals(
                "happened",
                recorded(dated(now, tomorrow, PartialDate.unknown(), Modality.ASSERTED))
                        .field());
        assertEquals(
                "said",
                recorded(dated(now, PartialDate.unknown(), tomorrow, Modality.ASSERTED))
                        .field());
        assertTrue(told.claim(dated(now, tomorrow, PartialDate.unknown(), Modality.FORECAST))
                .counts());
    }

    @Test
    void an_official_statement_has_an_office_and_says_something() {
        NewClaim plain = newClaim(agency, "nothing to confirm");

        assertEquals(
                "actor", recorded(saidBy(" ", OfficialStance.NEITHER, plain)).field());
        NewClaim mute = saidBy("Ministry of Unification", OfficialStance.NEITHER, plain);
        assertEquals(
                "stance",
                recorded(new NewClaim(
                                mute.about(),
                                mute.topic(),
                                mute.entry(),
                                mute.statement(),
                                mute.happened(),
                                mute.said(),
                                mute.source(),
                                mute.credibility(),
                                mute.modality(),
                                mute.actor(),
                                Optional.empty()))
                        .field());
    }

    @Test
    void every_pair_of_reliability_and_credibility_bears_what_the_page_says() {
        for (List<String> row : DomainTables.rows(PAGE, "reliability")) {
            Reliability source = Reliability.valueOf(row.get(0));
            for (Credibility claim : Credibility.values()) {
                assertEquals(
                        Weight.valueOf(row.get(claim.ordinal() + 1)), Weight.of(source, claim), source + " " + claim);
            }
        }
        assertEquals(
                Reliability.values().length,
                DomainTables.rows(PAGE, "reliability").size());
    }

    @Test
    void how_something_is_said_bears_at_most_what_the_page_says() {
        List<List<String>> rows = DomainTables.rows(PAGE, "said how");
        for (List<String> row : rows) {
            assertEquals(Weight.valueOf(row.get(1)), Weight.of(Reliability.A, said(row.get(0))), row.get(0));
        }
        assertEquals(Modality.values().length + OfficialStance.values().length, rows.size());
    }

    /** A claim that says it so, by the name of a modality or of a stance. */
    private NewClaim said(String how) {
        NewClaim plain = newClaim(daily, "two officials left");
        return Arrays.stream(Modality.values())
                .filter(each -> each.name().equals(how))
                .findFirst()
                .map(modality -> dated(plain, PartialDate.unknown(), PartialDate.unknown(), modality))
                .orElseGet(() -> saidBy("an office", OfficialStance.valueOf(how), plain));
    }

    @Test
    void voices_make_us_as_sure_as_the_page_says() {
        List<List<String>> rows = DomainTables.rows(PAGE, "voices");
        for (List<String> row : rows.subList(1, rows.size())) {
            List<Weight> voices =
                    Arrays.stream(row.get(0).split(", ")).map(Weight::valueOf).toList();
            assertEquals(Certainty.valueOf(row.get(1)), Evidence.certainty(voices), row.get(0));
        }
        assertEquals(
                Set.of(Certainty.values()),
                Set.copyOf(rows.stream()
                        .map(row -> Certainty.valueOf(row.get(1)))
                        .distinct()
                        .toList()));
    }

    @Test
    void an_entry_is_as_sure_as_its_claims_and_contradicted_by_one_that_counts() {
        assertEquals(Optional.empty(), certainty());
        Claim contact = told.claim(about(mission, newClaim(daily, "the family approached the embassy")));
        assertEquals(Optional.of(Certainty.PROBABLE), certainty());
        Claim support = told.claim(agency, "they were seen there");
        told.relate(support, RelationKind.SUPPORTS, contact);
        assertEquals(Optional.of(Certainty.CONFIRMED), certainty());
        Claim denial = told.claim(other, "nobody did");
        told.relate(denial, RelationKind.DENIES, contact);
        assertEquals(Optional.of(Certainty.CONTRADICTED), certainty());
        told.judge(denial, ClaimState.REJECTED);
        assertEquals(Optional.of(Certainty.CONFIRMED), certainty());
        told.judge(contact, ClaimState.REJECTED);
        assertEquals(Optional.empty(), certainty());
    }

    @Test
    void an_office_that_denies_an_entry_contradicts_it_and_one_that_says_nothing_does_not() {
        told.claim(about(mission, newClaim(daily, "the family approached the embassy")));
        told.claim(about(mission, saidBy("a ministry", OfficialStance.NEITHER, newClaim(other, "nothing to confirm"))));
        assertEquals(Optional.of(Certainty.PROBABLE), certainty());
        told.claim(about(mission, saidBy("a secretary", OfficialStance.DENIES, newClaim(agency, "nobody did"))));
        assertEquals(Optional.of(Certainty.CONTRADICTED), certainty());
    }

    @Test
    void a_claim_says_nothing_of_an_entry_of_somebody_whom_it_does_not_name() {
        ParticipantId father = ParticipantId.create();
        NewClaim plain = about(mission, newClaim(daily, "the father approached the embassy"));
        told.claim(new NewClaim(
                Set.of(father),
                plain.topic(),
                plain.entry(),
                plain.statement(),
                plain.happened(),
                plain.said(),
                plain.source(),
                plain.credibility(),
                plain.modality(),
                plain.actor(),
                plain.stance()));

        assertEquals(Optional.empty(), certainty());
        assertEquals(Optional.of(Certainty.PROBABLE), told.evidence().certainty(Set.of(mission), father));
    }

    private Optional<Certainty> certainty() {
        return told.evidence().certainty(Set.of(mission), ParticipantId.create());
    }

    private Matter onlyMatter() {
        List<Matter> matters = told.evidence().matters();
        assertEquals(1, matters.size());
        return matters.getFirst();
    }

    private RuleViolation judged(Claim claim, ClaimState state, String why) {
        return refused(() -> claim.judge(new NewJudgement(state, why), claim.version(), told.recording()));
    }

    private RuleViolation recorded(NewClaim known) {
        return refused(() -> told.claim(known));
    }

    private static RuleViolation refused(Runnable act) {
        return assertThrows(RuleViolation.class, act::run);
    }

    private static NewClaim dated(NewClaim claim, PartialDate happened, PartialDate said, Modality modality) {
        return new NewClaim(
                claim.about(),
                claim.topic(),
                claim.entry(),
                claim.statement(),
                happened,
                said,
                claim.source(),
                claim.credibility(),
                modality,
                claim.actor(),
                claim.stance());
    }
}
