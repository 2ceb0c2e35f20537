package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** A relative of somebody in a case, left behind or abroad. */
@Entity
@DiscriminatorValue("RELATIVE")
public class Relative extends PlainCircumstance<NewRelative> {
    private static final SealedColumn<NewRelative> SAID = said(NewRelative.class);

    protected Relative() {
        super(SAID); // Hibernate
    }

    Relative(CaseId caseId, Optional<Relative> wrong, NewRelative told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Relative inPlaceOf(PlainCircumstance<?> wrong, NewRelative told, Recording recording) {
        return new Relative(caseId(), Optional.of((Relative) wrong), told, recording);
    }
}
