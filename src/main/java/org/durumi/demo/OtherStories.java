package org.durumi.demo;

import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.demo.DemoStaff.SEO;
import static org.durumi.demo.DemoStaff.YUN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.Checklist;
import org.durumi.cases.CloseReason;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.NewDevice;
import org.durumi.identity.Actor;
import org.durumi.kernel.Answer;
import org.durumi.kernel.BrokerId;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.people.NameForm;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.work.ContactBy;
import org.durumi.work.ContactOutcome;
import org.durumi.work.NoteKind;

/** Invented cases at other stages, so that lists, alerts and confirmations have something to show. */
@ApplicationScoped
public class OtherStories {
    private static final Place YANBIAN = new Place("옌볜 Yanbian", "CN");
    private static final Place BANGKOK = new Place("방콕 Bangkok", "TH");
    private static final Place SEOUL = new Place("서울 Seoul", "KR");
    private static final Place NANNING = new Place("난닝 Nanning", "CN");
    private static final Place VIENTIANE = new Place("비엔티안 Vientiane", "LA");

    @Inject
    Story story;

    void tell(BrokerId vetted) throws Exception {
        motherAndChild();
        withAVettedBroker(vetted);
        inProtectiveCustody();
        arrived();
        silent();
        reportedOnly();
        released();
        closed();
        withdrawnLongAgo();
    }

    /** Closed, and kept for an inquiry. */
    private void closed() throws Exception {
        CaseNumber number = alone(250, YUN, AgeBand.AGE_30_39, Sex.FEMALE, YANBIAN);
        story.calls(250, YUN, number, "서울에 온 딸");
        leaves(number, 190);
        isHeldSafely(number, 150);
        arrives(number, 100);
        story.closes(60, SEO, number, CloseReason.ARRIVED, "정착 교육을 마치고 가족과 살고 있음. 더 할 일이 없음.");
        story.holds(30, SEO, number, "유엔 조사에서 송환 경위를 물을 수 있음");
    }

    /** Of which somebody has to say whether it still has to be kept. */
    private void withdrawnLongAgo() throws Exception {
        CaseNumber number = alone(395, YUN, AgeBand.AGE_40_49, Sex.MALE, YANBIAN);
        story.enters(
                390,
                YUN,
                number,
                0,
                story.stage(Stage.WITHDRAWN, 390, YANBIAN, Certainty.CONFIRMED, "본인이 그만두겠다고 함", StageDetails.none()));
        story.closes(385, SEO, number, CloseReason.WITHDRAWN, "본인이 원하지 않음. 연락하지 말아 달라고 함.");
    }

    private void motherAndChild() throws Exception {
        CaseNumber number = story.opens(
                20,
                HANEUL,
                CaseKind.FAMILY,
                RouteKind.LAND_VIA_CHINA,
                "KR",
                List.of(
                        person(ParticipantRole.PRINCIPAL, AgeBand.AGE_30_39, Sex.FEMALE),
                        person(ParticipantRole.CHILD, AgeBand.AGE_0_11, Sex.FEMALE)),
                contact(20, YANBIAN));
        story.calls(20, HANEUL, number, "엄마와 딸");
        EntryId phone = story.on(
                18,
                HANEUL,
                () -> story.circumstances()
                        .recordDevice(number, story.participants(number).get(0).id(), phone(Answer.YES, false)));
        story.does(
                1,
                HANEUL,
                () -> story.corrections()
                        .correctDevice(number, phone, phone(Answer.NO, true), "외할머니 댁에 두고 왔다고 알려 옴", 0));
        story.isInTouch(
                20,
                16,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.PHONE,
                ContactOutcome.SOMEBODY_ELSE,
                "외할머니",
                "모녀가 장에 갔다고 함. 저녁에 다시 걸기로 함.");
        story.isInTouch(
                20,
                1,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.PHONE,
                ContactOutcome.REACHED,
                "",
                "전화기를 두고 왔다고 함. 아이가 기침을 해서 약을 구하는 중.",
                0);
        story.hasToDo(1, HANEUL, number, "아이 약값을 슈퍼바이저와 의논", 1);
        story.writes(30, 1, HANEUL, number, "아이 약값을 어떻게 도울지 슈퍼바이저와 의논할 것.");
    }

