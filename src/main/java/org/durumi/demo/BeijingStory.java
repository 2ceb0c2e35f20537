package org.durumi.demo;

import static org.durumi.demo.DemoStaff.SEO;
import static org.durumi.demo.DemoStaff.YUN;
import static org.durumi.evidence.ClaimTopic.AUTHORITIES;
import static org.durumi.evidence.ClaimTopic.BACKGROUND;
import static org.durumi.evidence.ClaimTopic.DEPARTURE;
import static org.durumi.evidence.ClaimTopic.DESTINATION;
import static org.durumi.evidence.ClaimTopic.FAMILY;
import static org.durumi.evidence.ClaimTopic.IDENTITY;
import static org.durumi.evidence.ClaimTopic.MOTIVE;
import static org.durumi.evidence.ClaimTopic.OTHER;
import static org.durumi.evidence.ClaimTopic.POST;
import static org.durumi.evidence.Modality.ASSERTED;
import static org.durumi.evidence.Modality.FORECAST;
import static org.durumi.evidence.Modality.INFERRED;
import static org.durumi.evidence.Modality.QUOTED;
import static org.durumi.evidence.Modality.SUSPECTED;
import static org.durumi.evidence.RelationKind.CONTRADICTS;
import static org.durumi.evidence.RelationKind.DENIES;
import static org.durumi.evidence.RelationKind.REFINES;
import static org.durumi.evidence.RelationKind.SAME_AS;
import static org.durumi.evidence.RelationKind.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.circumstances.DiplomaticStatus;
import org.durumi.circumstances.Exposure;
import org.durumi.circumstances.GroupKind;
import org.durumi.circumstances.LivingSituation;
import org.durumi.circumstances.NewBackground;
import org.durumi.circumstances.NewPosting;
import org.durumi.circumstances.NewRelative;
import org.durumi.circumstances.Occupation;
import org.durumi.circumstances.PostingRank;
import org.durumi.circumstances.Recall;
import org.durumi.circumstances.RelationshipKind;
import org.durumi.circumstances.Whereabouts;
import org.durumi.demo.Telling.Voice;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.OfficialStance;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;

/**
 * Two officials are said to have left the embassy in Beijing: two cases that are known from press reports alone, with what the
 * reports claim, who denies it, and who says neither.
 */
@ApplicationScoped
public class BeijingStory {
    private static final int RECORDED = 11;
    private static final LocalDate LEFT = LocalDate.of(2016, Month.SEPTEMBER, 28);
    private static final LocalDate TUESDAY = LocalDate.of(2016, Month.OCTOBER, 4);
    private static final LocalDate WEDNESDAY = LocalDate.of(2016, Month.OCTOBER, 5);
    private static final PartialDate ON_TUESDAY = PartialDate.on(TUESDAY).inTheWords("화요일");
    private static final PartialDate ON_WEDNESDAY = PartialDate.on(WEDNESDAY).inTheWords("수요일");
    private static final PartialDate ON_SATURDAY =
            PartialDate.on(LocalDate.of(2016, Month.OCTOBER, 1)).inTheWords("토요일");
    private static final PartialDate LAST_MONTH =
            PartialDate.in(YearMonth.from(LEFT)).inTheWords("지난달");
    private static final PartialDate LATE_SEPTEMBER =
            PartialDate.read(YearMonth.from(LEFT).toString(), Qualifier.LATE).orElseThrow();
    private static final PartialDate AROUND_THEN =
            PartialDate.read(LEFT.toString(), Qualifier.ABOUT).orElseThrow().inTheWords("비슷한 때에");
    private static final String SECRETARY = "일본 관방장관 Chief Cabinet Secretary, Japan";
    private static final String MINISTRY = "한국 통일부 Ministry of Unification, South Korea";
    private static final String SPOKESMAN = "통일부 대변인 Spokesman, Ministry of Unification";
    private static final String BLUE_HOUSE = "청와대 관계자 An official of the Blue House";

    @Inject
    Story story;

