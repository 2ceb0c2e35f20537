package org.durumi.demo;

import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.demo.DemoStaff.SEO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.ConsentForm;
import org.durumi.cases.ConsentPurpose;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewConsent;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewVulnerability;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.costs.QuoteLine;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.ParticipantId;
import org.durumi.people.NameForm;
import org.durumi.people.NameKind;
import org.durumi.people.NewName;
import org.durumi.risk.RiskService;
import org.durumi.route.AttemptOutcome;
import org.durumi.route.Border;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/**
 * The two women who were arrested in Kunming, told from published facts, which name nobody; the arrest lies five days back.
 */
@ApplicationScoped
public class KunmingStory {
    private static final Place LIAONING = new Place("랴오닝 Liaoning", "CN");
    private static final Place KUNMING = new Place("쿤밍 昆明 Kunming", "CN");
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int TAXI_DAYS = 4;
    private static final int ARREST = 5;
    private static final int DEPARTURE = ARREST + TAXI_DAYS;

    @Inject
    Story story;

    @Inject
    RiskService risks;

    /** @param acquaintance the broker whom an acquaintance introduced */
    void tell(BrokerId usual, BrokerId other, BrokerId acquaintance) throws Exception {
        CaseNumber number = intake();
        circumstances(number);
        EntryId cheap = searchForABroker(number, usual, other, acquaintance);
        waiveAndAccept(number, cheap);
        leaveAndAreArrested(number);
    }

    private CaseNumber intake() throws Exception {
        NewParticipant first =
                new NewParticipant(ParticipantRole.PRINCIPAL, AgeBand.AGE_30_39, Sex.FEMALE, Answer.NO, Answer.NO);
        NewParticipant second =
                new NewParticipant(ParticipantRole.COMPANION, AgeBand.AGE_40_49, Sex.FEMALE, Answer.NO, Answer.NO);
        LocalDate known = story.day(70);
        PartialDate lateInThatMonth = PartialDate.read(
                        YearMonth.from(known.minusMonths(1)).toString(), Qualifier.LATE)
                .orElseThrow()
                .inTheWords("지난달 말");
        NewStage contact = new NewStage(
                Stage.CONTACT, lateInThatMonth, known, LIAONING, Certainty.PROBABLE, "", StageDetails.none());
        CaseNumber number =
                story.opens(70, HANEUL, CaseKind.PAIR, RouteKind.LAND_VIA_CHINA, "KR", List.of(first, second), contact);
        story.calls(70, HANEUL, number, "쿤밍 둘");
        names(number);
        consent(number);
        return number;
    }

    /** Invented: the published facts name nobody. */
    private void names(CaseNumber number) throws Exception {
        story.names(
                70,
                HANEUL,
                number,
                FIRST,
                story.name(NameForm.HANGUL, "림설옥", 37),
                story.name(NameForm.LATIN, "Rim Sol Ok", 37),
                new NewName(NameForm.HAN, NameKind.COVER, "王雪", Optional.empty()));
        story.names(70, HANEUL, number, SECOND, story.name(NameForm.HANGUL, "최금비", 45));
    }

    /** Invented: of the first one alone, so that the other is still to be asked. */
    private void consent(CaseNumber number) throws Exception {
        NewConsent told = new NewConsent(
                Set.of(ConsentPurpose.CASE_WORK, ConsentPurpose.NGO),
                ConsentForm.SPOKEN,
                PartialDate.on(story.day(69)),
                Optional.empty(),
                "고향의 어머니 이야기는 다른 단체에 알리지 않음. 이웃에 아는 사람이 있음.",
                "");
        story.does(69, HANEUL, () -> story.consents().record(number, Set.of(person(number, FIRST)), told));
    }

    private void circumstances(CaseNumber number) throws Exception {
        attempt(number, 2019, AttemptOutcome.CAUGHT_BY_HOUSEHOLD);
        attempt(number, 2021, AttemptOutcome.CAUGHT_BY_NEIGHBOURS);
        attempt(number, 2023, AttemptOutcome.CAUGHT_BY_HOUSEHOLD);
        YearMonth returned = YearMonth.of(story.day(0).getYear() - 1, 6);
        phone(number, FIRST, true, PartialDate.in(Year.of(2019)), PartialDate.in(returned));
        phone(number, SECOND, false, PartialDate.unknown(), PartialDate.unknown());
        story.does(
                66,
                HANEUL,
                () -> story.circumstances()
                        .recordVulnerability(
                                number,
                                person(number, FIRST),
                                new NewVulnerability(
                                        VulnerabilityKind.HOUSEHOLD_CONTROL,
                                        PartialDate.in(Year.of(2019)),
                                        PartialDate.unknown())));
    }

    private void attempt(CaseNumber number, int year, AttemptOutcome outcome) throws Exception {
        PartialDate happened =
                PartialDate.read(Integer.toString(year), Qualifier.ABOUT).orElseThrow();
        story.does(
                68,
                HANEUL,
                () -> story.circumstances()
                        .recordAttempt(number, person(number, FIRST), new NewAttempt(happened, outcome, "전화기를 빼앗김")));
    }

