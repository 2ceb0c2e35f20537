package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.KUNMING;
import static org.durumi.cases.CaseFixtures.LIAONING;
import static org.durumi.cases.CaseFixtures.TODAY;

import java.util.Optional;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.Answer;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.route.Border;
import org.durumi.route.Means;

/** Speaking beginnings for tests of what is known of a way. */
public final class CircumstanceFixtures {
    private CircumstanceFixtures() {}

    /** A taxi through China. */
    public static Leg taxi(LegState state, PartialDate left, PartialDate arrived) {
        CaseFile file = OpenCases.ofOne();
        return Leg.record(
                file, newTaxi(ParticipantId.create(), state, left, arrived), CaseFixtures.by(HANEUL, file.id()), TODAY);
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
