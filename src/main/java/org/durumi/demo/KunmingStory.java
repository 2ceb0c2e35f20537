package org.durumi.demo;

import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.demo.DemoStaff.SEO;
import static org.durumi.evidence.ClaimTopic.BACKGROUND;
import static org.durumi.evidence.ClaimTopic.COST;
import static org.durumi.evidence.ClaimTopic.FAMILY;
import static org.durumi.evidence.ClaimTopic.IDENTITY;
import static org.durumi.evidence.ClaimTopic.MOTIVE;
import static org.durumi.evidence.ClaimTopic.OTHER;
import static org.durumi.evidence.ClaimTopic.RETURN;
import static org.durumi.evidence.ClaimTopic.ROUTE;
import static org.durumi.evidence.Modality.ASSERTED;
import static org.durumi.evidence.Modality.FORECAST;
import static org.durumi.evidence.Modality.INFERRED;
import static org.durumi.evidence.Modality.QUOTED;
import static org.durumi.evidence.Modality.SUSPECTED;
import static org.durumi.evidence.RelationKind.REFINES;
import static org.durumi.evidence.RelationKind.SAME_AS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
import org.durumi.circumstances.Addressee;
import org.durumi.circumstances.Contact;
import org.durumi.circumstances.ContactChannel;
import org.durumi.circumstances.DetentionState;
import org.durumi.circumstances.Device;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.IncidentKind;
import org.durumi.circumstances.InterventionAnswer;
import org.durumi.circumstances.InterventionKind;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.LivingSituation;
import org.durumi.circumstances.NewAttempt;
import org.durumi.circumstances.NewBackground;
import org.durumi.circumstances.NewDetention;
import org.durumi.circumstances.NewDevice;
import org.durumi.circumstances.NewIncident;
import org.durumi.circumstances.NewIntervention;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.NewReferral;
import org.durumi.circumstances.NewSafeContact;
import org.durumi.circumstances.NewVulnerability;
import org.durumi.circumstances.Occupation;
import org.durumi.circumstances.ReferralKind;
import org.durumi.circumstances.ReferralState;
import org.durumi.circumstances.ReferredTo;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.circumstances.VulnerabilityKind;
import org.durumi.costs.QuoteLine;
import org.durumi.demo.Telling.Voice;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.files.NewAttachment;
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
import org.durumi.work.ContactBy;
import org.durumi.work.ContactOutcome;
import org.durumi.work.NewCheckInPlan;
import org.durumi.work.NoteKind;
import org.durumi.work.TaskKind;

/**
 * The two who were arrested in Kunming, told from published facts, which name nobody; the arrest lies five days back. What the
 * one report claims stands beside it, by its one informant.
 */
@ApplicationScoped
public class KunmingStory {
    private static final Place LIAONING = new Place("랴오닝 Liaoning", "CN");
    private static final Place KUNMING = new Place("쿤밍 昆明 Kunming", "CN");
    private static final String POLICE = "쿤밍 공안 Kunming police";
    private static final int FIRST = 0;
    private static final int SECOND = 1;
    private static final int ATTEMPTS = 3;
    private static final int TAXI_DAYS = 4;
    private static final int ARREST = 5;
    private static final int DEPARTURE = ARREST + TAXI_DAYS;
    private static final int REPORTED = ARREST - 1;
    private static final PartialDate WEDNESDAY = PartialDate.unknown().inTheWords("수요일");
    private static final PartialDate LAST_MONTH = PartialDate.unknown().inTheWords("지난달");
    private static final PartialDate SEPTEMBER = PartialDate.unknown().inTheWords("9월");

    @Inject
    Story story;

    @Inject
    RiskService risks;

    /**
     * @param acquaintance the broker whom an acquaintance introduced
     * @return the number of the case
     */
    CaseNumber tell(BrokerId usual, BrokerId other, BrokerId acquaintance) throws Exception {
        CaseNumber number = intake();
        circumstances(number);
        EntryId cheap = searchForABroker(number, usual, other, acquaintance);
        waiveAndAccept(number, cheap);
        leaveAndAreArrested(number);
        claims(number);
        notes(number);
        files(number);
        return number;
    }

