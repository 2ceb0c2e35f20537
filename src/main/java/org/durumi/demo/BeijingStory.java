package org.durumi.demo;

import static org.durumi.demo.DemoStaff.SEO;
import static org.durumi.demo.DemoStaff.YUN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.accesslog.AccessGroup;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.CaseSearch;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.NewStage;
import org.durumi.cases.Participant;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.evidence.ClaimService;
import org.durumi.evidence.ClaimState;
import org.durumi.evidence.ClaimTopic;
import org.durumi.evidence.Credibility;
import org.durumi.evidence.Modality;
import org.durumi.evidence.NewClaim;
import org.durumi.evidence.NewJudgement;
import org.durumi.evidence.NewRelation;
import org.durumi.evidence.NewSource;
import org.durumi.evidence.OfficialStance;
import org.durumi.evidence.RelationKind;
import org.durumi.evidence.Reliability;
import org.durumi.evidence.SourceId;
import org.durumi.evidence.SourceKind;
import org.durumi.evidence.SourceService;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.kernel.EntryId;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.PartialDate.Qualifier;
import org.durumi.kernel.ParticipantId;
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
    private static final PartialDate LATE_SEPTEMBER =
            PartialDate.read(YearMonth.from(LEFT).toString(), Qualifier.LATE).orElseThrow();
    private static final String SECRETARY = "일본 관방장관 Chief Cabinet Secretary, Japan";
    private static final String MINISTRY = "한국 통일부 Ministry of Unification, South Korea";

    @Inject
    Story story;

    @Inject
    SourceService sources;

    @Inject
    ClaimService claims;

    @Inject
    CaseSearch search;

    void tell() throws Exception {
        SourceId daily = source(report("Korea JoongAng Daily", "두 고위 관리, 북한 베이징 대사관 이탈"));
        SourceId insider = source(new NewSource(
                SourceKind.ANONYMOUS_INSIDER,
                "",
                "",
                "",
                PartialDate.unknown(),
                "",
                Optional.of(daily),
                Reliability.F,
                true));
        SourceId agency = source(report("UPI", "한국과 일본, 망명 보도 부인"));
        CaseNumber first = reported(
                "베이징 첫 번째 관리",
                PartialDate.on(LEFT),
                person(ParticipantRole.PRINCIPAL, Sex.MALE),
                person(ParticipantRole.SPOUSE, Sex.FEMALE),
                person(ParticipantRole.CHILD, Sex.FEMALE));
        theFirst(first, daily, insider, agency);
        CaseNumber second = reported("베이징 두 번째 관리", LATE_SEPTEMBER, person(ParticipantRole.PRINCIPAL, Sex.MALE));
        theSecond(second, daily, agency);
    }

    private void theFirst(CaseNumber number, SourceId daily, SourceId insider, SourceId agency) throws Exception {
        Telling told = new Telling(number);
        EntryId left =
                told.claim(daily, ClaimTopic.DEPARTURE, Modality.QUOTED, PartialDate.on(LEFT), "아내와 딸을 데리고 베이징을 벗어났다.");
        told.relates(
                RelationKind.SUPPORTS,
                left,
                told.of(agency, ClaimTopic.DEPARTURE, Modality.SUSPECTED, LATE_SEPTEMBER, "관리 두 사람이 가족과 함께 떠났을 수 있다."));
        story.later(30, RECORDED, SEO, () -> {
            claims.judge(number, left, new NewJudgement(ClaimState.ADOPTED, "두 보도의 날짜가 서로 맞는다."), 0);
            return null;
        });
        EntryId contact = told.claim(
                daily,
                ClaimTopic.AUTHORITIES,
                Modality.QUOTED,
                PartialDate.unknown(),
                "일본으로 가는 절차를 밟으려고 중국에 있는 일본 대사관에 연락했다.");
        told.relates(
                RelationKind.DENIES,
                contact,
                told.official(
                        agency,
                        ClaimTopic.AUTHORITIES,
                        SECRETARY,
                        OfficialStance.DENIES,
                        "일본 망명을 바라는 북한 사람이 베이징 대사관에 접촉해 온 일은 없다."));
        told.claim(daily, ClaimTopic.DESTINATION, Modality.QUOTED, PartialDate.unknown(), "친척이 있는 일본으로 가기를 바란다.");
        told.records(told.official(
                agency, ClaimTopic.DESTINATION, SECRETARY, OfficialStance.NO_KNOWLEDGE, "망명을 바라는 북한 사람을 알지 못한다."));
        told.claim(
                agency,
                ClaimTopic.DESTINATION,
                Modality.ASSERTED,
                PartialDate.unknown(),
                "한국으로 가려는지 일본으로 가려는지는 확인되지 않았다.");
        EntryId nothing = told.records(
                told.official(daily, ClaimTopic.DEPARTURE, MINISTRY, OfficialStance.NEITHER, "확인해 줄 수 있는 것이 없다."));
        told.relates(
                RelationKind.SAME_AS,
                nothing,
                told.official(agency, ClaimTopic.DEPARTURE, MINISTRY, OfficialStance.NEITHER, "확인해 줄 것이 없다."));
        EntryId diplomats =
                told.claim(daily, ClaimTopic.POST, Modality.ASSERTED, PartialDate.unknown(), "북한 대사관의 관리이다.");
        told.relates(
                RelationKind.CONTRADICTS,
                diplomats,
                told.of(agency, ClaimTopic.POST, Modality.ASSERTED, PartialDate.unknown(), "외교관이 아니라 무역 대표이다."));
        told.claim(insider, ClaimTopic.POST, Modality.QUOTED, PartialDate.unknown(), "지도자 일가의 건강을 맡았던 사람이다.");
    }

    private void theSecond(CaseNumber number, SourceId daily, SourceId agency) throws Exception {
        Telling told = new Telling(number);
        told.claim(daily, ClaimTopic.DEPARTURE, Modality.QUOTED, LATE_SEPTEMBER, "첫 번째 관리와 거의 같은 때 가족과 함께 떠났다.");
        told.claim(daily, ClaimTopic.DESTINATION, Modality.QUOTED, PartialDate.unknown(), "역시 일본으로 가기를 바란다.");
        told.claim(agency, ClaimTopic.POST, Modality.ASSERTED, PartialDate.unknown(), "보건성 대표이다.");
    }

    /** One case, in which claims are recorded about everybody and about the entry that reports of them. */
    private final class Telling {
        private final CaseNumber number;
        private final Set<ParticipantId> everybody;
        private final EntryId entry;
        private int minutes;

        Telling(CaseNumber number) throws Exception {
            this.number = number;
            this.everybody = story.on(RECORDED, YUN, () -> story.participants(number)).stream()
                    .map(Participant::id)
                    .collect(Collectors.toSet());
            this.entry = story.on(RECORDED, YUN, () -> search.view(number, AccessGroup.JOURNEY))
                    .entries()
                    .getFirst()
                    .id();
        }

        NewClaim of(SourceId source, ClaimTopic topic, Modality modality, PartialDate happened, String statement) {
            return new NewClaim(
                    everybody,
                    topic,
                    topic == ClaimTopic.DEPARTURE ? Optional.of(entry) : Optional.empty(),
                    statement,
                    happened,
                    PartialDate.on(modality == Modality.QUOTED ? TUESDAY : WEDNESDAY),
                    source,
                    Credibility.POSSIBLY_TRUE,
                    modality,
                    "",
                    Optional.empty());
        }

        NewClaim official(SourceId source, ClaimTopic topic, String actor, OfficialStance stance, String statement) {
            return new NewClaim(
                    Set.of(),
                    topic,
                    Optional.empty(),
                    statement,
                    PartialDate.unknown(),
                    PartialDate.on(WEDNESDAY),
                    source,
                    Credibility.POSSIBLY_TRUE,
                    Modality.QUOTED,
                    actor,
                    Optional.of(stance));
        }

        EntryId claim(SourceId source, ClaimTopic topic, Modality modality, PartialDate happened, String statement)
                throws Exception {
            return records(of(source, topic, modality, happened, statement));
        }

        EntryId records(NewClaim claim) throws Exception {
            return records(claim, Optional.empty());
        }

        void relates(RelationKind kind, EntryId to, NewClaim claim) throws Exception {
            records(claim, Optional.of(new NewRelation(kind, to)));
        }

        private EntryId records(NewClaim claim, Optional<NewRelation> relation) throws Exception {
            return story.later(++minutes, RECORDED, YUN, () -> claims.record(number, claim, relation));
        }
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
        return story.on(RECORDED, YUN, () -> sources.add(known));
    }

    private static NewSource report(String publisher, String headline) {
        return new NewSource(
                SourceKind.MEDIA,
                publisher,
                "",
                headline,
                PartialDate.on(WEDNESDAY),
                "",
                Optional.empty(),
                Reliability.C,
                false);
    }

    private static NewParticipant person(ParticipantRole role, Sex sex) {
        Answer elite = role == ParticipantRole.PRINCIPAL ? Answer.YES : Answer.UNKNOWN;
        return new NewParticipant(role, AgeBand.UNKNOWN, sex, elite, Answer.NO);
    }
}
