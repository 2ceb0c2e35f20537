package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.PartialDate;
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

    /** Since when they were asked and have said nothing; empty if nobody waits for them. Nobody can have been asked after it was recorded. */
    public Optional<LocalDate> quietSince(ZoneId zone) {
        PartialDate last = known().lastWord().isKnown() ? known().lastWord() : known().asked();
        LocalDate recorded = LocalDate.ofInstant(recorded().at(), zone);
        return known().state() == ReferralState.ASKED
                ? Optional.of(last.latest().isBefore(recorded) ? last.latest() : recorded)
                : Optional.empty();
    }
}
