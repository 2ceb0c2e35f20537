package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.TODAY;

import java.time.LocalDate;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;

/** Referrals for the tests of the features above. */
public final class Referrals {
    private Referrals() {}

    /** One of a person, of a day. */
    public static Referral of(CaseFile file, ParticipantId who, ReferralState state, LocalDate asked) {
        NewReferral told = new NewReferral(
                Set.of(who),
                ReferralKind.LEGAL,
                ReferredTo.UNHCR,
                "UNHCR Bangkok",
                state,
                PartialDate.on(asked),
                PartialDate.unknown(),
                "",
                "",
                "");
        return (Referral) PlainCircumstance.record(file, told, CaseFixtures.by(HANEUL, file.id()), TODAY);
    }
}
