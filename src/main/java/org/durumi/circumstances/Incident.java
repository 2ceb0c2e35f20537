package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** What happened to somebody, and what led to it. */
@Entity
@DiscriminatorValue("INCIDENT")
public class Incident extends PlainCircumstance<NewIncident> {
    private static final SealedColumn<NewIncident> SAID = said(NewIncident.class);

    protected Incident() {
        super(SAID); // Hibernate
    }

    Incident(CaseId caseId, Optional<Incident> wrong, NewIncident told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Incident inPlaceOf(PlainCircumstance<?> wrong, NewIncident told, Recording recording) {
        return new Incident(caseId(), Optional.of((Incident) wrong), told, recording);
    }
}
