package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.TODAY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.cases.Participant;
import org.durumi.cases.StageEntered;
import org.durumi.cases.StageEntry;
import org.durumi.kernel.Answer;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Border;
import org.durumi.route.Means;
import org.durumi.route.Place;
import org.durumi.route.Stage;
import org.durumi.route.Standpoint;
import org.durumi.vault.TestKeys;

/** Speaking beginnings for tests of what is known of a way. */
public final class CircumstanceFixtures {
    private CircumstanceFixtures() {}

    /** A taxi through China. */
    public static Leg taxi(LegState state, PartialDate left, PartialDate arrived) {
        CaseFile file = OpenCases.ofOne();
        return Leg.record(
                file,
                newTaxi(ParticipantId.create(), state, left, arrived),
                Optional.empty(),
                CaseFixtures.by(HANEUL, file.id()),
                TODAY);
    }

    /** A phone that is registered with the police. */
    public static Device phone(ParticipantId who, Answer carried, boolean leftBehind) {
        CaseFile file = OpenCases.ofOne();
        NewDevice known = new NewDevice(
                "old phone",
                "",
                Answer.YES,
                carried,
                leftBehind,
                true,
                false,
                PartialDate.unknown(),
                PartialDate.unknown());
        return Device.record(file, who, known, NumberTrace.unknown(), CaseFixtures.by(HANEUL, file.id()), TODAY);
    }

    /** A leg on days that nobody knows. */
    public static Leg leg(
            Set<ParticipantId> travellers,
            Means means,
            Place from,
            Place to,
            Optional<Integer> days,
            Optional<Integer> idChecks,
            LegState state) {
        CaseFile file = OpenCases.ofOne();
        PartialDate unknown = PartialDate.unknown();
        NewLeg told =
                new NewLeg(travellers, from, to, means, "", Border.UNKNOWN, unknown, unknown, days, idChecks, state);
        return Leg.record(file, told, Optional.empty(), CaseFixtures.by(HANEUL, file.id()), TODAY);
    }

    /** Somebody says that a leg is done. */
    public static Leg done(Leg leg) {
        NewLeg known = leg.known();
        NewLeg done = new NewLeg(
                known.travellers(),
                known.from(),
                known.to(),
                known.means(),
                known.vessel(),
                known.border(),
                known.left(),
                known.arrived(),
                known.days(),
                known.idChecks(),
                LegState.DONE);
        return leg.correctedTo(done, Optional.empty(), CaseFixtures.by(HANEUL, leg.caseId()), TODAY);
    }

    /**
     * Somebody reaches a stage, which may change some of these legs.
     *
     * @param passed the stages of their journey before it
     */
    public static List<Leg> reach(List<Leg> legs, Participant participant, List<Stage> passed, StageEntry entry) {
        StageEntered entered =
                new StageEntered(OpenCases.ofOne(), participant, Optional.of(Standpoint.of(passed)), entry, false);
        return legs.stream()
                .flatMap(leg -> LegEnds.moved(List.of(leg), entered, TestKeys.of(leg.caseId())).stream())
                .toList();
    }

    static NewLeg newTaxi(ParticipantId who, LegState state, PartialDate left, PartialDate arrived) {
        return new NewLeg(
                Set.of(who),
                LIAONING,
                KUNMING,
                Means.TAXI,
                "",
                Border.NONE,
                left,
                arrived,
                Optional.of(4),
                Optional.empty(),
                state);
    }
}
