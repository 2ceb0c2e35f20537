package org.durumi.demo;

import static org.durumi.demo.DemoStaff.BAE;
import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.evidence.ClaimTopic.ARRIVAL;
import static org.durumi.evidence.ClaimTopic.AUTHORITIES;
import static org.durumi.evidence.ClaimTopic.BACKGROUND;
import static org.durumi.evidence.ClaimTopic.DEPARTURE;
import static org.durumi.evidence.ClaimTopic.DESTINATION;
import static org.durumi.evidence.ClaimTopic.FAMILY;
import static org.durumi.evidence.ClaimTopic.IDENTITY;
import static org.durumi.evidence.ClaimTopic.MOTIVE;
import static org.durumi.evidence.ClaimTopic.OTHER;
import static org.durumi.evidence.ClaimTopic.POST;
import static org.durumi.evidence.ClaimTopic.RETURN;
import static org.durumi.evidence.ClaimTopic.ROUTE;
import static org.durumi.evidence.Modality.ASSERTED;
import static org.durumi.evidence.Modality.FORECAST;
import static org.durumi.evidence.Modality.INFERRED;
import static org.durumi.evidence.Modality.SUSPECTED;
import static org.durumi.evidence.RelationKind.CONTRADICTS;
import static org.durumi.evidence.RelationKind.REFINES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.DiplomaticStatus;
import org.durumi.circumstances.Exposure;
import org.durumi.circumstances.IncidentKind;
import org.durumi.circumstances.NewIncident;
import org.durumi.circumstances.NewPosting;
import org.durumi.circumstances.NewRelative;
import org.durumi.circumstances.Occupation;
import org.durumi.circumstances.PostingRank;
import org.durumi.circumstances.Recall;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.circumstances.Whereabouts;
import org.durumi.demo.Telling.Voice;
import org.durumi.evidence.OfficialStance;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.Money;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/**
 * Diplomats who left their missions between 1991 and 2020, by one broadcast: six cases that are known from reports alone, each
 * by its office, and a wife who asked for asylum first and has a journey of her own in the case of her husband.
 */
@ApplicationScoped
public class DiplomatsStory {
    private static final int RECORDED = 14;
    private static final LocalDate BROADCAST = LocalDate.of(2020, Month.OCTOBER, 29);
    private static final PartialDate SAID = PartialDate.on(BROADCAST);
    private static final Place KOREA = new Place("", "KR");
    private static final Place AMERICA = new Place("", "US");
    private static final String STATE_DEPARTMENT = "미국 국무부 US State Department";
    private static final String EMBASSY = "대사관 embassy";
    private static final int HUSBAND = 0;
    private static final int WIFE = 1;

    @Inject
    Story story;

    /** @param daily a paper that tells of one of them, too */
    void tell(SourceId daily) throws Exception {
        SourceId broadcast = story.source(
                RECORDED,
                HANEUL,
                Story.published("KBS 한국, 오늘과 내일", "해설: 변호사 lawyer as studio guest", "북한 엘리트의 탈북", SAID));
        ofTheOneInItaly(broadcast);
        ofTheOneInBritain(broadcast, daily);
        ofTheOneInCongo(broadcast);
        ofTheTwoInZambia(broadcast);
        ofTheOneInEgypt(broadcast);
        ofTheOneInFrance(broadcast);
    }

    private SourceId through(SourceId broadcast, SourceKind kind, String who) throws Exception {
        return story.source(RECORDED, HANEUL, Story.relayed(kind, who, broadcast));
    }

