package org.durumi.demo;

import static org.durumi.demo.DemoStaff.YUN;
import static org.durumi.evidence.ClaimTopic.ARRIVAL;
import static org.durumi.evidence.ClaimTopic.BACKGROUND;
import static org.durumi.evidence.ClaimTopic.DEPARTURE;
import static org.durumi.evidence.ClaimTopic.FAMILY;
import static org.durumi.evidence.ClaimTopic.MOTIVE;
import static org.durumi.evidence.ClaimTopic.OTHER;
import static org.durumi.evidence.ClaimTopic.ROUTE;
import static org.durumi.evidence.Modality.ASSERTED;
import static org.durumi.evidence.Modality.INFERRED;
import static org.durumi.evidence.Modality.QUOTED;
import static org.durumi.evidence.RelationKind.CONTRADICTS;
import static org.durumi.evidence.RelationKind.REFINES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.NewLeg;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.demo.Telling.Voice;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.route.Border;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/**
 * Two families who came by sea in 2023, nine people in the west and four in the east, by one report that names none of them;
 * with what it says of everybody who came in that year.
 */
@ApplicationScoped
public class BoatsStory {
    private static final int RECORDED = 13;
    private static final LocalDate THURSDAY = LocalDate.of(2024, Month.JANUARY, 18);
    private static final PartialDate ON_THURSDAY = PartialDate.on(THURSDAY).inTheWords("목요일");
    private static final PartialDate LAST_YEAR = in("2023").inTheWords("지난해");
    private static final NewParticipant UNNAMED = NewParticipant.unknown();
    private static final NewParticipant BROTHER =
            new NewParticipant(ParticipantRole.ORGANISER, AgeBand.UNKNOWN, Sex.MALE, Answer.UNKNOWN, Answer.UNKNOWN);
    private static final Place NORTH = new Place("", "KP");
    private static final Place SOUTH = new Place("", "KR");

    @Inject
    Story story;

    void tell() throws Exception {
        SourceId herald = story.source(
                RECORDED,
                YUN,
                Story.published(
                        "The Korea Herald",
                        "기자 한 사람 one reporter",
                        "남으로 오는 반체제 인사가 늘고 있다 / 엘리트 탈북 최근 최다",
                        PartialDate.on(THURSDAY).inTheWords("2024. 1. 18. 15:42")));
        SourceId ministry = relayed(SourceKind.OFFICIAL, "한국 통일부 Ministry of Unification", herald);
        theNine(herald, ministry);
        theFour(herald);
    }

    private SourceId relayed(SourceKind kind, String who, SourceId through) throws Exception {
        return story.source(RECORDED, YUN, Story.relayed(kind, who, through));
    }

    private void theNine(SourceId herald, SourceId ministry) throws Exception {
        List<NewParticipant> nine = new ArrayList<>(List.of(BROTHER, BROTHER));
        nine.addAll(Collections.nCopies(7, UNNAMED));
        PartialDate arrived =
                PartialDate.read("2023-05", Qualifier.SINCE).orElseThrow().inTheWords("도착한 날은 말하지 않음");
        CaseNumber number = crossed(
                "목선을 탄 아홉 가족", RouteKind.SEA_WEST, nine, in("2023-05").inTheWords("지난해 5월"), "목선 wooden boat", arrived);
        Telling told = new Telling(story, number, RECORDED, YUN);
        Voice paper = told.voice(herald, PartialDate.on(THURSDAY));
        paper.says(ASSERTED, DEPARTURE, in("2023-05"), "아홉 식구가 바다를 건넜다.");
        paper.says(ASSERTED, ROUTE, in("2023-05"), "서쪽 바다의 경계를 넘었다.");
        paper.says(ASSERTED, ROUTE, in("2023-05"), "나무로 만든 배를 탔다.");
        paper.about(0, 1).says(ASSERTED, FAMILY, "형제 두 사람이 온 식구의 탈출을 이끌었다. 아홉에 드는지는 말하지 않았다.");
        paper.about().says(ASSERTED, OTHER, "사진 설명: 북한의 한 가족이 타고 온 나무배. 어느 가족인지는 말하지 않았다.");
        told.knows(Posts.family(told.whom(), GroupKind.EXTENDED_FAMILY, Optional.of(9), ""));
        told.knows(Posts.is(
                told.whom(0).iterator().next(),
                RelationshipKind.SIBLING,
                told.whom(1).iterator().next(),
                Certainty.PROBABLE));
        SourceId authorities = relayed(SourceKind.OFFICIAL, "서울의 당국 authorities in Seoul", herald);
        SourceId brothers = story.source(
                RECORDED,
                YUN,
                Story.neverPrinted(
                        Story.relayed(SourceKind.CLIENT, "형제 두 사람 (당국과 이름 없는 매체를 거침) the two brothers", authorities)));
        Voice themselves = told.voice(brothers, PartialDate.unknown()).about(0, 1);
        themselves.says(ASSERTED, MOTIVE, "몰래 본 한국 텔레비전 때문에 마음을 정했다.");
        told.voice(authorities, PartialDate.unknown())
                .about(0, 1)
                .says(ASSERTED, OTHER, "형제가 서울의 당국에 말한 것으로 옮겨졌다. 누가 옮겼는지는 말하지 않았다.");
        themselves.about().says(ASSERTED, BACKGROUND, "엄격한 방역 때문에 사람을 먹는 일까지 있었다. 이 가족의 일이 아니다.");
        themselves.about().says(ASSERTED, BACKGROUND, "먹을 것을 찾으려고 극단의 수단을 쓰는 사람들이 있었다.");
        Voice year = told.voice(ministry, ON_THURSDAY).about();
        ofTheYear(told, year, paper.about());
        ofTheElite(told, year, paper.about());
        ofTheReasons(told, year, paper.about());
        ofTheWatch(
                told.voice(relayed(SourceKind.OFFICIAL, "한국 정보 당국 (기관 미상) intelligence authorities", herald), LAST_YEAR)
                        .about());
    }

