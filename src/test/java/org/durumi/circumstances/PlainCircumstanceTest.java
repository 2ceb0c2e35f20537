package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.SEO;
import static org.durumi.cases.CaseFixtures.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.Confirmation;
import org.durumi.cases.OpenCases;
import org.durumi.identity.Actor;
import org.durumi.identity.Role;
import org.durumi.kernel.Answer;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.RuleViolation;
import org.durumi.kernel.Texts;
import org.durumi.kernel.UserId;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.vault.Recording;
import org.junit.jupiter.api.Test;

/** Incidents, detentions, interventions and postings. */
class PlainCircumstanceTest {
    private static final Texts ENGLISH = new Texts(Locale.ENGLISH, ZoneOffset.UTC);
    private static final Texts KOREAN = new Texts(Locale.KOREAN, ZoneOffset.UTC);
    private static final ParticipantId WHO = ParticipantId.create();
    private static final PartialDate UNKNOWN = PartialDate.unknown();
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Actor OTHER_SUPERVISOR = new Actor(new UserId("min"), Set.of(Role.SUPERVISOR), SEO.team(), "");

    private final CaseFile file = OpenCases.ofOne();

    @Test
    void several_causes_of_an_arrest_stand_with_how_sure_each_is() {
        Incident check = incident(IncidentKind.ID_CHECK, Certainty.CONFIRMED, Set.of());
        Incident call = incident(IncidentKind.OTHER, Certainty.POSSIBLE, Set.of());
        Incident arrest = incident(IncidentKind.ARREST, Certainty.CONFIRMED, Set.of(check.original(), call.original()));
        PlainWords words = words(ENGLISH, check, call, arrest);

        assertEquals("Arrest · " + KUNMING.in(ENGLISH), PlainWords.title(arrest, ENGLISH));
        assertEquals("possible", words.details(call).getFirst().toLowerCase(Locale.ROOT));
        assertEquals(
                List.of("led to by: " + PlainWords.title(check, ENGLISH) + ", " + PlainWords.title(call, ENGLISH)),
                words.details(arrest));
    }

    @Test
    void what_is_none_of_the_kinds_is_called_by_its_few_words() {
        PlainCircumstance<?> call = recorded(other("called from the phone"));
        PlainCircumstance<?> story = recorded(other("a word ".repeat(10)));

        assertEquals("called from the phone · " + KUNMING.in(ENGLISH), PlainWords.title(call, ENGLISH));
        assertEquals(List.of(), words(ENGLISH, call).details(call));
        assertEquals("Something else · " + KUNMING.in(ENGLISH), PlainWords.title(story, ENGLISH));
        assertEquals(List.of("a word ".repeat(10)), words(ENGLISH, story).details(story));
    }

    private static NewIncident other(String words) {
        return new NewIncident(
                Set.of(WHO),
                IncidentKind.OTHER,
                PartialDate.on(TODAY),
                KUNMING,
                "",
                words,
                Certainty.CONFIRMED,
                Set.of());
    }

    @Test
    void a_detention_says_what_is_not_known_of_it() {
        Detention held = (Detention) recorded(new NewDetention(
                Set.of(WHO),
                Optional.empty(),
                "",
                Place.unknown(),
                UNKNOWN,
                DetentionState.HELD,
                Answer.UNKNOWN,
                Contact.UNKNOWN,
                Contact.REFUSED,
                Contact.UNKNOWN,
                UNKNOWN,
                ""));

        assertEquals("Detention: Detained", PlainWords.title(held, ENGLISH));
        assertEquals(
                List.of(
                        "acknowledged or denied? ask",
                        "contact with family: unknown · lawyer: refused · UNHCR: unknown",
                        "last confirmed? ask"),
                words(ENGLISH, held).details(held));
    }