    /** Invented, and drawn for the demo. */
    private void files(CaseNumber number) throws Exception {
        ParticipantId first = story.on(40, HANEUL, () -> person(number, FIRST));
        story.attaches(
                40,
                HANEUL,
                number,
                new NewAttachment("마을에서 큰길까지 가는 길, 본인이 그린 약도", PartialDate.unknown(), Set.of(first)),
                DrawnFiles.sketch());
        story.attaches(
                26,
                HANEUL,
                number,
                new NewAttachment("옮겨 적은 버스 시간표", PartialDate.on(story.day(27)), Set.of()),
                DrawnFiles.timetable());
    }

    private CaseNumber intake() throws Exception {
        NewParticipant first =
                new NewParticipant(ParticipantRole.PRINCIPAL, AgeBand.AGE_30_39, Sex.FEMALE, Answer.NO, Answer.NO);
        NewParticipant second =
                new NewParticipant(ParticipantRole.COMPANION, AgeBand.AGE_40_49, Sex.UNKNOWN, Answer.NO, Answer.NO);
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
        safeContact(number);
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
                new NewName(NameForm.HAN, NameKind.COVER, "王雪", Optional.empty(), "본인, 중국에서 쓰던 이름"));
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

    /** Invented, and of no use since the arrest. */
    private void safeContact(CaseNumber number) throws Exception {
        story.does(
                69,
                HANEUL,
                () -> story.circumstances()
                        .record(
                                number,
                                new NewSafeContact(
                                        Set.of(person(number, FIRST)),
                                        ContactChannel.THROUGH_SOMEBODY,
                                        "같은 마을의 가게 주인",
                                        "평일 낮, 집안사람들이 일하러 나간 때",
                                        "먼저 주문한 물건이 왔는지 물을 것. 다른 사람이 받으면 끊을 것.",
                                        PartialDate.on(story.day(69)),
                                        PartialDate.on(story.day(5)))));
    }

