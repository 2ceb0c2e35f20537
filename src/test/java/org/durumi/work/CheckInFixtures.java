package org.durumi.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.cases.OpenCases;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.durumi.vault.TestKeys;

/** Check-ins of somebody, in the order in which they happen. */
public final class CheckInFixtures {
    private final CaseFile file = OpenCases.ofOne();
    private final List<CheckIn> heard = new ArrayList<>();
    private final List<CheckInStep> missed = new ArrayList<>();
    private final CheckInPlan plan;
    private final CheckInClimb climb;

    /** Agreed with them now, every day. */
    public CheckInFixtures() {
        plan = CheckInPlan.agree(
                file,
                ParticipantId.create(),
                new NewCheckInPlan(24, 60, Optional.empty(), Optional.empty(), "", "", ""),
                CodeWords.none(),
                CaseFixtures.NOW.plus(Duration.ofDays(1)),
                recording(CaseFixtures.NOW));
        climb = CheckInClimb.of(plan);
    }

    /** Others are told at a moment that a check-in was missed. */
    public void misses(Instant due, Instant at) {
        missed.addFirst(CheckInStep.ofMissed(plan, due, CheckInLevel.CASEWORKERS, at));
    }

    public void says(CheckInKind kind, Instant at) {
        heard.addFirst(CheckIn.record(plan, new NewCheckIn(kind, ""), recording(at)));
        if (kind == CheckInKind.DURESS) {
            climb.duress(at);
        } else if (kind == CheckInKind.ANSWERED) {
            climb.duressIsOver();
        }
    }

    /** A supervisor ends what was agreed. */
    public void ends(Instant at) {
        plan.end(PlanEnd.BY_HAND, "no more", recording(at));
    }

    public CaseCheckIns known() {
        return new CaseCheckIns(List.of(new PlanNow(plan, climb, false)), heard, missed);
    }

    private Recording recording(Instant at) {
        return new Recording(CaseFixtures.HANEUL.signed(at), TestKeys.of(file.id()));
    }
}