    @Test
    void a_posting_says_rank_host_pay_and_recall() {
        Posting post = (Posting) recorded(new NewPosting(
                Set.of(WHO),
                "대사관",
                PostingRank.DEPUTY_AMBASSADOR,
                new Place("", "GB"),
                PartialDate.on(TODAY.minusYears(10)),
                PartialDate.on(TODAY),
                "",
                DiplomaticStatus.DISPUTED,
                Optional.of(Money.of("650", "USD")),
                Recall.SUMMONS_EXPECTED,
                UNKNOWN));

        assertEquals("공사 · 대사관 · 영국", PlainWords.title(post, KOREAN));
        assertEquals(
                List.of("주장이 엇갈림", "월 USD\u00a0650.00", "소환이 예상됨"),
                words(KOREAN, post).details(post));
        assertTrue(PlainWords.when(post, KOREAN).contains(KOREAN.day(TODAY)));
    }

    @Test
    void what_happened_does_not_lie_ahead_and_nothing_ends_before_it_begins() {
        assertEquals("happened", refused(newIncident(IncidentKind.RAID, PartialDate.on(TOMORROW))));
        assertEquals("made", refused(newIntervention(InterventionKind.ACCESS, PartialDate.on(TOMORROW), UNKNOWN)));
        assertEquals(
                "answered",
                refused(newIntervention(
                        InterventionKind.ACCESS, PartialDate.on(TODAY), PartialDate.on(TODAY.minusDays(1)))));
        assertEquals(
                Confirmation.NOT_NEEDED,
                recorded(newIntervention(InterventionKind.PUBLIC_APPEAL, PartialDate.on(TOMORROW), UNKNOWN))
                        .confirmation(),
                "an appeal is recorded before it is made");
    }

    @Test
    void two_supervisors_agree_to_a_public_appeal() {
        PlainCircumstance<?> appeal = recorded(newIntervention(InterventionKind.PUBLIC_APPEAL, UNKNOWN, UNKNOWN));
        appeal.await(by(HANEUL).key());

        assertTrue(appeal.needsTwo());
        assertEquals("entry.own", reason(() -> appeal.agree(by(HANEUL))), "whoever recorded it does not decide");
        appeal.agree(by(SEO));
        assertEquals(Confirmation.WAITING, appeal.confirmation());
        assertEquals(SEO.id(), appeal.first().orElseThrow().by());
        assertEquals("entry.agreed", reason(() -> appeal.agree(by(SEO))), "one person does not stand for two");
        appeal.agree(by(OTHER_SUPERVISOR));

        assertEquals(Confirmation.CONFIRMED, appeal.confirmation());
        assertEquals(OTHER_SUPERVISOR.id(), appeal.decided().orElseThrow().by());
        assertEquals(SEO.id(), appeal.first().orElseThrow().by(), "who was first stays");
    }

    @Test
    void one_supervisor_strikes_an_appeal_and_every_other_intervention_waits_for_none() {
        PlainCircumstance<?> appeal = recorded(newIntervention(InterventionKind.PUBLIC_APPEAL, UNKNOWN, UNKNOWN));
        appeal.await(by(HANEUL).key());
        appeal.agree(by(SEO));
        appeal.sendBack("it would name their town", by(OTHER_SUPERVISOR));

        assertEquals(Confirmation.SENT_BACK, appeal.confirmation());
        assertEquals(SEO.id(), appeal.first().orElseThrow().by());
        assertTrue(
                recorded(new NewIntervention(
                                Set.of(WHO),
                                Addressee.MEDIA,
                                "",
                                InterventionKind.NO_RETURN,
                                UNKNOWN,
                                InterventionAnswer.NONE_YET,
                                UNKNOWN,
                                ""))
                        .needsTwo(),
                "what goes to the media is public, whatever it asks for");
        assertEquals(
                List.of(),
                List.of(InterventionKind.values()).stream()
                        .filter(each -> each != InterventionKind.PUBLIC_APPEAL)
                        .filter(each -> recorded(newIntervention(each, UNKNOWN, UNKNOWN))
                                .needsTwo())
                        .toList());
    }