    private void ofTheOneInItaly(SourceId broadcast) throws Exception {
        CaseNumber number = reported("이탈리아 대리대사", "KR", in("2018-11"), new Place("로마 Rome", "IT"), person(Sex.UNKNOWN));
        enters(number, HUSBAND, Stage.CONTACT_LOST, in("2018-11"), new Place("로마 Rome", "IT"), "자취를 감춤");
        EntryId arrived = enters(
                number,
                HUSBAND,
                Stage.ARRIVAL,
                in("2018-11 ~ 2020-10").inTheWords("이달 초에 확인됨. 도착한 날은 말하지 않음"),
                KOREA,
                "한국에 온 사실이 확인됨");
        story.does(RECORDED - 1, BAE, () -> story.decisions().confirm(number, arrived));
        Telling told = new Telling(story, number, RECORDED, HANEUL);
        Voice kbs = told.voice(broadcast, SAID);
        kbs.says(ASSERTED, POST, "이탈리아 주재 대리대사였다.");
        kbs.says(ASSERTED, POST, "고위 외교관, 중견 외교관, 대사급으로도 불린다.");
        kbs.of(told.entry(Stage.CONTACT_LOST)).says(ASSERTED, DEPARTURE, in("2018-11"), "자취를 감추었다.");
        EntryId third = told.voice(through(broadcast, SourceKind.MEDIA, "여러 언론 many media"), PartialDate.unknown())
                .says(ASSERTED, DESTINATION, "어느 제3국에 망명을 구하고 있다고 널리 보도되었다.");
        EntryId seoul = kbs.of(told.entry(Stage.ARRIVAL))
                .says(ASSERTED, ARRIVAL, PartialDate.unknown(), "한국에 온 사실이 2020년 10월 초에 확인되었다. 누가 확인했는지는 말하지 않았다.");
        told.relates(seoul, REFINES, third);
        kbs.says(ASSERTED, BACKGROUND, "런던 부대사 뒤로 한국에 온 첫 고위 외교관이다.");
        kbs.says(ASSERTED, BACKGROUND, "지금의 지도자가 집권한 뒤 해외로 망명한 첫 대사급이다.");
        kbs.about()
                .official(
                        OfficialStance.SILENT,
                        "북한 당국 The authorities of North Korea",
                        ARRIVAL,
                        "2020년 10월 29일까지 공식 반응을 내놓지 않았다.");
        told.knows(post(told).at(EMBASSY, PostingRank.ACTING_AMBASSADOR, new Place("로마 Rome", "IT")));
        ofDiplomats(told, kbs.about());
        ofTheirPay(told, kbs.about());
        ofTheWatch(kbs.about());
        ofWhatComes(told, kbs.about());
    }

    private static void ofDiplomats(Telling told, Voice kbs) throws Exception {
        kbs.says(ASSERTED, OTHER, "해외 공관에서 일하다 망명한 외교관들을 다룬다. 제목은 엘리트라고 한다.");
        kbs.says(ASSERTED, OTHER, "사진은 방송사의 것이다.");
        EntryId privileged = kbs.says(ASSERTED, BACKGROUND, "외교관은 북한에서 특권 계층이다.");
        kbs.says(ASSERTED, BACKGROUND, "바깥세상을 볼 수 있어 북한에서 인기 있는 직업이다.");
        kbs.says(ASSERTED, BACKGROUND, "외교관은 밖에서 민주주의와 시장 경제를 자연히 알게 된다.");
        kbs.says(ASSERTED, BACKGROUND, "외교관은 안과 밖의 차이를 본다.");
        kbs.says(ASSERTED, BACKGROUND, "망명하는 까닭: 공포 정치 아래 많은 사람이 고통받고 죽는 현실.");
        kbs.says(INFERRED, BACKGROUND, "곧 달라지지 않으리라 여기고 밖에서 새 삶을 시작한다.");
        kbs.says(ASSERTED, BACKGROUND, "외교관은 자녀의 교육과 앞날을 걱정한다.");
        kbs.says(FORECAST, BACKGROUND, "돌아간 자녀는 다시 적응하기 어려울 수 있다.");
        kbs.says(ASSERTED, BACKGROUND, "자녀는 열린 사회에서 대개 좋은 교육을 받아 거기에 익숙하다.");
        kbs.says(INFERRED, BACKGROUND, "자녀와 자신을 위해 돌아가기보다 한국이나 서방이 낫다고 생각한다.");
        kbs.says(ASSERTED, BACKGROUND, "소환되면 돌아갈지 망명할지 갈림길에 선다.");
        EntryId poor = kbs.says(ASSERTED, BACKGROUND, "특권층인데도 많은 경우 매우 열악한 여건에서 일한다.");
        told.relates(poor, CONTRADICTS, privileged);
    }

