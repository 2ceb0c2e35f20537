package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** How somebody is held, and who may see them. */
@Entity
@DiscriminatorValue("DETENTION")
public class Detention extends PlainCircumstance<NewDetention> {
    private static final SealedColumn<NewDetention> SAID = said(NewDetention.class);

    protected Detention() {
        super(SAID); // Hibernate
    }

    Detention(CaseId caseId, Optional<Detention> wrong, NewDetention told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Detention inPlaceOf(PlainCircumstance<?> wrong, NewDetention told, Recording recording) {
        return new Detention(caseId(), Optional.of((Detention) wrong), told, recording);
    }
}