    @Test
    void a_relationship_is_said_from_both_sides() {
        ParticipantId child = ParticipantId.create();
        Relationship parent = (Relationship) recorded(
                new NewRelationship(WHO, RelationshipKind.PARENT, child, UNKNOWN, UNKNOWN, Certainty.PROBABLE));

        assertEquals(Set.of(WHO, child), parent.whom());
        for (RelationshipKind each : RelationshipKind.values()) {
            assertEquals(each, each.other().other());
        }
        assertEquals(RelationshipKind.CHILD, RelationshipKind.PARENT.other());
        assertEquals(
                List.of("A → Parent → A", "Probable"), words(ENGLISH, parent).details(parent));
        assertEquals(
                "other",
                refused(new NewRelationship(WHO, RelationshipKind.SPOUSE, WHO, UNKNOWN, UNKNOWN, Certainty.PROBABLE)));
    }

    @Test
    void a_group_counts_those_whom_nobody_names() {
        Group nine = (Group) recorded(group(Optional.of(9)));

        assertEquals("Extended family of 9", PlainWords.title(nine, ENGLISH));
        assertEquals("대가족 9명", PlainWords.title(nine, KOREAN));
        assertEquals(8, nine.known().others());
        assertEquals(
                List.of("A", "8 more, who are not in this case"),
                words(ENGLISH, nine).details(nine));
        assertEquals(0, group(Optional.empty()).others(), "nobody says how many they are");
        assertEquals("statedSize", refused(group(Optional.of(0))));
    }

    @Test
    void of_a_relative_the_danger_is_asked_for() {
        Relative father = (Relative) recorded(new NewRelative(
                Set.of(WHO),
                RelationshipKind.PARENT,
                Whereabouts.LEFT_BEHIND,
                Place.unknown(),
                Occupation.PARTY_OFFICIAL,
                Answer.UNKNOWN,
                Exposure.UNKNOWN,
                ""));

        assertEquals("Relative: Parent · Left behind", PlainWords.title(father, ENGLISH));
        assertEquals(
                List.of("Party official", "in danger? ask"),
                words(ENGLISH, father).details(father));
        assertEquals("", PlainWords.when(father, ENGLISH));
    }

    private static NewGroup group(Optional<Integer> size) {
        return new NewGroup(Set.of(WHO), GroupKind.EXTENDED_FAMILY, size, UNKNOWN, UNKNOWN, "");
    }

    private Incident incident(IncidentKind kind, Certainty certainty, Set<EntryId> causes) {
        return (Incident)
                recorded(new NewIncident(Set.of(WHO), kind, PartialDate.on(TODAY), KUNMING, "", "", certainty, causes));
    }

    private static NewIncident newIncident(IncidentKind kind, PartialDate happened) {
        return new NewIncident(Set.of(WHO), kind, happened, KUNMING, "", "", Certainty.CONFIRMED, Set.of());
    }

    private static NewIntervention newIntervention(InterventionKind kind, PartialDate made, PartialDate answered) {
        return new NewIntervention(
                Set.of(WHO), Addressee.UNHCR, "", kind, made, InterventionAnswer.NONE_YET, answered, "");
    }

    private PlainCircumstance<?> recorded(NewCircumstance told) {
        return PlainCircumstance.record(file, told, by(HANEUL), TODAY);
    }

    private Recording by(Actor actor) {
        return CaseFixtures.by(actor, file.id());
    }

    private static PlainWords words(Texts texts, PlainCircumstance<?>... all) {
        return new PlainWords(
                new Circumstances(List.of(), List.of(), List.of(), List.of(), List.of(all)), who -> "A", texts);
    }

    private String refused(NewCircumstance told) {
        return assertThrows(RuleViolation.class, () -> recorded(told)).field();
    }

    private static String reason(Runnable forbidden) {
        return assertThrows(RuleViolation.class, forbidden::run).messageKey();
    }
}