    private static void ofTheYear(Telling told, Voice ministry, Voice paper) throws Exception {
        paper.says(ASSERTED, OTHER, "그림 하나는 이 일과 무관한 자료 그림이다.");
        paper.says(ASSERTED, BACKGROUND, "통일부는 남북 관계를 맡은 서울의 부처이다.");
        ministry.says(ASSERTED, BACKGROUND, ON_THURSDAY, "특권층과 젊은 탈북민이 최근 늘었다.");
        EntryId one = ministry.says(ASSERTED, BACKGROUND, in("2023"), "2023년 탈북민은 196명이다.");
        EntryId two = ministry.says(ASSERTED, BACKGROUND, in("2022"), "2022년 탈북민은 67명이다.");
        EntryId three = ministry.says(ASSERTED, BACKGROUND, in("2021"), "2021년 탈북민은 63명이다.");
        EntryId triple = paper.says(ASSERTED, BACKGROUND, in("2023"), "앞의 두 해의 약 세 배이다.");
        told.relates(triple, REFINES, one);
        told.relates(triple, REFINES, two);
        told.relates(triple, REFINES, three);
        paper.says(ASSERTED, BACKGROUND, in("2021 ~ 2022"), "그 두 해에는 코로나19가 여전히 번지고 있었다.");
        paper.says(ASSERTED, BACKGROUND, in("2023"), "196은 «탈북민의 수»라고 부른다. 입국자라고 하지 않는다.");
        ministry.says(ASSERTED, BACKGROUND, in("2023"), "20세에서 39세까지가 196명의 절반을 넘는다.");
        ministry.says(ASSERTED, BACKGROUND, in("2023"), "여성과 여자아이는 약 8분의 1이다.");
        paper.says(ASSERTED, BACKGROUND, in("2023"), "여자아이를 여성과 함께 센다.");
    }

    private static void ofTheElite(Telling told, Voice ministry, Voice paper) throws Exception {
        EntryId title = paper.says(ASSERTED, BACKGROUND, in("2023"), "둘째 제목: 특권층 탈북이 최근 들어 가장 많다.");
        ministry.says(ASSERTED, BACKGROUND, in("2023"), "지난해 온 사람 가운데 특권층이 있었다.");
        ministry.says(QUOTED, BACKGROUND, in("2023"), "그 수는 최근 몇 해 가운데 가장 많은 축에 든다.");
        told.relates(
                paper.says(ASSERTED, BACKGROUND, in("2023"), "본문: 특권층 탈북은 가장 많은 «축에 든다»고 할 뿐이다."), CONTRADICTS, title);
        EntryId withheld = ministry.says(ASSERTED, BACKGROUND, in("2023"), "특권층이 몇 명인지는 밝힐 수 없다.");
        told.relates(ministry.says(ASSERTED, BACKGROUND, in("2023"), "밝히지 않는 까닭은 그들의 안전이다."), REFINES, withheld);
    }

