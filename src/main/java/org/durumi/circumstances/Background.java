package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** Where somebody comes from, and how they live. */
@Entity
@DiscriminatorValue("BACKGROUND")
public class Background extends PlainCircumstance<NewBackground> {
    private static final SealedColumn<NewBackground> SAID = said(NewBackground.class);

    protected Background() {
        super(SAID); // Hibernate
    }

    Background(CaseId caseId, Optional<Background> wrong, NewBackground told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Background inPlaceOf(PlainCircumstance<?> wrong, NewBackground told, Recording recording) {
        return new Background(caseId(), Optional.of((Background) wrong), told, recording);
    }
}