    private void phone(CaseNumber number, int nth, boolean taken, PartialDate from, PartialDate until)
            throws Exception {
        NewDevice phone = new NewDevice(
                "휴대전화", "13800000" + (417 + nth * 91), Answer.YES, Answer.UNKNOWN, false, false, taken, from, until);
        story.does(67, HANEUL, () -> story.circumstances().recordDevice(number, person(number, nth), phone));
    }

    private EntryId searchForABroker(CaseNumber number, BrokerId usual, BrokerId other, BrokerId acquaintance)
            throws Exception {
        story.does(31, HANEUL, () -> story.circumstances().recordLeg(number, taxi(number, LegState.PLANNED)));
        story.quotes(34, HANEUL, number, usual, "10000000", "약 USD 7,667", Optional.of(100));
        story.quotes(33, HANEUL, number, other, "10000000", "약 USD 7,667", Optional.of(100));
        EntryId cheap = story.quotes(30, HANEUL, number, acquaintance, "2500000", "약 USD 1,916", Optional.empty());
        for (int nth : List.of(FIRST, SECOND)) {
            NewStage broker = story.stage(
                    Stage.BROKER,
                    29,
                    LIAONING,
                    Certainty.CONFIRMED,
                    "",
                    StageDetails.none().withBroker(acquaintance));
            story.enters(29, HANEUL, number, nth, broker);
        }
        return cheap;
    }

    private NewLeg taxi(CaseNumber number, LegState state) {
        Set<ParticipantId> both =
                story.participants(number).stream().map(Participant::id).collect(Collectors.toSet());
        return new NewLeg(
                both,
                LIAONING,
                KUNMING,
                Means.TAXI,
                "",
                Border.NONE,
                PartialDate.unknown(),
                PartialDate.unknown(),
                Optional.of(TAXI_DAYS),
                Optional.of(3),
                state);
    }

    private void waiveAndAccept(CaseNumber number, EntryId cheap) throws Exception {
        story.does(12, SEO, () -> risks.waiveQuote(number, cheap, "가격이 위험 신호임을 두 사람 모두 알고 있으며, 다른 방법을 구할 수 없음을 확인함"));
        story.does(11, HANEUL, () -> {
            QuoteLine offer = story.quoting().view(number).stream()
                    .filter(line -> line.quote().id().equals(cheap))
                    .findFirst()
                    .orElseThrow();
            story.quoting().accept(number, cheap, offer.quote().version());
        });
        for (int nth : List.of(FIRST, SECOND)) {
            ParticipantId who = story.on(10, HANEUL, () -> person(number, nth));
            story.does(10, SEO, () -> risks.waiveDeparture(number, who, "집에 남는 것이 더 위험하다고 본인이 판단함. 전화기 위험은 설명했음"));
        }
    }

    private void leaveAndAreArrested(CaseNumber number) throws Exception {
        EntryId taxi = story.on(DEPARTURE, HANEUL, () -> story.circumstances().view(number))
                .legs()
                .getFirst()
                .original();
        for (int nth : List.of(FIRST, SECOND)) {
            NewStage left = story.stage(
                    Stage.TRANSIT,
                    DEPARTURE,
                    LIAONING,
                    Certainty.CONFIRMED,
                    "전화기를 두고 가지 못했고 브로커는 확인되지 않음",
                    StageDetails.none().onLeg(taxi).departing(Departure.PLANNED, Story.allAnswered(Answer.NO)));
            story.enters(DEPARTURE, HANEUL, number, nth, left);
        }
        for (int nth : List.of(FIRST, SECOND)) {
            story.does(DEPARTURE, HANEUL, () -> tookThePhoneAlong(number, nth));
        }
        for (int nth : List.of(FIRST, SECOND)) {
            NewStage arrest = story.stage(
                    Stage.DETENTION,
                    ARREST,
                    KUNMING,
                    Certainty.PROBABLE,
                    "도착 직후 신분증 검문에서 체포됨",
                    StageDetails.none().with("쿤밍 공안 Kunming police", "", Answer.UNKNOWN, GoalKnown.SUSPECTED));
            story.enters(ARREST, HANEUL, number, nth, arrest);
        }
        story.takesInHand(ARREST, SEO, number, "유엔난민기구와 한국 총영사관에 알림");
    }

    private void tookThePhoneAlong(CaseNumber number, int nth) {
        Device phone = story.circumstances()
                .view(number)
                .of(person(number, nth))
                .devices()
                .get(0);
        NewDevice before = phone.known();
        NewDevice carried = new NewDevice(
                before.label(),
                "",
                before.policeRegistered(),
                Answer.YES,
                false,
                before.adviceGiven(),
                before.takenByHousehold(),
                before.takenFrom(),
                before.takenUntil());
        story.corrections().correctDevice(number, phone.id(), carried, "전화기를 두고 가지 못함", phone.version());
    }

    private ParticipantId person(CaseNumber number, int nth) {
        return story.participants(number).get(nth).id();
    }
}
