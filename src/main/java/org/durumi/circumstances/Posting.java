package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** A post that somebody held, and whether they were called back from it. */
@Entity
@DiscriminatorValue("POSTING")
public class Posting extends PlainCircumstance<NewPosting> {
    private static final SealedColumn<NewPosting> SAID = said(NewPosting.class);

    protected Posting() {
        super(SAID); // Hibernate
    }

    Posting(CaseId caseId, Optional<Posting> wrong, NewPosting told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Posting inPlaceOf(PlainCircumstance<?> wrong, NewPosting told, Recording recording) {
        return new Posting(caseId(), Optional.of((Posting) wrong), told, recording);
    }
}