    private static void ofTheirPay(Telling told, Voice kbs) throws Exception {
        EntryId nothing = kbs.says(ASSERTED, BACKGROUND, "중앙 정부의 재정 지원을 전혀 받지 못한다.");
        kbs.says(ASSERTED, BACKGROUND, "다른 나라 외교관은 보통 정부에서 수당을 받는다.");
        EntryId salary = kbs.says(ASSERTED, BACKGROUND, "북한 외교관의 월급은 평균 약 200달러이다. 누구 한 사람의 것이 아니다.");
        told.relates(salary, CONTRADICTS, nothing);
        kbs.says(ASSERTED, BACKGROUND, "어느 나라에서든 그 돈으로는 살 수 없다.");
        kbs.says(ASSERTED, BACKGROUND, "외교관은 불법을 무릅쓰고라도 경비를 스스로 마련해야 할 때가 많다.");
        kbs.says(ASSERTED, BACKGROUND, "외교관의 아내 가운데는 사무 보조나 전화 교환 일로 돈을 모으는 이도 있다.");
        kbs.says(ASSERTED, BACKGROUND, "유럽의 한 나라는 북한 외교관을 저소득층으로 보아 무료로 치료해 준다.");
        kbs.says(ASSERTED, BACKGROUND, "동남아시아와 아프리카에서는 말라리아 같은 풍토병을 제대로 치료받지 못하고 병든 몸으로 돌아가기도 한다.");
    }

    private static void ofTheWatch(Voice kbs) throws Exception {
        kbs.says(INFERRED, BACKGROUND, "북한 당국은 잇따른 망명을 주민과 세계가 어떻게 볼지 걱정한다.");
        kbs.says(SUSPECTED, BACKGROUND, after("2016-08"), "런던 부대사의 망명 뒤 중국 국경의 감시를 강화한 것으로 전해진다.");
        kbs.says(ASSERTED, BACKGROUND, in("2017-02"), "지도자의 이복형이 말레이시아에서 암살되었다.");
        kbs.says(ASSERTED, BACKGROUND, after("2017-02"), "해외의 외교관과 직원에게 서로 감시하라고 했다.");
        kbs.says(ASSERTED, BACKGROUND, after("2017-02"), "망명할 기미가 보이면 알리라고 했다.");
        kbs.says(ASSERTED, BACKGROUND, "국경을 쉽게 오가던 무역 일꾼의 감시를 강화했다.");
        kbs.says(ASSERTED, BACKGROUND, "당 간부의 감시도 강화했다.");
        kbs.says(ASSERTED, BACKGROUND, "무역 일꾼과 당 간부는 돌아오면 어디에 다녀왔는지 밝혀야 한다.");
        kbs.says(ASSERTED, BACKGROUND, "그 조사 결과는 모두 기록된다.");
        kbs.says(ASSERTED, BACKGROUND, "무역 일꾼과 당 간부의 휴대전화 통화 기록을 더 살핀다.");
        kbs.says(ASSERTED, BACKGROUND, after("2016-08"), "보안원들이 국경 지역에 거의 날마다 와서 사상 교육을 했다.");
        kbs.says(ASSERTED, BACKGROUND, in("2020"), "이런 걱정 때문에 경계를 더 높였다.");
    }

    private static void ofWhatComes(Telling told, Voice kbs) throws Exception {
        kbs.says(FORECAST, BACKGROUND, "고위 외교관의 망명이 알려지면 주민이 동요할 수 있다.");
        kbs.says(FORECAST, BACKGROUND, "제2, 제3의 망명이 이어질 수 있다.");
        kbs.says(ASSERTED, BACKGROUND, in("2020"), "남북 관계는 이미 경색되어 있다.");
        kbs.says(FORECAST, BACKGROUND, "이번 망명이 남북 관계에 나쁜 영향을 줄 것이라는 우려가 있다. 누구의 우려인지는 말하지 않았다.");
        EntryId more = kbs.says(FORECAST, BACKGROUND, "외교관의 망명은 계속될 것으로 보인다.");
        told.relates(kbs.says(FORECAST, BACKGROUND, "조건: 공산 체제가 근본부터 바뀌지 않는 한."), REFINES, more);
    }