    /**
     * Who says something in both cases.
     *
     * @param daily the paper that was first, with whom it quotes
     * @param insider its informant
     * @param official whom it quotes without naming an office
     * @param paper of the same house, through which the first knows it
     * @param agency the one that collects what others say
     * @param yonhap through the agency, as the others
     */
    private record Sources(
            SourceId daily,
            SourceId insider,
            SourceId official,
            SourceId paper,
            SourceId agency,
            SourceId yonhap,
            SourceId newsis,
            SourceId nhk,
            SourceId news1) {}

    /** @return the paper that also tells of others who had left before */
    SourceId tell() throws Exception {
        Sources sources = sources();
        CaseNumber first = reported(
                "베이징 첫 번째 관리",
                PartialDate.on(LEFT),
                person(ParticipantRole.PRINCIPAL, Sex.MALE),
                person(ParticipantRole.SPOUSE, Sex.FEMALE),
                person(ParticipantRole.CHILD, Sex.FEMALE));
        theFirst(new Telling(story, first, RECORDED, YUN), sources);
        CaseNumber second = reported("베이징 두 번째 관리", AROUND_THEN, person(ParticipantRole.PRINCIPAL, Sex.MALE));
        theSecond(new Telling(story, second, RECORDED, YUN), sources);
        return sources.daily();
    }

    private Sources sources() throws Exception {
        SourceId daily = source(Story.published(
                "Korea JoongAng Daily", "기자 두 사람 two reporters", "두 고위 관리, 북한 베이징 대사관 이탈", PartialDate.unknown()));
        SourceId insider = source(Story.relayed(SourceKind.ANONYMOUS_INSIDER, "", daily));
        SourceId official =
                source(Story.relayed(SourceKind.OFFICIAL, "한국 정부 관계자 (부처 미상) an official, office not named", daily));
        SourceId paper = source(Story.relayed(SourceKind.MEDIA, "중앙일보 JoongAng Ilbo", daily));
        SourceId agency = source(Story.published(
                "UPI",
                "기자 한 사람 one reporter",
                "한국과 일본, 망명 보도 부인",
                PartialDate.on(WEDNESDAY).inTheWords("10월 5일, 해는 적히지 않음")));
        SourceId yonhap = source(Story.relayed(SourceKind.MEDIA, "연합뉴스 Yonhap", agency));
        source(Story.relayed(SourceKind.ANONYMOUS_INSIDER, "", yonhap));
        return new Sources(
                daily,
                insider,
                official,
                paper,
                agency,
                yonhap,
                source(Story.relayed(SourceKind.MEDIA, "뉴시스 Newsis", agency)),
                source(Story.relayed(SourceKind.MEDIA, "NHK", agency)),
                source(Story.relayed(SourceKind.MEDIA, "뉴스1 News 1", agency)));
    }

    private void theFirst(Telling told, Sources sources) throws Exception {
        EntryId noDiplomats = ofBoth(told, sources);
        left(told, sources);
        post(told, sources, noDiplomats);
        known(told);
        embassyOfJapan(told, sources);
        destination(told, sources);
        seoul(told, sources);
        denials(told, sources);
        background(told, sources);
        told.voice(sources.insider(), ON_TUESDAY)
                .about()
                .says(QUOTED, BACKGROUND, "한 공관에서 고위 관리 두 사람이 거의 동시에 망명한 일은 들어 본 적이 없다.");
        told.voice(sources.daily(), ON_TUESDAY).about().says(ASSERTED, OTHER, "중앙일보가 단독으로 들은 이야기이다.");
    }

