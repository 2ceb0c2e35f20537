package org.durumi.circumstances;

import static org.durumi.cases.CaseFixtures.HANEUL;
import static org.durumi.cases.CaseFixtures.TODAY;

import java.time.LocalDate;
import java.util.Set;
import org.durumi.cases.CaseFile;
import org.durumi.cases.CaseFixtures;
import org.durumi.kernel.PartialDate;
import org.durumi.kernel.ParticipantId;
import org.durumi.kernel.Signed;
import org.durumi.vault.Recording;

/** Referrals for the tests of the features above. */
public final class Referrals {
    private Referrals() {}

    /** One of a person, of a day. */
    public static Referral of(CaseFile file, ParticipantId who, ReferralState state, LocalDate asked) {
        return (Referral) PlainCircumstance.record(
                file, told(who, state, asked, PartialDate.unknown()), CaseFixtures.by(HANEUL, file.id()), TODAY);
    }

    /** What takes its place; the wrong one is struck. */
    public static Referral inPlaceOf(Referral wrong, CaseFile file, ReferralState state, PartialDate lastWord) {
        NewReferral known = wrong.known();
        Recording first = CaseFixtures.by(HANEUL, file.id());
        Recording later = new Recording(
                new Signed(first.signed().by(), wrong.recorded().at().plusSeconds(60)), first.key());
        Referral right = wrong.inPlaceOf(
                wrong, told(known.whom().iterator().next(), state, known.asked().earliest(), lastWord), later);
        wrong.strike("they called", later);
        return right;
    }

    private static NewReferral told(ParticipantId who, ReferralState state, LocalDate asked, PartialDate lastWord) {
        return new NewReferral(
                Set.of(who),
                ReferralKind.LEGAL,
                ReferredTo.UNHCR,
                "UNHCR Bangkok",
                state,
                PartialDate.on(asked),
                lastWord,
                "",
                "",
                "");
    }
}