    private void ofTheOneInBritain(SourceId broadcast, SourceId daily) throws Exception {
        CaseNumber number = reported("영국 부대사", "KR", in("2016"), new Place("런던 London", "GB"), person(Sex.UNKNOWN));
        enters(number, HUSBAND, Stage.ARRIVAL, in("2016-07 ~ 2016-08").inTheWords("망명. 무엇을 한 날인지 말하지 않음"), KOREA, "");
        Telling told = new Telling(story, number, RECORDED, HANEUL);
        Voice kbs = told.voice(broadcast, SAID);
        Voice paper = told.voice(daily, PartialDate.unknown());
        Voice ministry =
                told.voice(through(broadcast, SourceKind.OFFICIAL, "한국 통일부 Ministry of Unification"), in("2016"));
        Voice himself =
                told.voice(through(broadcast, SourceKind.CLIENT, "본인 the official himself"), PartialDate.unknown());
        EntryId august = kbs.of(told.entry(Stage.ARRIVAL)).says(ASSERTED, ARRIVAL, in("2016-08"), "한국으로 망명했다. (8월)");
        EntryId july = paper.of(told.entry(Stage.ARRIVAL)).says(ASSERTED, ARRIVAL, in("2016-07"), "한국으로 망명했다. (7월)");
        told.relates(july, CONTRADICTS, august);
        told.relates(august, REFINES, kbs.says(ASSERTED, ARRIVAL, in("2016"), "한국으로 망명했다. (해만)"));
        kbs.says(ASSERTED, POST, "영국 주재 부대사였다.");
        paper.says(ASSERTED, POST, "런던 주재 부대사였다.");
        paper.says(ASSERTED, FAMILY, "가족과 함께였다. 몇 사람인지는 말하지 않았다.");
        paper.says(ASSERTED, BACKGROUND, "지금까지 망명한 북한 사람 가운데 가장 높은 축에 든다.");
        kbs.says(
                ASSERTED,
                POST,
                PartialDate.read("2016", Qualifier.BY).orElseThrow().inTheWords("10년 동안"),
                "영국 대사관에서 십 년을 일했다.");
        kbs.says(ASSERTED, POST, "그 전에 덴마크에서 일했다.");
        kbs.says(ASSERTED, POST, "그 전에 스웨덴에서 일했다.");
        ministry.says(ASSERTED, MOTIVE, "지도자의 정권에 환멸을 느꼈다.");
        ministry.says(ASSERTED, MOTIVE, "자유 민주주의를 동경했다.");
        himself.says(ASSERTED, MOTIVE, "밖에서 한국 방송과 영화를 쉽게 볼 수 있었다.");
        himself.says(ASSERTED, MOTIVE, "그것이 생각을 크게 바꾸었다.");
        himself.says(ASSERTED, POST, "영국에서 받은 월급은 650달러였다.");
        kbs.says(ASSERTED, OTHER, in("2020-04"), "국회의원으로 뽑혔다.");
        kbs.says(ASSERTED, BACKGROUND, in("2020-04"), "유권자가 직접 뽑은 첫 탈북민이다.");
        NewPosting london = post(told)
                .at(
                        EMBASSY,
                        PostingRank.DEPUTY_AMBASSADOR,
                        new Place("런던 London", "GB"),
                        PartialDate.read("2006", Qualifier.ABOUT).orElseThrow().inTheWords("10년 동안"),
                        in("2016"),
                        "",
                        Recall.UNKNOWN);
        told.knows(Posts.as(london, DiplomaticStatus.DIPLOMAT, Optional.of(Money.of("650", "USD"))));
        told.knows(post(told).at(EMBASSY, PostingRank.UNKNOWN, new Place("", "DK")));
        told.knows(post(told).at(EMBASSY, PostingRank.UNKNOWN, new Place("", "SE")));
    }