    private static void known(Telling told) throws Exception {
        NewPosting post = Posts.of(told.whom(0).iterator().next())
                .at(
                        "대사관·보건성 embassy, Health Ministry",
                        PostingRank.TRADE_REPRESENTATIVE,
                        new Place("베이징 Beijing", "CN"),
                        PartialDate.unknown(),
                        PartialDate.on(LEFT),
                        "약과 의료 기기를 사들임",
                        Recall.UNKNOWN);
        told.knows(Posts.as(post, DiplomaticStatus.DISPUTED, Optional.empty()));
        told.knows(Posts.family(told.whom(), GroupKind.HOUSEHOLD, Optional.of(3), ""));
        told.knows(new NewRelative(
                told.whom(0),
                RelationshipKind.RELATIVE,
                Whereabouts.ABROAD,
                new Place("", "JP"),
                Occupation.UNKNOWN,
                Answer.UNKNOWN,
                Exposure.UNKNOWN,
                ""));
        told.knows(new NewBackground(
                told.whom(),
                Occupation.UNKNOWN,
                LivingSituation.EMBASSY_HOUSING,
                new Place("베이징 Beijing", "CN"),
                PartialDate.unknown(),
                Set.of(),
                ""));
    }

    /** What both papers say of the two together, told in the case of each. Returns that they are no diplomats. */
    private EntryId ofBoth(Telling told, Sources sources) throws Exception {
        EntryId entry = told.entry(Stage.REPORTED);
        Voice daily = told.voice(sources.daily(), ON_TUESDAY);
        Voice agency = told.voice(sources.agency(), ON_WEDNESDAY);
        EntryId fled = daily.of(entry).says(ASSERTED, DEPARTURE, LAST_MONTH, "고위 관리 두 사람이 망명했다.");
        daily.says(ASSERTED, FAMILY, LAST_MONTH, "두 사람 모두 가족과 함께였다.");
        told.relates(agency.of(entry).says(SUSPECTED, DEPARTURE, "베이징의 북한 관리 두 사람이 망명했을 수 있다."), SUPPORTS, fled);
        EntryId fled2 = told.voice(sources.yonhap(), ON_WEDNESDAY)
                .of(entry)
                .says(ASSERTED, DEPARTURE, LATE_SEPTEMBER, "두 사람이 가족과 함께 달아났다.");
        told.relates(fled2, REFINES, fled);
        agency.says(SUSPECTED, DESTINATION, "제3국으로 갔을 수 있다.");
        EntryId embassy = daily.says(ASSERTED, POST, "베이징 주재 북한 대사관 소속이다.");
        EntryId trade = daily.says(ASSERTED, POST, "이런 관리들은 대사관의 외교관이 아니다.");
        told.relates(trade, CONTRADICTS, embassy);
        told.relates(
                told.voice(sources.newsis(), ON_WEDNESDAY).says(ASSERTED, POST, "두 사람 모두 외교관이 아니었다."), SUPPORTS, trade);
        told.voice(sources.newsis(), ON_WEDNESDAY).says(ASSERTED, POST, "두 사람 모두 무역 대표였다.");
        told.voice(sources.yonhap(), ON_WEDNESDAY).says(ASSERTED, POST, "두 사람 모두 보건성 대표였다.");
        daily.says(ASSERTED, POST, "이런 관리들은 주재국과의 무역과 경제 협력, 교류를 맡는다.");
        daily.says(ASSERTED, IDENTITY, "두 가족은 대사관 주택에서 살았다.");
        return trade;
    }

    private void left(Telling told, Sources sources) throws Exception {
        EntryId left = told.voice(sources.daily(), ON_TUESDAY)
                .of(told.entry(Stage.REPORTED))
                .says(QUOTED, DEPARTURE, PartialDate.on(LEFT), "아내와 딸을 데리고 베이징을 벗어났다.");
        told.adopts(SEO, left, "두 보도의 날짜가 서로 맞는다.");
    }

