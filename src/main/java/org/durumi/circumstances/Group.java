package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** A household, a family or a party that travels, as large as a source says. */
@Entity
@DiscriminatorValue("GROUP")
public class Group extends PlainCircumstance<NewGroup> {
    private static final SealedColumn<NewGroup> SAID = said(NewGroup.class);

    protected Group() {
        super(SAID); // Hibernate
    }

    Group(CaseId caseId, Optional<Group> wrong, NewGroup told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    @Override
    Group inPlaceOf(PlainCircumstance<?> wrong, NewGroup told, Recording recording) {
        return new Group(caseId(), Optional.of((Group) wrong), told, recording);
    }
}
