package org.durumi.demo;

import static org.durumi.demo.DemoStaff.HANEUL;
import static org.durumi.demo.DemoStaff.SEO;
import static org.durumi.demo.DemoStaff.YUN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.durumi.cases.AgeBand;
import org.durumi.cases.CaseKind;
import org.durumi.cases.Departure;
import org.durumi.cases.GoalKnown;
import org.durumi.cases.NewParticipant;
import org.durumi.cases.ParticipantRole;
import org.durumi.cases.Sex;
import org.durumi.cases.StageDetails;
import org.durumi.identity.Actor;
import org.durumi.kernel.Answer;
import org.durumi.kernel.CaseNumber;
import org.durumi.route.Certainty;
import org.durumi.route.Place;
import org.durumi.route.RouteKind;
import org.durumi.route.Stage;
import org.durumi.work.TaskKind;

/**
 * Sixty invented cases, the same at each first start, so that lists have pages and filters something to find. Each has one
 * contact, and at most one stage after it: they are told within seconds.
 */
@ApplicationScoped
public class InventedStories {
    private static final long SEED = 60;
    private static final int YEAR = 365;

    /** How many cases stand where. */
    private static final Map<Stage, Integer> CASES = Map.of(
            Stage.REPORTED, 5,
            Stage.CONTACT, 16,
            Stage.BROKER, 7,
            Stage.TRANSIT, 6,
            Stage.MISSION, 9,
            Stage.DETENTION, 1,
            Stage.ARRIVAL, 12,
            Stage.CONTACT_LOST, 1,
            Stage.WITHDRAWN, 3);

    private static final List<Place> IN_CHINA = List.of(
            new Place("선양 Shenyang", "CN"),
            new Place("다롄 Dalian", "CN"),
            new Place("창춘 Changchun", "CN"),
            new Place("하얼빈 Harbin", "CN"),
            new Place("칭다오 Qingdao", "CN"),
            new Place("옌지 Yanji", "CN"));
    private static final List<Place> ABROAD = List.of(
            new Place("블라디보스토크 Vladivostok", "RU"),
            new Place("바르샤바 Warsaw", "PL"),
            new Place("쿠웨이트 Kuwait City", "KW"));
    private static final List<Place> ON_THE_WAY =
            List.of(new Place("쿤밍 Kunming", "CN"), new Place("비엔티안 Vientiane", "LA"), new Place("하노이 Hanoi", "VN"));
    private static final List<Place> WITH_A_MISSION = List.of(
            new Place("방콕 Bangkok", "TH"), new Place("울란바토르 Ulaanbaatar", "MN"), new Place("프놈펜 Phnom Penh", "KH"));
    private static final List<Place> SAFE = List.of(new Place("서울 Seoul", "KR"));

    private static final List<RouteKind> WAYS = List.of(
            RouteKind.LAND_VIA_CHINA,
            RouteKind.LAND_VIA_CHINA,
            RouteKind.LAND_VIA_CHINA,
            RouteKind.VIA_MONGOLIA,
            RouteKind.OVERSEAS_WORKER);
    private static final List<String> WANTED = List.of("KR", "KR", "KR", "KR", "US", "CA", "");
    private static final List<AgeBand> AGES =
            List.of(AgeBand.AGE_20_29, AgeBand.AGE_30_39, AgeBand.AGE_30_39, AgeBand.AGE_40_49, AgeBand.AGE_50_59);
    private static final List<AgeBand> CHILDREN = List.of(AgeBand.AGE_0_11, AgeBand.AGE_12_17);
    private static final List<Sex> SEXES = List.of(Sex.FEMALE, Sex.FEMALE, Sex.FEMALE, Sex.MALE);

    @Inject
    Story story;

    /** @return those of haneul's in which nothing but the contact is told, in the order in which they were told */
    List<CaseNumber> tell() throws Exception {
        List<Stage> stages = new ArrayList<>();
        CASES.forEach((stage, cases) -> stages.addAll(Collections.nCopies(cases, stage)));
        Collections.sort(stages);
        Random chance = new Random(SEED);
        Collections.shuffle(stages, chance);
        List<CaseNumber> inContact = new ArrayList<>();
        for (Stage stage : stages) {
            Told told = tell(stage, chance);
            if (stage == Stage.CONTACT && told.caseworker().equals(HANEUL)) {
                inContact.add(told.number());
            }
        }
        return inContact;
    }

