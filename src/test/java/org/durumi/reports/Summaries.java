package org.durumi.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.durumi.circumstances.CircumstanceFixtures;
import org.durumi.circumstances.DrawnWay;
import org.durumi.circumstances.LegState;
import org.durumi.circumstances.WayWords;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.Level;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Texts;
import org.durumi.reports.Alerts.Alert;
import org.durumi.reports.Attempts.Attempt;
import org.durumi.reports.Costs.Norm;
import org.durumi.reports.Costs.Quote;
import org.durumi.reports.Devices.Device;
import org.durumi.reports.People.Person;
import org.durumi.reports.People.Step;
import org.durumi.reports.People.StepState;
import org.durumi.reports.Risk.Assessment;
import org.durumi.reports.Risk.Finding;
import org.durumi.reports.Risk.PersonRisk;
import org.durumi.reports.Route.Leg;
import org.durumi.reports.Timeline.Entry;
import org.durumi.reports.Waivers.Waiver;
import org.durumi.route.Certainty;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/** Summaries to print: two women on the way through China, as a Korean office would note it. */
final class Summaries {
    static final Instant NOW = Instant.parse("2026-11-22T05:05:30Z");
    static final UUID EXPORT = UUID.fromString("3f0c9a52-7d1e-4b6a-9c3d-5e8f70a1b2c4");
    static final Place LIAONING = new Place("랴오닝 辽宁", "CN");
    static final Place KUNMING = new Place("쿤밍 昆明 (Kunming)", "CN");

    private static final Money ASKED = Money.of("2500000", "KRW");
    private static final Alerts ALERTS = new Alerts(List.of(
            new Alert("대상자 A", "구금: 쿤밍 공안이 억류", Level.CRITICAL, Instant.parse("2023-01-12T03:20:00Z"), "확인함"),
            new Alert("대상자 B", "차단 규칙이 있는 상태로 출발", Level.HIGH, Instant.parse("2023-01-06T23:59:00Z"), "조치함")));
    private static final Waivers WAIVERS = new Waivers(List.of(new Waiver(
            "대상자 B", "R05 출발 차단", "가구원이 돌아오기 전에 떠나야 해서 전원을 끄고 출발하기로 함", "seo", Instant.parse("2023-01-05T08:00:00Z"))));
    private static final Route ROUTE = new Route(List.of(
            new Leg("대상자 A, B", LIAONING, KUNMING, Means.TAXI, "4일", "2회 이상 예상", "중단"),
            new Leg("대상자 A, B", KUNMING, new Place("", "LA"), Means.FOOT, "", "", "계획")));
    private static final Attempts ATTEMPTS = new Attempts(List.of(
            new Attempt(
                    "대상자 A",
                    1,
                    PartialDate.read("2019", PartialDate.Qualifier.ABOUT).orElseThrow(),
                    "가구원에게 발각",
                    "외출이 금지되고 휴대전화를 빼앗김"),
            new Attempt("대상자 A", 2, PartialDate.in(YearMonth.of(2021, 3)), "이웃에게 발각", ""),
            new Attempt("대상자 A", 3, PartialDate.unknown(), "가구원에게 발각", "폭행")));
    private static final Devices DEVICES = new Devices(List.of(
            new Device("대상자 A", "스마트폰", "417", "예", "예", "두고 떠나도록 안내하지 못함"),
            new Device("대상자 B", "스마트폰", "", "예", "예", "")));
    private static final Costs COSTS = new Costs(List.of(
            new Quote(
                    "BLUE PINE",
                    PartialDate.on(LocalDate.of(2022, 12, 20)),
                    ASKED,
                    "around USD 1 916",
                    "100 %",
                    Optional.of(new Norm(Money.of("10000000", "KRW"), Optional.of(Money.of("18000000", "KRW")), -75)),
                    "수락"),
            new Quote(
                    "RED CEDAR 红松",
                    PartialDate.in(YearMonth.of(2022, 11)),
                    Money.of("3200.50", "USD"),
                    "",
                    "50 %",
                    Optional.empty(),
                    "거절")));

    private Summaries() {}

    /** Both go to Kunming, where the first is held; the other went on, and a walk that was planned is not begun. */
    static Way way() {
        ParticipantId first = ParticipantId.create();
        ParticipantId second = ParticipantId.create();
        Place border = new Place("가나다라마바사아자차".repeat(8), "CN");
        Place laos = new Place("", "LA");
        return Way.of(
                DrawnWay.of(
                                List.of(
                                        leg(Means.TAXI, LIAONING, KUNMING, LegState.DONE, first, second),
                                        leg(Means.BUS, KUNMING, border, LegState.UNDER_WAY, second),
                                        leg(Means.FOOT, KUNMING, laos, LegState.ABORTED, first),
                                        leg(Means.UNKNOWN, border, Place.unknown(), LegState.PLANNED, second)),
                                any -> List.of())
                        .orElseThrow(),
                new WayWords(
                        new Texts(Locale.KOREAN, ZoneOffset.UTC),
                        who -> who.size() > 1 ? "대상자 A, B" : who.contains(first) ? "대상자 A" : "대상자 B",
                        Set.of(first, second)));
    }