    private void ofTheOneInCongo(SourceId broadcast) throws Exception {
        CaseNumber number =
                reported("콩고 1등서기관", "KR", in("1991"), new Place("콩고 Congo (어느 콩고인지 말하지 않음)", ""), person(Sex.UNKNOWN));
        enters(number, HUSBAND, Stage.ARRIVAL, in("1991-06"), KOREA, "");
        Telling told = new Telling(story, number, RECORDED, HANEUL);
        Voice kbs = told.voice(broadcast, SAID);
        kbs.says(ASSERTED, BACKGROUND, "해외로 망명한 첫 북한 외교관이다.");
        kbs.says(ASSERTED, POST, "콩고 주재 대사관의 1등서기관이었다. 어느 콩고인지는 말하지 않았다.");
        kbs.of(told.entry(Stage.ARRIVAL)).says(ASSERTED, ARRIVAL, in("1991-06"), "한국으로 망명했다.");
        kbs.says(ASSERTED, POST, "그 전에 북한 외무성에서 일했다.");
        kbs.says(ASSERTED, OTHER, "한국에서 국가안보전략연구소 부소장을 지냈다.");
        kbs.about().says(ASSERTED, BACKGROUND, "그 연구소는 국가정보원 아래에 있다.");
        kbs.says(ASSERTED, OTHER, PartialDate.unknown().inTheWords("요즘"), "북한을 다루는 종합편성 방송에 자주 나온다.");
        told.knows(post(told).at(EMBASSY, PostingRank.FIRST_SECRETARY, new Place("콩고 Congo", "")));
        told.knows(post(told).at("외무성 Foreign Ministry", PostingRank.UNKNOWN, new Place("", "KP")));
    }

    private void ofTheTwoInZambia(SourceId broadcast) throws Exception {
        Place zambia = new Place("", "ZM");
        CaseNumber number = reported(
                "잠비아 3등서기관과 아내",
                "KR",
                PartialDate.read("1996-01", Qualifier.BY).orElseThrow(),
                zambia,
                person(Sex.MALE),
                new NewParticipant(ParticipantRole.PRINCIPAL, AgeBand.UNKNOWN, Sex.FEMALE, Answer.UNKNOWN, Answer.NO));
        story.enters(
                RECORDED,
                HANEUL,
                number,
                WIFE,
                new NewStage(
                        Stage.MISSION,
                        PartialDate.read("1996-01", Qualifier.BY).orElseThrow().inTheWords("남편보다 먼저"),
                        BROADCAST,
                        zambia,
                        Certainty.PROBABLE,
                        "",
                        StageDetails.none()
                                .with("한국 대사관 Embassy of South Korea", "", Answer.UNKNOWN, GoalKnown.UNKNOWN)));
        enters(number, WIFE, Stage.ARRIVAL, in("1996-01"), KOREA, "");
        enters(number, HUSBAND, Stage.ARRIVAL, in("1996-01"), KOREA, "");
        Telling told = new Telling(story, number, RECORDED, HANEUL);
        Voice kbs = told.voice(broadcast, SAID);
        Voice husband = kbs.about(HUSBAND);
        Voice wife = kbs.about(WIFE);
        husband.says(ASSERTED, POST, "잠비아 주재 대사관의 3등서기관이었다.");
        husband.of(told.entry(Stage.ARRIVAL)).says(ASSERTED, ARRIVAL, in("1996-01"), "한국으로 망명했다.");
        EntryId together = kbs.says(ASSERTED, DEPARTURE, in("1996-01"), "아내와 함께 망명했다.");
        wife.says(ASSERTED, OTHER, "잠비아 주재 북한 대사가 아내의 뺨을 때려 모욕했다.");
        wife.of(told.entry(Stage.MISSION)).says(ASSERTED, AUTHORITIES, "아내가 잠비아의 한국 대사관에 가서 망명을 청했다.");
        husband.says(ASSERTED, RETURN, "그 일로 곧 소환될 처지였다. 소환된 것은 아니다.");
        husband.says(ASSERTED, MOTIVE, "자기 안전을 걱정했다.");
        EntryId after = husband.says(ASSERTED, DEPARTURE, "아내를 따라 한국행을 택했다.");
        told.relates(after, CONTRADICTS, together);
        husband.says(ASSERTED, FAMILY, "아버지는 당 고위 간부였다. 살아 있는지는 말하지 않았다.");
        kbs.about().says(ASSERTED, BACKGROUND, in("1996"), "아버지 때문에 그의 망명은 충격이었다.");
        ofTheCouple(told, zambia);
    }