    private void circumstances(CaseNumber number) throws Exception {
        for (int nth = 0; nth < ATTEMPTS; nth++) {
            attempt(number);
        }
        YearMonth returned = YearMonth.of(story.day(0).getYear() - 1, 6);
        phone(
                number,
                FIRST,
                true,
                PartialDate.unknown(),
                PartialDate.in(returned).inTheWords("작년 6월"));
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
                                        PartialDate.unknown().inTheWords("여러 해 동안"),
                                        PartialDate.unknown())));
    }

    /** None of them has a date of its own, and both caught her each time. */
    private void attempt(CaseNumber number) throws Exception {
        PartialDate happened = PartialDate.read("2019", Qualifier.SINCE).orElseThrow();
        story.does(
                68,
                HANEUL,
                () -> story.circumstances()
                        .recordAttempt(
                                number,
                                person(number, FIRST),
                                new NewAttempt(happened, AttemptOutcome.CAUGHT_BY_HOUSEHOLD, "이웃들에게도 붙잡힘")));
    }

    private void phone(CaseNumber number, int nth, boolean taken, PartialDate from, PartialDate until)
            throws Exception {
        NewDevice phone = new NewDevice(
                "휴대전화", "13800000" + (417 + nth * 91), Answer.YES, Answer.UNKNOWN, false, false, taken, from, until);
        story.does(67, HANEUL, () -> story.circumstances().recordDevice(number, person(number, nth), phone));
    }

    private EntryId searchForABroker(CaseNumber number, BrokerId usual, BrokerId other, BrokerId acquaintance)
            throws Exception {
        story.does(31, HANEUL, () -> story.circumstances().recordLeg(number, taxi(number)));
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

    private NewLeg taxi(CaseNumber number) {
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
                LegState.PLANNED);
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
        missesTwoCheckIns(number);
        NewStage arrest = story.stage(
                Stage.DETENTION,
                ARREST,
                KUNMING,
                Certainty.PROBABLE,
                "도착 직후 신분증 검문에서 체포됨",
                StageDetails.none().with(POLICE, "", Answer.UNKNOWN, GoalKnown.UNKNOWN));
        // Together: what an arrest asks for is asked for both at once.
        story.enters(ARREST, HANEUL, number, arrest);
        story.takesInHand(ARREST, SEO, number, "유엔난민기구와 한국 총영사관에 알림");
        story.hasDone(90, ARREST, HANEUL, number, TaskKind.CONFIRM_HELD, "두 사람 모두 쿤밍 공안에 있다고 함");
        story.hasDone(60, REPORTED, HANEUL, number, TaskKind.ASK_FOR_HELP, "현지 변호사와 통화함. 유엔난민기구에는 메일을 보냄");
    }

    /** Invented, as whoever is named in them is. */
    private void notes(CaseNumber number) throws Exception {
        story.isInTouch(
                20,
                69,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.MESSENGER,
                ContactOutcome.REACHED,
                "",
                "집에 다른 사람이 없는 낮에만 통화할 수 있다고 함. 먼저 걸지 말고 연락을 기다려 달라고 함.",
                FIRST);
        EntryId apart =
                story.writes(40, 60, HANEUL, number, "가까이 살지만 둘이 함께 있을 때는 통화하지 않기로 함. 한 사람에게 들은 이야기를 다른 사람에게 옮기지 말 것.");
        story.isInTouch(
                10,
                31,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.MESSENGER,
                ContactOutcome.NOT_REACHED,
                "",
                "약속한 시간에 받지 않음. 다시 걸지 않음.",
                FIRST);
        story.isInTouch(
                30,
                30,
                HANEUL,
                number,
                NoteKind.MESSAGE,
                ContactBy.MESSENGER,
                ContactOutcome.REACHED,
                "",
                "싼 값을 부른 브로커를 조심하라고 다시 전함. 둘이 의논해 보겠다고 함.",
                SECOND);
        story.adds(29, HANEUL, number, apart, "브로커 이야기는 둘이 이미 나누었다고 함. 안부만 따로 물을 것.");
        story.isInTouch(
                15,
                DEPARTURE + 1,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.MESSENGER,
                ContactOutcome.REACHED,
                "",
                "전화기를 두고 가라고 다시 말함. 길에서 쓸 데가 있어 두고 갈 수 없다고 함.",
                FIRST,
                SECOND);
        for (int daysAgo : List.of(DEPARTURE - 2, ARREST + 1)) {
            story.isInTouch(
                    45,
                    daysAgo,
                    HANEUL,
                    number,
                    NoteKind.MESSAGE,
                    ContactBy.MESSENGER,
                    ContactOutcome.NOT_REACHED,
                    "",
                    "약속한 안부 메시지가 오지 않음.",
                    FIRST,
                    SECOND);
        }
        story.isInTouch(
                50,
                REPORTED,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.PHONE,
                ContactOutcome.REACHED,
                "현지 변호사",
                "면회가 되는지 알아보기로 함. 두 사람의 이름은 말하지 않음.");
        story.isInTouch(
                50,
                1,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.PHONE,
                ContactOutcome.LEFT_MESSAGE,
                "현지 변호사",
                "내일 오전에 다시 걸기로 함.");
    }

    /** Invented: after two silent evenings she was arrested. */
    private void missesTwoCheckIns(CaseNumber number) throws Exception {
        NewCheckInPlan everyDayAndAHalf = new NewCheckInPlan(
                36, 120, Optional.empty(), Optional.empty(), "정해 둔 메신저로 먼저 연락이 옴", "감자 심는 날", "비가 많이 와요");
        story.does(DEPARTURE, HANEUL, () -> story.checkIns().agree(number, person(number, FIRST), everyDayAndAHalf));
        story.does(ARREST, HANEUL, story::timePasses);
    }

    private void claims(CaseNumber number) throws Exception {
        SourceId paper = story.source(
                REPORTED,
                HANEUL,
                Story.published(
                        "Daily NK (영어판 English edition)", "번역자와 편집자 translator, editor", "", PartialDate.unknown()));
        story.source(REPORTED, HANEUL, Story.relayed(SourceKind.MEDIA, "Daily NK (한국어 원문 Korean original)", paper));
        SourceId informant = story.source(REPORTED, HANEUL, Story.relayed(SourceKind.ANONYMOUS_INSIDER, "", paper));
        Telling told = new Telling(story, number, REPORTED, HANEUL);
        ofThePaper(told.voice(paper, PartialDate.unknown()).about());
        // All of it hangs on the one informant, also where the paper speaks in its own voice.
        Voice source = told.voice(informant, WEDNESDAY);
        ofTheirLives(source);
        ofTheFirst(source.about(FIRST));
        ofTheSecond(source.about(SECOND));
        ofTheBrokers(source);
        ofTheWay(told, source);
        ofTheArrest(told, source.of(told.entry(Stage.DETENTION)));
        ofWhatComes(source);
        known(number);
    }

    /** What stands of the two beside their journeys; the interventions and the referral are invented. */
    private void known(CaseNumber number) throws Exception {
        Telling told = new Telling(story, number, REPORTED, HANEUL);
        ParticipantId first = told.whom(FIRST).iterator().next();
        ParticipantId second = told.whom(SECOND).iterator().next();
        told.knows(Posts.is(first, RelationshipKind.NEIGHBOUR, second, Certainty.PROBABLE));
        told.knows(Posts.family(told.whom(), GroupKind.TRAVEL_PARTY, Optional.of(2), ""));
        told.knows(lives(told.whom(FIRST), LivingSituation.WITH_CHINESE_SPOUSE));
        told.knows(lives(told.whom(SECOND), LivingSituation.UNKNOWN));
        EntryId check = told.knows(happened(told, IncidentKind.ID_CHECK, Certainty.PROBABLE, "", Set.of()));
        EntryId traced = told.knows(happened(told, IncidentKind.OTHER, Certainty.POSSIBLE, "휴대전화로 행적이 드러남", Set.of()));
        EntryId called =
                told.knows(happened(told, IncidentKind.OTHER, Certainty.POSSIBLE, "공안이 휴대전화에 있던 번호로 전화를 검", Set.of()));
        told.knows(happened(told, IncidentKind.ARREST, Certainty.PROBABLE, "", Set.of(check, traced, called)));
        told.knows(new NewDetention(
                told.whom(),
                Optional.of(told.entry(Stage.DETENTION)),
                POLICE,
                KUNMING,
                PartialDate.on(story.day(ARREST)),
                DetentionState.HELD,
                Answer.UNKNOWN,
                Contact.UNKNOWN,
                Contact.UNKNOWN,
                Contact.UNKNOWN,
                PartialDate.on(story.day(REPORTED)).inTheWords("수요일"),
                ""));
        told.knows(asked(told, Addressee.UNHCR, InterventionKind.NO_RETURN, PartialDate.on(story.day(REPORTED))));
        told.knows(asked(told, Addressee.MEDIA, InterventionKind.PUBLIC_APPEAL, PartialDate.unknown()));
        told.knows(referral(told));
    }

    /** Invented: one of them had agreed that other organisations are told, the other one had never been asked. */
    private NewReferral referral(Telling told) {
        return new NewReferral(
                told.whom(),
                ReferralKind.LEGAL,
                ReferredTo.ORGANISATION,
                "중국에서 구금된 사람을 돕는 변호사 모임",
                ReferralState.ASKED,
                PartialDate.on(story.day(REPORTED)),
                PartialDate.unknown(),
                "두 사람이 언제 어디서 붙잡혔는지만 전달함. 신원과 가족 이야기는 전하지 않음.",
                "두 번째 사람은 구금되어 물을 길이 없음. 송환되기 전에 변호사를 찾아야 함.",
                "");
    }

    private static NewBackground lives(Set<ParticipantId> whom, LivingSituation living) {
        return new NewBackground(
                whom, Occupation.UNKNOWN, living, LIAONING, PartialDate.unknown(), Set.of(), "농촌에 살았음");
    }

    private NewIncident happened(
            Telling told, IncidentKind kind, Certainty certainty, String words, Set<EntryId> causes) {
        return new NewIncident(
                told.whom(), kind, PartialDate.on(story.day(ARREST)), KUNMING, POLICE, words, certainty, causes);
    }

    private static NewIntervention asked(Telling told, Addressee to, InterventionKind kind, PartialDate made) {
        return new NewIntervention(
                told.whom(), to, "", kind, made, InterventionAnswer.NONE_YET, PartialDate.unknown(), "");
    }

    private static void ofThePaper(Voice paper) throws Exception {
        paper.says(ASSERTED, ClaimTopic.ARREST, "두 사람이 체포된 사실을 이 매체가 알게 되었다.");
        paper.says(ASSERTED, BACKGROUND, "한국어 원문이 따로 있고, 영어판은 그 번역이다.");
        paper.says(ASSERTED, BACKGROUND, "소식통은 안전 때문에 익명을 조건으로 말했다.");
        paper.says(ASSERTED, BACKGROUND, "북한 안과 중국, 그 밖의 곳에 취재원이 있다.");
        paper.says(ASSERTED, BACKGROUND, "취재원의 신원은 안전을 위해 밝히지 않으며, 이를 설명하는 안내가 공개되어 있다.");
        paper.says(ASSERTED, OTHER, "자료 사진: 단둥역에서 귀국을 기다리는 북한 노동자들. 이 사례의 사람들이 아니다.");
        paper.says(ASSERTED, COST, "다른 브로커들은 대부분 1천만 원 이상을 요구한다. 한 사람 값인지는 말하지 않는다.");
        paper.says(ASSERTED, COST, "그런 돈은 먼저 달라고 한다. 전부인지 일부인지는 말하지 않는다.");
        paper.says(ASSERTED, COST, "1천만 원은 약 7,667달러이다.");
        paper.says(ASSERTED, COST, "250만 원은 약 1,916달러이다.");
        paper.says(ASSERTED, COST, "탈북민에게는 감당하기 어려운 큰돈이다.");
    }

    private static void ofTheirLives(Voice source) throws Exception {
        source.says(ASSERTED, IDENTITY, "두 사람은 중국에 살던 탈북민이다.");
        source.says(ASSERTED, IDENTITY, "랴오닝성의 농촌에 살았다. 마을은 말하지 않았다.");
        source.says(QUOTED, MOTIVE, "중국에서의 고단한 삶에서 벗어나려 했다.");
        source.says(QUOTED, OTHER, "두 사람에게 닥친 일은 불행이라고 했다.");
    }

    private static void ofTheFirst(Voice source) throws Exception {
        source.says(ASSERTED, IDENTITY, "첫 번째 사람은 여성이다.");
        source.says(ASSERTED, FAMILY, "중국인 남편과 혼인한 사이이다. 어떻게 혼인했는지는 말하지 않았다.");
        source.says(ASSERTED, ClaimTopic.DEPARTURE, "전에도 한국으로 가려다 여러 번 실패했다.");
        source.says(ASSERTED, ClaimTopic.DEPARTURE, since2019(), "집에서 세 번 달아났다.");
        source.says(ASSERTED, ClaimTopic.DEPARTURE, since2019(), "번번이 중국인 남편에게 붙잡혔다.");
        source.says(ASSERTED, ClaimTopic.DEPARTURE, since2019(), "번번이 이웃들에게도 붙잡혔다.");
        source.says(ASSERTED, FAMILY, PartialDate.unknown().inTheWords("여러 해 동안"), "남편과 그 가족의 손아귀에 있었다.");
        source.says(ASSERTED, FAMILY, PartialDate.unknown().inTheWords("여러 해 동안"), "남편과 그 가족이 지켜보았다.");
        source.says(ASSERTED, OTHER, "휴대전화를 빼앗겼다. 언제부터인지는 말하지 않았다.");
        source.says(ASSERTED, OTHER, PartialDate.unknown().inTheWords("작년 6월에야"), "휴대전화를 다시 쓸 수 있게 되었다.");
        source.says(QUOTED, MOTIVE, "휴대전화를 돌려받자마자 다시 한국행을 생각했다.");
        source.says(INFERRED, FAMILY, "중국인 가족이 마음을 놓아야 몸을 뺄 수 있었다.");
        source.says(QUOTED, COST, "처음에는 브로커만 알아보고 있었다.");
    }

    private static PartialDate since2019() {
        return PartialDate.read("2019", Qualifier.SINCE).orElseThrow();
    }

    private static void ofTheSecond(Voice source) throws Exception {
        source.says(QUOTED, FAMILY, SEPTEMBER, "두 번째 사람은 첫 번째 사람 가까이에 살았다.");
        source.says(QUOTED, ClaimTopic.DEPARTURE, SEPTEMBER, "함께 한국으로 가자고 먼저 말을 꺼냈다.");
    }

    private static void ofTheBrokers(Voice source) throws Exception {
        source.says(ASSERTED, ClaimTopic.DEPARTURE, SEPTEMBER, "함께 떠나기로 뜻을 모았다.");
        source.says(ASSERTED, COST, "각자 따로 브로커를 알아보았다.");
        source.says(INFERRED, COST, "따로 알아본 까닭: 되도록 안전하게 가려고.");
        source.says(INFERRED, COST, "따로 알아본 까닭: 값을 골라 보려고.");
        source.says(ASSERTED, COST, "아는 사람을 거쳐 한 브로커와 연락이 닿았다.");
        source.says(ASSERTED, COST, "그 브로커는 한국까지 보내 줄 수 있다고 장담했다.");
        source.says(ASSERTED, COST, "그 브로커는 한 사람에 250만 원을 불렀다.");
        source.says(INFERRED, ClaimTopic.DEPARTURE, "값이 싸서 망설이지 않고 떠나기로 했다. 받아들였다거나 냈다고는 말하지 않았다.");
    }

    private static void ofTheWay(Telling told, Voice source) throws Exception {
        Voice departure = source.of(told.entry(Stage.TRANSIT));
        departure.says(QUOTED, ClaimTopic.DEPARTURE, LAST_MONTH, "한국으로 가려고 집을 나섰다.");
        departure.says(ASSERTED, ClaimTopic.DEPARTURE, LAST_MONTH, "두 사람 모두 저마다의 집에서 빠져나왔다.");
        EntryId taxi = source.says(QUOTED, ROUTE, LAST_MONTH, "택시를 타고 갔다.");
        told.relates(source.says(ASSERTED, ROUTE, "랴오닝에서 쿤밍까지 택시로 나흘 걸렸다."), SAME_AS, taxi);
        source.says(QUOTED, ROUTE, "휴대전화를 지니고 떠났다.");
        source.says(QUOTED, ROUTE, "그 휴대전화들은 공안에 등록된 것이었다.");
    }

    private static void ofTheArrest(Telling told, Voice source) throws Exception {
        source.says(ASSERTED, ClaimTopic.ARREST, "윈난성 쿤밍에서 중국 공안에 체포되었다.");
        source.says(QUOTED, ClaimTopic.ARREST, "도시에 닿자마자 체포되었다.");
        source.says(ASSERTED, ClaimTopic.ARREST, "한국으로 가려던 끝에 체포되었다.");
        EntryId check = source.says(ASSERTED, ClaimTopic.ARREST, LAST_MONTH, "신분증 검문에서 걸렸다. 어떤 곳이었는지는 말하지 않았다.");
        told.relates(source.says(SUSPECTED, ClaimTopic.ARREST, "지닌 휴대전화로 행적이 드러난 것 같다."), REFINES, check);
        EntryId call = source.says(SUSPECTED, ClaimTopic.ARREST, "공안이 휴대전화에 있던 번호로 전화를 걸었을 수 있다. 누구의 번호인지는 말하지 않았다.");
        told.relates(call, REFINES, check);
        told.relates(source.says(SUSPECTED, ClaimTopic.ARREST, "정말 중국에 사는 탈북민인지 확인하려는 전화였을 수 있다."), REFINES, call);
        source.says(ASSERTED, ClaimTopic.DETENTION, WEDNESDAY, "여전히 쿤밍 공안에 붙잡혀 있다.");
    }

    private static void ofWhatComes(Voice source) throws Exception {
        source.says(FORECAST, RETURN, "이제 북송될 위험이 더 커졌다.");
        source.says(QUOTED, ClaimTopic.DETENTION, "어떻게 될지는 기다려 보아야 한다.");
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
