package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** What somebody needs. */
@Entity
@DiscriminatorValue("NEED")
public class Need extends PlainCircumstance<NewNeed> {
    private static final SealedColumn<NewNeed> SAID = said(NewNeed.class);

    protected Need() {
        super(SAID); // Hibernate
    }

    Need(CaseId caseId, Optional<Need> wrong, NewNeed told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Need inPlaceOf(PlainCircumstance<?> wrong, NewNeed told, Recording recording) {
        return new Need(caseId(), Optional.of((Need) wrong), told, recording);
    }
}