    private static org.durumi.circumstances.Leg leg(
            Means means, Place from, Place to, LegState state, ParticipantId... who) {
        return CircumstanceFixtures.leg(Set.of(who), means, from, to, Optional.of(4), Optional.of(2), state);
    }

    /** Two participants, everything filled in. */
    static CaseSummary kunming() {
        return with(timeline(), List.of(first(), second()));
    }

    /** The same with so many entries. */
    static CaseSummary withEntries(int entries) {
        List<Entry> timeline = new ArrayList<>();
        while (timeline.size() < entries) {
            timeline.addAll(timeline());
        }
        return with(timeline.subList(0, entries), List.of(first(), second(), third()));
    }

    /** A case that has just been opened. */
    static CaseSummary justOpened() {
        return new CaseSummary(
                new CaseSummary.Head(
                        Audience.INTERNAL,
                        new CaseNumber("C-2026-0PENED"),
                        "개인",
                        "북부팀",
                        "haneul",
                        RouteKind.UNKNOWN,
                        Stage.CONTACT,
                        Level.LOW,
                        NOW,
                        EXPORT,
                        true),
                List.of(
                        new People(List.of(new Person(
                                "대상자 A", "본인", "20대", "여성", List.of(), Stage.CONTACT, steps(Stage.CONTACT)))),
                        new Risk(List.of(new PersonRisk(
                                "대상자 A",
                                Optional.of(
                                        new Assessment(0, Level.LOW, List.of(), List.of("휴대전화가 공안에 등록되어 있습니까?")))))),
                        new Timeline(List.of(new Entry(
                                PartialDate.in(YearMonth.of(2026, 11)).inTheWords("지난주"),
                                LocalDate.of(2026, 11, 20),
                                "대상자 A",
                                "연락",
                                true,
                                new Place("", "CN"),
                                Certainty.PROBABLE,
                                false,
                                false,
                                List.of())))));
    }

    /** One of the people who travel, and her risk. */
    record Traveller(Person person, PersonRisk risk) {}

    static CaseSummary with(List<Entry> timeline, List<Traveller> travellers) {
        return new CaseSummary(
                new CaseSummary.Head(
                        Audience.INTERNAL,
                        new CaseNumber("C-2026-7F3KQM"),
                        "2인",
                        "북부팀 North team",
                        "haneul",
                        RouteKind.LAND_VIA_CHINA,
                        Stage.DETENTION,
                        Level.CRITICAL,
                        NOW,
                        EXPORT,
                        true),
                List.of(
                        new People(travellers.stream().map(Traveller::person).toList()),
                        new Risk(travellers.stream().map(Traveller::risk).toList()),
                        ALERTS,
                        WAIVERS,
                        new Timeline(timeline),
                        way(),
                        ROUTE,
                        ATTEMPTS,
                        DEVICES,
                        COSTS));
    }

    static Traveller first() {
        return traveller(
                "대상자 A",
                "본인",
                "20대",
                "여성",
                List.of("가구 내 통제", "강제결혼", "신분증 없음"),
                Stage.DETENTION,
                steps(Stage.DETENTION),
                Optional.of(new Assessment(
                        85,
                        Level.CRITICAL,
                        List.of(
                                new Finding(
                                        "R01",
                                        "송환하는 국가에서 적대 당국에 억류되어 있습니다.",
                                        "공관과 유엔난민기구에 오늘 안에 알리고, 면회와 소재를 확인하세요.",
                                        "확인됨",
                                        60,
                                        "심각",
                                        ""),
                                new Finding(
                                        "R05",
                                        "공안에 등록된 휴대전화를 지니고 있습니다.",
                                        "압수 여부를 확인하고, 연락처에 있는 사람들에게 알리세요.",
                                        "확인됨",
                                        10,
                                        "",
                                        ""),
                                new Finding("R07", "2019년 이후 세 번 실패했습니다.", "발각된 까닭을 먼저 확인하세요.", "유력", 15, "", "")),
                        List.of("한국행이 목적이라는 것을 공안이 알고 있습니까?"))));
    }