    private static NewDevice phone(Answer carried, boolean leftBehind) {
        return new NewDevice(
                "휴대전화",
                "13900000762",
                Answer.YES,
                carried,
                leftBehind,
                false,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
    }

    private void withAVettedBroker(BrokerId vetted) throws Exception {
        CaseNumber number = alone(45, YUN, AgeBand.AGE_20_29, Sex.MALE, YANBIAN);
        // Two caseworkers know the same man, whom they write differently.
        story.names(45, YUN, number, 0, story.name(NameForm.HANGUL, "류한솔", 20));
        story.quotes(16, YUN, number, vetted, "11000000", "", Optional.of(50));
        StageDetails engaged = StageDetails.none().withBroker(vetted);
        story.enters(15, YUN, number, 0, story.stage(Stage.BROKER, 15, YANBIAN, Certainty.CONFIRMED, "", engaged));
    }

    private void inProtectiveCustody() throws Exception {
        CaseNumber number = alone(120, YUN, AgeBand.AGE_40_49, Sex.FEMALE, YANBIAN);
        story.calls(120, YUN, number, "방콕 보호소");
        leaves(number, 40);
        story.enters(
                30,
                YUN,
                number,
                0,
                story.stage(Stage.TRANSIT, 30, VIENTIANE, Certainty.CONFIRMED, "", StageDetails.none()));
        isHeldSafely(number, 22);
    }

    private void arrived() throws Exception {
        CaseNumber number = alone(300, YUN, AgeBand.AGE_20_29, Sex.FEMALE, YANBIAN);
        leaves(number, 200);
        isHeldSafely(number, 180);
        arrives(number, 90);
    }

    private void silent() throws Exception {
        CaseNumber number = alone(80, HANEUL, AgeBand.AGE_18_19, Sex.MALE, YANBIAN);
        story.names(80, HANEUL, number, 0, story.name(NameForm.LATIN, "Yoo Han-sol", 19));
        StageDetails left = StageDetails.none().departing(Departure.HAS_LEFT, Checklist.notAsked());
        story.enters(
                24,
                HANEUL,
                number,
                0,
                story.stage(Stage.TRANSIT, 24, YANBIAN, Certainty.PROBABLE, "가족이 떠났다고 알려 옴", left));
        story.takesInHand(24, SEO, number, "가족을 통해 안전 수칙을 전달함");
        story.enters(
                12,
                HANEUL,
                number,
                0,
                story.stage(
                        Stage.CONTACT_LOST, 12, NANNING, Certainty.UNKNOWN, "약속한 연락이 두 번 없었음", StageDetails.none()));
        story.isInTouch(
                10,
                12,
                HANEUL,
                number,
                NoteKind.MESSAGE,
                ContactBy.MESSENGER,
                ContactOutcome.NOT_REACHED,
                "",
                "읽지 않음.",
                0);
        story.isInTouch(
                10,
                8,
                HANEUL,
                number,
                NoteKind.CALL,
                ContactBy.PHONE,
                ContactOutcome.REACHED,
                "이모",
                "집에도 소식이 없다고 함. 무슨 소식이든 들으면 바로 알려 주기로 함.");
    }

    private void reportedOnly() throws Exception {
        PartialDate aboutThen = PartialDate.read(YearMonth.from(story.day(40)).toString(), PartialDate.Qualifier.EARLY)
                .orElseThrow();
        NewStage reported = new NewStage(
                Stage.REPORTED,
                aboutThen,
                story.day(9),
                new Place("", "RU"),
                Certainty.POSSIBLE,
                "",
                StageDetails.none());
        story.opens(
                9,
                YUN,
                CaseKind.REPORTED_ONLY,
                RouteKind.OVERSEAS_WORKER,
                "",
                List.of(person(ParticipantRole.PRINCIPAL, AgeBand.UNKNOWN, Sex.MALE)),
                reported);
    }

    private void released() throws Exception {
        CaseNumber number = alone(60, HANEUL, AgeBand.AGE_50_59, Sex.FEMALE, NANNING);
        story.calls(60, HANEUL, number, "난닝에서 풀려난 사람");
        StageDetails held = StageDetails.none().with("난닝 공안 Nanning police", "", Answer.NO, GoalKnown.NOT_KNOWN);
        story.enters(14, HANEUL, number, 0, story.stage(Stage.DETENTION, 14, NANNING, Certainty.CONFIRMED, "", held));
        story.takesInHand(14, SEO, number, "현지 변호사와 연락함");
        story.enters(
                2,
                HANEUL,
                number,
                0,
                story.stage(
                        Stage.CONTACT, 2, NANNING, Certainty.PROBABLE, "벌금을 내고 풀려났다고 본인이 알려 옴", StageDetails.none()));
    }

    private void leaves(CaseNumber number, int daysAgo) throws Exception {
        StageDetails departing = StageDetails.none().departing(Departure.PLANNED, Story.COMPLETE);
        story.enters(
                daysAgo,
                YUN,
                number,
                0,
                story.stage(Stage.TRANSIT, daysAgo, YANBIAN, Certainty.CONFIRMED, "", departing));
    }

    /** In protective custody in Bangkok. */
    private void isHeldSafely(CaseNumber number, int daysAgo) throws Exception {
        StageDetails custody =
                StageDetails.none().with("이민국 보호소 Immigration holding", "", Answer.YES, GoalKnown.UNKNOWN);
        story.enters(
                daysAgo,
                YUN,
                number,
                0,
                story.stage(Stage.MISSION, daysAgo, BANGKOK, Certainty.CONFIRMED, "", custody));
    }

    private void arrives(CaseNumber number, int daysAgo) throws Exception {
        StageDetails reception = StageDetails.none().with("통일부", "", Answer.YES, GoalKnown.UNKNOWN);
        story.enters(
                daysAgo,
                YUN,
                number,
                0,
                story.stage(Stage.ARRIVAL, daysAgo, SEOUL, Certainty.CONFIRMED, "", reception));
    }

    /** Somebody who travels alone, overland through China, met in contact. */
    private CaseNumber alone(int daysAgo, Actor caseworker, AgeBand age, Sex sex, Place where) throws Exception {
        return story.opens(
                daysAgo,
                caseworker,
                CaseKind.INDIVIDUAL,
                RouteKind.LAND_VIA_CHINA,
                "KR",
                List.of(person(ParticipantRole.PRINCIPAL, age, sex)),
                contact(daysAgo, where));
    }

    private NewStage contact(int daysAgo, Place where) {
        return story.stage(Stage.CONTACT, daysAgo, where, Certainty.CONFIRMED, "", StageDetails.none());
    }

    private static NewParticipant person(ParticipantRole role, AgeBand age, Sex sex) {
        return new NewParticipant(role, age, sex, Answer.NO, Answer.NO);
    }
}
