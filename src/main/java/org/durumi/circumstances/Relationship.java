package org.durumi.circumstances;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.durumi.kernel.CaseId;
import org.durumi.kernel.ParticipantId;
import org.durumi.vault.Recording;
import org.durumi.vault.SealedColumn;

/** What one person in a case is to another. */
@Entity
@DiscriminatorValue("RELATIONSHIP")
public class Relationship extends PlainCircumstance<NewRelationship> {
    private static final SealedColumn<NewRelationship> SAID = said(NewRelationship.class);

    protected Relationship() {
        super(SAID); // Hibernate
    }

    Relationship(CaseId caseId, Optional<Relationship> wrong, NewRelationship told, Recording recording) {
        super(SAID, caseId, wrong, told, recording);
    }

    /** What the other person is to this one. */
    public RelationshipKind from(ParticipantId who) {
        return known().one().equals(who) ? known().kind().other() : known().kind();
    }

    /** The other person, as seen from this one. */
    public ParticipantId than(ParticipantId who) {
        return known().one().equals(who) ? known().other() : known().one();
    }

    @Override
    Relationship inPlaceOf(PlainCircumstance<?> wrong, NewRelationship told, Recording recording) {
        return new Relationship(caseId(), Optional.of((Relationship) wrong), told, recording);
    }
}
