package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** What another organisation was asked to do for somebody, and what became of it. */
@Entity
@DiscriminatorValue("REFERRAL")
public class Referral extends PlainCircumstance<NewReferral> {
    private static final SealedColumn<NewReferral> SAID = said(NewReferral.class);

    protected Referral() {
        super(SAID); // Hibernate
    }

    Referral(CaseId caseId, Optional<Referral> wrong, NewReferral told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Referral inPlaceOf(PlainCircumstance<?> wrong, NewReferral told, Recording recording) {
        return new Referral(caseId(), Optional.of((Referral) wrong), told, recording);
    }

    /** Since when they were asked and have said nothing, the first day that is possible; empty if nobody waits for them. */
    public Optional<LocalDate> quietSince() {
        LocalDate asked = known().asked().earliest();
        LocalDate word = known().lastWord().earliest();
        return Optional.of(known().lastWord().isKnown() && word.isAfter(asked) ? word : asked)
                .filter(any -> known().state() == ReferralState.ASKED);
    }

    /** Whether this is of the same matter, and nothing has been heard of it in between. */
    public boolean waitsLike(Referral other) {
        return original().equals(other.original())
                && known().lastWord().equals(other.known().lastWord());
    }
}