    private static void ofTheCouple(Telling told, Place zambia) throws Exception {
        ParticipantId husband = told.whom(HUSBAND).iterator().next();
        ParticipantId wife = told.whom(WIFE).iterator().next();
        told.knows(Posts.is(husband, RelationshipKind.SPOUSE, wife, Certainty.PROBABLE));
        told.knows(Posts.of(husband)
                .at(
                        EMBASSY,
                        PostingRank.THIRD_SECRETARY,
                        zambia,
                        PartialDate.unknown(),
                        PartialDate.read("1996-01", Qualifier.BY).orElseThrow(),
                        "",
                        Recall.SUMMONS_EXPECTED));
        told.knows(new NewIncident(
                Set.of(wife),
                IncidentKind.ABUSE,
                PartialDate.read("1996-01", Qualifier.BEFORE).orElseThrow(),
                zambia,
                "북한 대사 the ambassador of the North",
                "",
                Certainty.PROBABLE,
                Set.of()));
        told.knows(new NewRelative(
                Set.of(husband),
                RelationshipKind.PARENT,
                Whereabouts.UNKNOWN,
                Place.unknown(),
                Occupation.PARTY_OFFICIAL,
                Answer.UNKNOWN,
                Exposure.UNKNOWN,
                ""));
    }

    private static Posts post(Telling told) {
        return Posts.of(told.whom(HUSBAND).iterator().next());
    }

    private void ofTheOneInEgypt(SourceId broadcast) throws Exception {
        Place cairo = new Place("카이로 Cairo", "EG");
        CaseNumber number = reported("이집트 대사", "US", in("1997-08"), cairo, person(Sex.MALE));
        enters(number, HUSBAND, Stage.CONTACT_LOST, in("1997-08"), cairo, "자취를 감춤");
        EntryId arrived = enters(number, HUSBAND, Stage.ARRIVAL, in("1997-08"), AMERICA, "미국으로 망명함");
        story.does(RECORDED - 1, BAE, () -> story.decisions().confirm(number, arrived));
        Telling told = new Telling(story, number, RECORDED, HANEUL);
        Voice kbs = told.voice(broadcast, SAID);
        kbs.says(ASSERTED, POST, "이집트 주재 대사였다.");
        kbs.of(told.entry(Stage.ARRIVAL)).says(ASSERTED, ARRIVAL, in("1997-08"), "가족과 함께 미국으로 망명했다. 몇 사람인지는 말하지 않았다.");
        kbs.says(ASSERTED, DESTINATION, "한국이 아니라 다른 나라를 골랐다.");
        kbs.says(ASSERTED, BACKGROUND, in("1997"), "서방으로 망명한 첫 고위 외교관이다.");
        kbs.says(ASSERTED, BACKGROUND, in("1997"), "큰 파문을 일으켜 세계의 눈길을 끌었다.");
        kbs.says(ASSERTED, POST, "사십 대 초반에 외무성 부국장을 지낸 유능한 외교관이다. 어느 해인지는 말하지 않았다.");
        kbs.says(ASSERTED, IDENTITY, "중동 전문가이다.");
        kbs.says(
                ASSERTED,
                RETURN,
                PartialDate.read("1997-08", Qualifier.BY).orElseThrow().inTheWords("3년"),
                "카이로에서 삼 년을 채워 가고 평양으로 돌아갈 때가 가까웠다.");
        kbs.of(told.entry(Stage.CONTACT_LOST)).says(ASSERTED, DEPARTURE, in("1997-08"), "자취를 감추었다.");
        asylum(told, kbs);
        SourceId hearsay = through(broadcast, SourceKind.MEDIA, "전해지는 말 hearsay, nobody named");
        Voice said = told.voice(hearsay, PartialDate.unknown());
        said.says(SUSPECTED, ROUTE, in("1997-08"), "미국이 가명으로 이집트를 떠나게 도왔다고 한다.");
        said.says(SUSPECTED, ROUTE, in("1997-08"), "미국 시민의 여행 서류로 떠났다고 한다.");
        said.about().says(SUSPECTED, AUTHORITIES, in("1997-08"), "미국은 이집트 정부에 알리지 않았다고 한다.");
        kbs.says(ASSERTED, OTHER, PartialDate.unknown().inTheWords("지난 20년"), "그 뒤로 모습을 드러내지 않는다.");
        told.knows(post(told)
                .at(
                        EMBASSY,
                        PostingRank.AMBASSADOR,
                        cairo,
                        PartialDate.read("1994", Qualifier.ABOUT).orElseThrow().inTheWords("3년"),
                        in("1997-08"),
                        "",
                        Recall.ROTATION_DUE));
        told.knows(post(told).at("외무성 Foreign Ministry", PostingRank.OFFICIAL, new Place("", "KP")));
        told.knows(disappeared(told, cairo, in("1997-08")));
        told.knows(brother(told, new Place("", "FR"), Occupation.UNKNOWN));
    }

