package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** How somebody can be reached without danger. It is never printed. */
@Entity
@DiscriminatorValue("SAFE_CONTACT")
public class SafeContact extends PlainCircumstance<NewSafeContact> {
    private static final SealedColumn<NewSafeContact> SAID = said(NewSafeContact.class);

    protected SafeContact() {
        super(SAID); // Hibernate
    }

    SafeContact(CaseId caseId, Optional<SafeContact> wrong, NewSafeContact told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    SafeContact inPlaceOf(PlainCircumstance<?> wrong, NewSafeContact told, Recording recording) {
        return new SafeContact(caseId(), Optional.of((SafeContact) wrong), told, recording);
    }
}