    private void post(Telling told, Sources sources, EntryId noDiplomats) throws Exception {
        Voice daily = told.voice(sources.daily(), ON_TUESDAY).about(0);
        Voice yonhap = told.voice(sources.yonhap(), ON_WEDNESDAY).about();
        Voice insider = told.voice(sources.insider(), ON_TUESDAY).about(0);
        told.relates(
                told.voice(sources.daily(), PartialDate.unknown())
                        .says(ASSERTED, POST, "제목: 북한 베이징 대사관의 고위 관리 둘이 달아났다."),
                CONTRADICTS,
                noDiplomats);
        insider.says(ASSERTED, POST, "지도자 일가의 건강을 맡았던 사람이다.");
        daily.says(QUOTED, POST, "베이징 대표부의 실력자였다.");
        daily.says(QUOTED, POST, "보건성에서 왔다.");
        EntryId bonghwa = daily.says(INFERRED, POST, "보건성에서의 지위로 보아 봉화진료소(Bonghwa Medical Center)를 관장했을 것이다.");
        daily.says(INFERRED, POST, "남산병원도 관장했을 것이다.");
        daily.says(INFERRED, POST, "적십자병원도 관장했을 것이다.");
        told.relates(
                yonhap.says(ASSERTED, POST, "둘 가운데 한 사람은 전에 봉화진료소(Ponghwa Clinic) 직원이었다. 누구인지는 말하지 않았다."),
                REFINES,
                bonghwa);
        EntryId clinic = daily.about().says(ASSERTED, BACKGROUND, "봉화진료소(Bonghwa)는 지도자와 그 가족이 치료받는 곳이다.");
        told.relates(
                told.voice(sources.agency(), ON_WEDNESDAY)
                        .about()
                        .says(ASSERTED, BACKGROUND, "봉화진료소(Ponghwa)는 지도자와 그 가족을 돌본다."),
                SAME_AS,
                clinic);
        EntryId bought = daily.says(ASSERTED, POST, "약품과 의료 기기를 사들이는 일을 맡았다.");
        EntryId whom = daily.says(ASSERTED, POST, "사들인 것은 지도자 자신의 건강을 위한 것이었다.");
        told.relates(whom, REFINES, bought);
        EntryId elite = yonhap.says(ASSERTED, POST, "그 한 사람은 북한 특권층의 의료 시설을 위해 중국에서 약품과 의료 기기를 샀다.");
        told.relates(elite, SAME_AS, bought);
        told.relates(elite, CONTRADICTS, whom);
    }

    private void embassyOfJapan(Telling told, Sources sources) throws Exception {
        Voice nhk = told.voice(sources.nhk(), ON_WEDNESDAY).about();
        EntryId contact = told.voice(sources.daily(), ON_TUESDAY)
                .says(QUOTED, AUTHORITIES, "일본으로 가는 절차를 밟으려고 중국에 있는 일본 대사관에 연락했다.");
        EntryId denial =
                nhk.official(OfficialStance.DENIES, SECRETARY, AUTHORITIES, "일본 망명을 바라는 북한 사람이 베이징 대사관에 접촉해 온 일은 없다.");
        told.relates(denial, DENIES, contact);
        told.relates(
                nhk.official(OfficialStance.DENIES, SECRETARY, AUTHORITIES, "그 보도를 부인한다. 중앙일보 보도에 대한 답이다."),
                SUPPORTS,
                denial);
        EntryId unknown = nhk.official(OfficialStance.NO_KNOWLEDGE, SECRETARY, DESTINATION, "망명을 바라는 북한 사람을 알지 못한다.");
        told.relates(
                unknown,
                CONTRADICTS,
                told.voice(sources.daily(), ON_TUESDAY)
                        .about()
                        .says(QUOTED, AUTHORITIES, "중국과 일본 당국이 이 일을 두고 협의했다. 한 가족인지 두 가족 모두인지는 말하지 않았다."));
    }

    private void destination(Telling told, Sources sources) throws Exception {
        Voice daily = told.voice(sources.daily(), ON_TUESDAY);
        EntryId japan = daily.says(QUOTED, DESTINATION, "일본으로 가기를 바란다.");
        daily.about(0).says(ASSERTED, FAMILY, "일본에 친척이 있다.");
        daily.says(ASSERTED, MOTIVE, "서울이 아니라 도쿄를 고른 것은 그 친척 때문이다.");
        told.relates(
                told.voice(sources.paper(), PartialDate.unknown())
                        .says(QUOTED, DESTINATION, "관리들은 일본으로 갈 생각이었다. (UPI가 옮긴 중앙일보)"),
                SAME_AS,
                japan);
        told.relates(
                told.voice(sources.yonhap(), ON_WEDNESDAY)
                        .says(ASSERTED, DESTINATION, "한국으로 가려는지 일본으로 가려는지는 확인되지 않았다."),
                REFINES,
                japan);
    }