    static Traveller second() {
        return traveller(
                "대상자 B",
                "동행",
                "30대",
                "여성",
                List.of(),
                Stage.BROKER,
                steps(Stage.BROKER),
                Optional.of(new Assessment(
                        50,
                        Level.HIGH,
                        List.of(
                                new Finding(
                                        "R05",
                                        "공안에 등록된 휴대전화가 있고 안내 기록이 없습니다.",
                                        "전원을 끄고 두고 떠나도록 안내하세요.",
                                        "확인됨",
                                        20,
                                        "",
                                        "출발"),
                                new Finding(
                                        "R09",
                                        "1인당 견적이 기준 하한의 25 %입니다 (KRW 2,500,000 / 10,000,000).",
                                        "중개인에게 포함된 구간을 묻고 다른 견적을 받으세요.",
                                        "확인됨",
                                        20,
                                        "",
                                        "견적 수락"),
                                new Finding("R11", "브로커가 검증되지 않았습니다.", "다른 팀에 경험을 물어보세요.", "확인됨", 10, "", "")),
                        List.of("이번 이동에서 신분증 검문이 몇 번 예상됩니까?", "선금이 얼마입니까?"))));
    }

    /** Her way has ended: nobody assesses it any more. */
    static Traveller third() {
        return traveller("대상자 C", "동행", "", "", List.of(), Stage.ARRIVAL, steps(Stage.ARRIVAL), Optional.empty());
    }

    private static Traveller traveller(
            String label,
            String role,
            String ageBand,
            String sex,
            List<String> flags,
            Stage stage,
            List<Step> steps,
            Optional<Assessment> assessment) {
        return new Traveller(
                new Person(label, role, ageBand, sex, flags, stage, steps), new PersonRisk(label, assessment));
    }

    static Entry entry(String what, String... details) {
        return new Entry(
                PartialDate.on(LocalDate.of(2023, 1, 3)),
                LocalDate.of(2023, 1, 9),
                "대상자 A",
                what,
                true,
                KUNMING,
                Certainty.CONFIRMED,
                false,
                false,
                List.of(details));
    }

    private static List<Entry> timeline() {
        return List.of(
                new Entry(
                        PartialDate.read("2019", PartialDate.Qualifier.ABOUT).orElseThrow(),
                        LocalDate.of(2022, 12, 1),
                        "대상자 A",
                        "실패한 시도",
                        false,
                        LIAONING,
                        Certainty.PROBABLE,
                        false,
                        false,
                        List.of("가구원에게 발각됨")),
                new Entry(
                        PartialDate.in(YearMonth.of(2022, 12)),
                        LocalDate.of(2022, 12, 1),
                        "대상자 A, B",
                        "연락",
                        true,
                        LIAONING,
                        Certainty.CONFIRMED,
                        false,
                        false,
                        List.of()),
                new Entry(
                        PartialDate.on(LocalDate.of(2022, 12, 20)),
                        LocalDate.of(2022, 12, 21),
                        "대상자 A, B",
                        "브로커",
                        true,
                        LIAONING,
                        Certainty.CONFIRMED,
                        false,
                        false,
                        List.of("브로커 BLUE PINE", "지인의 소개 (introduced by an acquaintance)")),
                new Entry(
                        PartialDate.read("2023-01", PartialDate.Qualifier.EARLY).orElseThrow(),
                        LocalDate.of(2023, 1, 6),
                        "대상자 A, B",
                        "이동",
                        true,
                        LIAONING,
                        Certainty.PROBABLE,
                        false,
                        true,
                        List.of("버스로 출발")),
                new Entry(
                        PartialDate.read("2023-01", PartialDate.Qualifier.EARLY).orElseThrow(),
                        LocalDate.of(2023, 1, 7),
                        "대상자 A, B",
                        "이동",
                        true,
                        LIAONING,
                        Certainty.CONFIRMED,
                        false,
                        false,
                        List.of("택시로 쿤밍까지 나흘", "등록된 휴대전화 소지")),
                new Entry(
                        PartialDate.in(YearMonth.of(2023, 1)).inTheWords("last month"),
                        LocalDate.of(2023, 1, 12),
                        "대상자 A",
                        "구금",
                        true,
                        KUNMING,
                        Certainty.CONFIRMED,
                        true,
                        false,
                        List.of("昆明市公安局", "Detention acknowledged: no")));
    }

    private static List<Step> steps(Stage current) {
        List<Step> steps = new ArrayList<>();
        boolean reached = false;
        for (Stage stage : List.of(Stage.CONTACT, Stage.BROKER, Stage.TRANSIT, Stage.DETENTION, Stage.ARRIVAL)) {
            if (stage == current) {
                steps.add(new Step(stage, StepState.CURRENT));
                reached = true;
            } else {
                steps.add(new Step(stage, reached ? StepState.AHEAD : StepState.DONE));
            }
        }
        return steps;
    }
}