    private record Told(CaseNumber number, Actor caseworker) {}

    private Told tell(Stage stage, Random chance) throws Exception {
        Actor caseworker = chance.nextInt(5) < 2 ? HANEUL : YUN;
        int met = 20 + chance.nextInt(YEAR);
        RouteKind route = any(WAYS, chance);
        Place where = any(route == RouteKind.OVERSEAS_WORKER ? ABROAD : IN_CHINA, chance);
        List<NewParticipant> people = people(chance);
        boolean reported = stage == Stage.REPORTED;
        CaseNumber number = story.opens(
                met,
                caseworker,
                reported ? CaseKind.REPORTED_ONLY : kind(people),
                route,
                any(WANTED, chance),
                people,
                story.stage(
                        reported ? Stage.REPORTED : Stage.CONTACT,
                        met,
                        where,
                        reported ? Certainty.POSSIBLE : Certainty.CONFIRMED,
                        "",
                        StageDetails.none()));
        if (!reported && stage != Stage.CONTACT) {
            int then = met / (2 + chance.nextInt(3));
            story.enters(
                    then,
                    caseworker,
                    number,
                    story.stage(stage, then, place(stage, where, chance), Certainty.PROBABLE, "", details(stage)));
            if (stage == Stage.DETENTION) {
                story.takesInHand(then, SEO, number, "현지 변호사와 연락함");
                followsUp(then, caseworker, number);
            }
        }
        return new Told(number, caseworker);
    }

    /** What the arrest asked for was done, each on its day. */
    private void followsUp(int arrest, Actor caseworker, CaseNumber number) throws Exception {
        story.hasDone(60, arrest, caseworker, number, TaskKind.CONFIRM_HELD, "");
        story.hasDone(0, arrest - 1, caseworker, number, TaskKind.ASK_FOR_HELP, "현지 변호사가 면회를 신청함");
        story.hasDone(0, arrest - 3, caseworker, number, TaskKind.CONFIRM_AGAIN, "");
        story.hasDone(0, arrest - 7, caseworker, number, TaskKind.LOOK_BACK, "아직 같은 곳에 있음. 달마다 다시 확인하기로 함");
    }

    private static Place place(Stage stage, Place before, Random chance) {
        return switch (stage) {
            case TRANSIT -> any(ON_THE_WAY, chance);
            case MISSION -> any(WITH_A_MISSION, chance);
            case ARRIVAL -> any(SAFE, chance);
            default -> before;
        };
    }

    private static StageDetails details(Stage stage) {
        return switch (stage) {
            case TRANSIT -> StageDetails.none().departing(Departure.PLANNED, Story.COMPLETE);
            case MISSION ->
                StageDetails.none().with("현지 보호소 Local protection centre", "", Answer.YES, GoalKnown.UNKNOWN);
            case DETENTION -> StageDetails.none().with("현지 공안 Local police", "", Answer.UNKNOWN, GoalKnown.UNKNOWN);
            default -> StageDetails.none();
        };
    }

    /** One person, two, or a family with a child. */
    private static List<NewParticipant> people(Random chance) {
        NewParticipant first = person(ParticipantRole.PRINCIPAL, any(AGES, chance), chance);
        return switch (chance.nextInt(6)) {
            case 0 -> List.of(first, person(ParticipantRole.COMPANION, any(AGES, chance), chance));
            case 1 -> List.of(first, person(ParticipantRole.CHILD, any(CHILDREN, chance), chance));
            case 2 ->
                List.of(
                        first,
                        person(ParticipantRole.SPOUSE, any(AGES, chance), chance),
                        person(ParticipantRole.CHILD, any(CHILDREN, chance), chance));
            default -> List.of(first);
        };
    }

    private static CaseKind kind(List<NewParticipant> people) {
        if (people.size() == 1) {
            return CaseKind.INDIVIDUAL;
        }
        return people.getLast().role() == ParticipantRole.CHILD ? CaseKind.FAMILY : CaseKind.PAIR;
    }

    private static NewParticipant person(ParticipantRole role, AgeBand age, Random chance) {
        return new NewParticipant(role, age, any(SEXES, chance), Answer.NO, Answer.NO);
    }

    private static <T> T any(List<T> some, Random chance) {
        return some.get(chance.nextInt(some.size()));
    }
}