    private void seoul(Telling told, Sources sources) throws Exception {
        Voice daily = told.voice(sources.daily(), ON_WEDNESDAY).about();
        Voice news = told.voice(sources.news1(), ON_WEDNESDAY).about();
        EntryId cannot = daily.official(OfficialStance.NEITHER, MINISTRY, DEPARTURE, "망명을 확인해 줄 수 없었다.");
        EntryId nothing =
                daily.official(OfficialStance.NEITHER, SPOKESMAN, DEPARTURE, "통일부로서 확인해 줄 수 있는 것이 없다고 기자들에게 말했다.");
        told.relates(nothing, SUPPORTS, cannot);
        told.relates(
                news.official(OfficialStance.NEITHER, SPOKESMAN, DEPARTURE, "확인해 줄 것이 없다. (뉴스1)"), SAME_AS, nothing);
        EntryId known =
                told.voice(sources.insider(), ON_TUESDAY).about().says(ASSERTED, AUTHORITIES, "한국 당국은 망명 사실을 알고 있다.");
        told.relates(
                told.voice(sources.insider(), ON_TUESDAY)
                        .about()
                        .says(ASSERTED, AUTHORITIES, "한국은 이들을 서울로 데려오려고 움직이고 있다."),
                SUPPORTS,
                known);
        EntryId conditional =
                daily.official(OfficialStance.CONDITIONAL, BLUE_HOUSE, DEPARTURE, "보도가 사실이라면 북한 정권의 측근 한 사람이 망명한 것이다.");
        told.relates(
                daily.official(OfficialStance.CONDITIONAL, BLUE_HOUSE, DEPARTURE, "그래서 예의 주시하고 있다."),
                SUPPORTS,
                conditional);
        told.relates(daily.says(ASSERTED, DEPARTURE, "망명한 사람은 둘이다."), CONTRADICTS, conditional);
    }

    /** The headline, the lead and a caption say that Seoul denies it; the text does not. */
    private void denials(Telling told, Sources sources) throws Exception {
        Voice agency = told.voice(sources.agency(), ON_WEDNESDAY).about();
        EntryId body = agency.says(ASSERTED, AUTHORITIES, "본문: 서울은 확인해 줄 것이 없다고 했고, 부인한 것은 도쿄이다.");
        told.relates(agency.says(ASSERTED, AUTHORITIES, "제목: 한국과 일본이 보도를 부인했다."), CONTRADICTS, body);
        told.relates(agency.says(ASSERTED, AUTHORITIES, "첫 문장: 서울과 도쿄가 부인했다."), CONTRADICTS, body);
        told.relates(agency.says(ASSERTED, AUTHORITIES, "사진 설명: 두 정부가 부인한 것으로 알려졌다."), CONTRADICTS, body);
        agency.says(ASSERTED, OTHER, "자료 사진: 베이징 북한 대사관에 걸린 깃발. 이 일을 찍은 것이 아니다.");
        agency.says(SUSPECTED, POST, "사진 설명: 보건성과 관련된 관리 둘이 망명했을 수 있다.");
        agency.says(ASSERTED, OTHER, "한국 언론들이 전한 이야기로, 매체 이름은 넷 이상 나온다. 자체 취재원은 없다.");
    }

