package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** What was asked on behalf of somebody, and what came of it. */
@Entity
@DiscriminatorValue("INTERVENTION")
public class Intervention extends PlainCircumstance<NewIntervention> {
    private static final SealedColumn<NewIntervention> SAID = said(NewIntervention.class);

    protected Intervention() {
        super(SAID); // Hibernate
    }

    Intervention(CaseId caseId, Optional<Intervention> wrong, NewIntervention told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    public boolean needsTwo() {
        return known().isPublic();
    }

    @Override
    Intervention inPlaceOf(PlainCircumstance<?> wrong, NewIntervention told, Recording recording) {
        return new Intervention(caseId(), Optional.of((Intervention) wrong), told, recording);
    }
}