    private static void asylum(Telling told, Voice kbs) throws Exception {
        EntryId asked =
                kbs.official(OfficialStance.CONFIRMS, STATE_DEPARTMENT, AUTHORITIES, "사흘 뒤: 형제와 그 가족이 미국에 망명을 청했다.");
        told.relates(
                kbs.official(OfficialStance.CONFIRMS, STATE_DEPARTMENT, AUTHORITIES, "미국이 받아들이기로 했다."), REFINES, asked);
    }

    private void ofTheOneInFrance(SourceId broadcast) throws Exception {
        Place paris = new Place("파리 Paris", "FR");
        PartialDate before =
                PartialDate.read("1997-08", Qualifier.ABOUT).orElseThrow().inTheWords("동생 바로 전에");
        CaseNumber number = reported("프랑스 무역대표부 관리", "US", before, paris, person(Sex.MALE));
        enters(number, HUSBAND, Stage.CONTACT_LOST, before, paris, "자취를 감춤");
        EntryId asked = enters(number, HUSBAND, Stage.MISSION, in("1997-08"), AMERICA, "미국에 망명을 청함");
        story.does(RECORDED - 1, BAE, () -> story.decisions().confirm(number, asked));
        Telling told = new Telling(story, number, RECORDED, HANEUL);
        Voice kbs = told.voice(broadcast, SAID);
        kbs.says(ASSERTED, POST, "프랑스 무역대표부의 관리였다. 외교관인지는 말하지 않았다.");
        kbs.says(ASSERTED, FAMILY, "이집트 대사의 형이다.");
        kbs.of(told.entry(Stage.CONTACT_LOST)).says(ASSERTED, DEPARTURE, before, "가족과 함께 자취를 감추었다.");
        asylum(told, kbs);
        told.knows(post(told).at("무역대표부 trade representation", PostingRank.OFFICIAL, paris));
        told.knows(disappeared(told, paris, before));
        told.knows(brother(told, new Place("", "EG"), Occupation.DIPLOMAT));
    }

    private static NewIncident disappeared(Telling told, Place where, PartialDate when) {
        return new NewIncident(
                told.whom(HUSBAND), IncidentKind.DISAPPEARANCE, when, where, "", "", Certainty.PROBABLE, Set.of());
    }

    /** Each of the two brothers was abroad when the other left. */
    private static NewRelative brother(Telling told, Place where, Occupation occupation) {
        return new NewRelative(
                told.whom(HUSBAND),
                RelationshipKind.SIBLING,
                Whereabouts.ABROAD,
                where,
                occupation,
                Answer.UNKNOWN,
                Exposure.UNKNOWN,
                "");
    }

    private CaseNumber reported(
            String label, String destination, PartialDate happened, Place where, NewParticipant... people)
            throws Exception {
        NewStage report =
                new NewStage(Stage.REPORTED, happened, BROADCAST, where, Certainty.PROBABLE, "", StageDetails.none());
        CaseNumber number = story.opens(
                RECORDED,
                HANEUL,
                CaseKind.REPORTED_ONLY,
                RouteKind.OVERSEAS_POSTING,
                destination,
                List.of(people),
                report);
        story.calls(RECORDED, HANEUL, number, label);
        return number;
    }

    private EntryId enters(CaseNumber number, int nth, Stage stage, PartialDate happened, Place where, String reason)
            throws Exception {
        return story.enters(
                RECORDED,
                HANEUL,
                number,
                nth,
                new NewStage(stage, happened, BROADCAST, where, Certainty.PROBABLE, reason, StageDetails.none()));
    }

    private static NewParticipant person(Sex sex) {
        return new NewParticipant(ParticipantRole.PRINCIPAL, AgeBand.UNKNOWN, sex, Answer.YES, Answer.NO);
    }

    private static PartialDate in(String date) {
        return PartialDate.read(date, Qualifier.EXACT).orElseThrow();
    }

    private static PartialDate after(String date) {
        return PartialDate.read(date, Qualifier.AFTER).orElseThrow();
    }
}