    private void background(Telling told, Sources sources) throws Exception {
        Voice official = told.voice(sources.official(), PartialDate.unknown()).about();
        official.says(QUOTED, BACKGROUND, "베이징은 북한 특권층이 가장 일하고 싶어 하는 곳이다.");
        official.says(QUOTED, BACKGROUND, "베이징은 북한 외교의 심장이다.");
        official.says(FORECAST, BACKGROUND, "그곳에서 망명이 일어나면 북한 정권에 큰 타격일 수밖에 없다.");
        Voice daily = told.voice(sources.daily(), PartialDate.unknown()).about();
        daily.says(
                ASSERTED,
                BACKGROUND,
                PartialDate.read("2016-07", Qualifier.AFTER).orElseThrow().inTheWords("런던 부대사의 망명 뒤"),
                "북한 지도자는 해외 주재 외교관 감시를 강화하라고 지시했다.");
        EntryId appeal = daily.says(ASSERTED, BACKGROUND, ON_SATURDAY, "한국 대통령이 국군의 날에 북한 군인과 주민에게 남으로 오라고 했다.");
        told.relates(
                daily.says(QUOTED, BACKGROUND, ON_SATURDAY, "대통령은 희망과 삶으로 가는 길을 열어 둘 테니 언제든 자유로운 남으로 오라고 했다."),
                REFINES,
                appeal);
        daily.says(
                ASSERTED,
                BACKGROUND,
                PartialDate.read("2016-10-01", Qualifier.AFTER).orElseThrow(),
                "북한 매체는 그 연설에 거세게 반발했다. 망명에 대한 반응이 아니다.");
        Voice news = told.voice(sources.news1(), ON_WEDNESDAY).about();
        EntryId cracks = news.says(QUOTED, BACKGROUND, "통일부 대변인은 북한 정권에 균열의 조짐이 보인다고 했다.");
        told.relates(news.says(ASSERTED, BACKGROUND, "통일부 대변인은 그 이상은 말하지 않겠다고 했다."), REFINES, cracks);
        told.relates(news.says(QUOTED, BACKGROUND, "통일부 대변인은 그런 조짐이 오히려 정권을 더 뭉치게 한다고 했다."), REFINES, cracks);
        Voice agency = told.voice(sources.agency(), ON_WEDNESDAY).about();
        told.relates(agency.says(INFERRED, BACKGROUND, "균열이라는 말은 정치적 숙청을 가리키는 듯하다."), REFINES, cracks);
        agency.says(ASSERTED, BACKGROUND, "숙청이 이어지는 동안 떠나려는 북한 사람이 늘었다.");
    }

    private void theSecond(Telling told, Sources sources) throws Exception {
        ofBoth(told, sources);
        Voice daily = told.voice(sources.daily(), ON_TUESDAY);
        daily.of(told.entry(Stage.REPORTED))
                .says(QUOTED, DEPARTURE, AROUND_THEN, "첫 번째 관리와 비슷한 때에 대표부의 또 다른 고위 관리가 망명했다.");
        daily.says(QUOTED, FAMILY, "가족과 함께였다. 몇 사람인지는 말하지 않았다.");
        daily.says(QUOTED, DESTINATION, "역시 일본으로 가기를 바란다.");
    }

    private CaseNumber reported(String label, PartialDate happened, NewParticipant... people) throws Exception {
        NewStage report = new NewStage(
                Stage.REPORTED,
                happened,
                WEDNESDAY,
                new Place("베이징 Beijing", "CN"),
                Certainty.POSSIBLE,
                "",
                StageDetails.none());
        CaseNumber number = story.opens(
                RECORDED, YUN, CaseKind.REPORTED_ONLY, RouteKind.OVERSEAS_POSTING, "JP", List.of(people), report);
        story.calls(RECORDED, YUN, number, label);
        return number;
    }

    private SourceId source(NewSource known) throws Exception {
        return story.source(RECORDED, YUN, known);
    }

    private static NewParticipant person(ParticipantRole role, Sex sex) {
        Answer elite = role == ParticipantRole.PRINCIPAL ? Answer.YES : Answer.UNKNOWN;
        return new NewParticipant(role, AgeBand.UNKNOWN, sex, elite, Answer.NO);
    }
}