    private static void ofTheReasons(Telling told, Voice ministry, Voice paper) throws Exception {
        EntryId title = paper.says(ASSERTED, BACKGROUND, in("2023"), "제목: 남으로 오는 반체제 인사가 늘고 있다.");
        ministry.says(ASSERTED, BACKGROUND, in("2023"), "특권층과 젊은 탈북민은 정권에 대한 반감을 이유로 든다고 한다.");
        told.relates(
                ministry.says(ASSERTED, BACKGROUND, in("2023"), "지난해 떠난 사람들이 가장 많이 든 이유가 정권에 대한 반감이다."),
                REFINES,
                title);
        ministry.says(ASSERTED, BACKGROUND, PartialDate.unknown().inTheWords("예전에는"), "예전에는 대부분 배고픔이 주된 이유였다.");
        ministry.says(ASSERTED, BACKGROUND, in("2023"), "대부분은 먼저 다른 나라를 거쳐야 했다. 어느 나라인지는 말하지 않았다.");
        paper.says(ASSERTED, BACKGROUND, in("2023"), "바닷길 탈북이 적어도 두 건 있었다.");
        paper.says(ASSERTED, BACKGROUND, "바닷길은 드물게 쓰여 왔다.");
        paper.says(INFERRED, BACKGROUND, in("2023"), "두 배를 더하면 열세 사람이다(우리가 더함). 196명에 드는지는 말하지 않았다.");
    }

    private static void ofTheWatch(Voice intelligence) throws Exception {
        intelligence.says(INFERRED, BACKGROUND, in("2023"), "평양은 해외에 나가 있는 특권층을 더 감시하기 시작했다.");
        intelligence.says(INFERRED, BACKGROUND, in("2023"), "그 감시의 목적은 탈북을 막는 것이다.");
        intelligence.says(
                ASSERTED,
                BACKGROUND,
                PartialDate.read("2022-05", Qualifier.ABOUT).orElseThrow().inTheWords("2022년 5월쯤부터"),
                "고위 관리의 망명이 잇따랐고, 감시는 그 뒤이다.");
    }

    private void theFour(SourceId herald) throws Exception {
        CaseNumber number = crossed(
                "동쪽 바다의 네 가족",
                RouteKind.SEA_EAST,
                Collections.nCopies(4, UNNAMED),
                in("2023-10"),
                "",
                in("2023-10").inTheWords("10월"));
        Telling told = new Telling(story, number, RECORDED, YUN);
        Voice paper = told.voice(herald, PartialDate.on(THURSDAY));
        paper.of(told.entry(Stage.ARRIVAL)).says(ASSERTED, ARRIVAL, in("2023-10"), "다른 네 식구가 한국에 왔다.");
        paper.says(ASSERTED, ROUTE, in("2023-10"), "배로 동쪽 바다의 경계를 넘었다.");
        told.knows(Posts.family(told.whom(), GroupKind.TRAVEL_PARTY, Optional.of(4), ""));
    }

    private CaseNumber crossed(
            String label,
            RouteKind route,
            List<NewParticipant> people,
            PartialDate left,
            String vessel,
            PartialDate arrived)
            throws Exception {
        NewStage report = stage(Stage.REPORTED, left, NORTH);
        CaseNumber number = story.opens(RECORDED, YUN, CaseKind.FAMILY, route, "KR", people, report);
        story.calls(RECORDED, YUN, number, label);
        Border border = route == RouteKind.SEA_WEST ? Border.MARITIME_WEST : Border.MARITIME_EAST;
        story.does(
                RECORDED,
                YUN,
                () -> story.circumstances()
                        .recordLeg(
                                number,
                                new NewLeg(
                                        story.participants(number).stream()
                                                .map(Participant::id)
                                                .collect(Collectors.toSet()),
                                        NORTH,
                                        SOUTH,
                                        Means.BOAT,
                                        vessel,
                                        border,
                                        left,
                                        PartialDate.unknown(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        LegState.DONE)));
        story.enters(RECORDED, YUN, number, stage(Stage.ARRIVAL, arrived, SOUTH));
        return number;
    }

    private static NewStage stage(Stage stage, PartialDate happened, Place where) {
        return new NewStage(stage, happened, THURSDAY, where, Certainty.PROBABLE, "", StageDetails.none());
    }

    private static PartialDate in(String date) {
        return PartialDate.read(date, Qualifier.EXACT).orElseThrow();
    }
}
